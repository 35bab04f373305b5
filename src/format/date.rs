//! Days, months, years and spans of them.

use crate::language::lang::Lang;
use crate::language::template::fill;
use crate::model::span::{Date, Precision, Span};

/// One day: `7 September 2011`, `2011年9月7日`.
pub fn day(date: Date, lang: Lang) -> String {
    from_parts(lang.strings().date.day, date, date, lang)
}

/// The first month of a quarter or a month, for an axis: `Sep`, `9月`.
pub fn month_short(date: Date, lang: Lang) -> String {
    let months = lang.strings().date.months_short;
    name_of(months, date).to_owned()
}

/// A span as exactly as the report states it: `7–8 September 2011`, `September 2011`, `2011`.
pub fn span(span: &Span, lang: Lang) -> String {
    let strings = &lang.strings().date;
    let (start, end) = (span.start, span.end);
    let same_year = start.year() == end.year();
    let same_month = same_year && start.month() == end.month();
    let template = match span.precision {
        Precision::Year if same_year => strings.year,
        Precision::Year => strings.years,
        Precision::Month if same_month => strings.month,
        Precision::Month if same_year => strings.months_span,
        Precision::Month => strings.months_of_years,
        Precision::Day if start == end => strings.day,
        Precision::Day if same_month => strings.days,
        Precision::Day if same_year => strings.days_of_months,
        Precision::Day => strings.days_of_years,
    };
    from_parts(template, start, end, lang)
}

/// A period that a reader chose: always to the day.
pub fn period(first: Date, last: Date, lang: Lang) -> String {
    span(
        &Span {
            start: first,
            end: last,
            precision: Precision::Day,
        },
        lang,
    )
}

fn from_parts(template: &str, start: Date, end: Date, lang: Lang) -> String {
    let months = lang.strings().date.months;
    fill(
        template,
        &[
            ("d1", &day_of_month(start, lang)),
            ("m1", name_of(months, start)),
            ("y1", &start.year().to_string()),
            ("d2", &day_of_month(end, lang)),
            ("m2", name_of(months, end)),
            ("y2", &end.year().to_string()),
        ],
    )
}

/// The number of a day within its month; the first has a form of its own in some languages.
fn day_of_month(date: Date, lang: Lang) -> String {
    match date.day() {
        1 => lang.strings().date.first.to_owned(),
        day => day.to_string(),
    }
}

fn name_of(months: &'static [&'static str; 12], date: Date) -> &'static str {
    months
        .get(usize::from(u8::from(date.month())) - 1)
        .copied()
        .unwrap_or("")
}
