//! Days, months and years.

use std::cmp::Reverse;

pub use time::Date;

/// How exactly the report dates something; a finer precision is less than a coarser one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precision {
    /// To the day.
    #[default]
    Day,
    /// To the month: the span covers whole months.
    Month,
    /// To the year: the span covers whole years.
    Year,
}

impl Precision {
    /// Reads the package's slug; an empty cell means `day`.
    pub fn parse(slug: &str) -> Option<Self> {
        match slug {
            "" | "day" => Some(Self::Day),
            "month" => Some(Self::Month),
            "year" => Some(Self::Year),
            _ => None,
        }
    }
}

/// From a first to a last day, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// First day; with month or year precision the first day of that month or year.
    pub start: Date,
    /// Last day as the package states it.
    pub end: Date,
    /// How exactly both are meant.
    pub precision: Precision,
}

impl Span {
    /// From the first to the last day of all spans, no more exactly than those that begin and end it are meant; of two that begin or
    /// end on one day, the one that is meant more exactly counts. `None` of no spans.
    pub fn around(spans: impl Iterator<Item = Span> + Clone) -> Option<Self> {
        let starts = spans.clone().map(|s| (s.start, s.precision));
        let ends = spans.map(|s| (s.last_day(), Reverse(s.precision)));
        let ((start, first), (end, Reverse(last))) = (starts.min()?, ends.max()?);
        let precision = first.max(last);
        Some(Self {
            start,
            end,
            precision,
        })
    }

    /// The last day that the span can cover: the month's or year's end where only those are stated.
    pub fn last_day(&self) -> Date {
        match self.precision {
            Precision::Day => self.end,
            Precision::Month => last_of_month(self.end),
            Precision::Year => last_of_year(self.end.year()).unwrap_or(self.end),
        }
    }

    /// True when any day of the span lies between two days, both included.
    pub fn touches(&self, first: Date, last: Date) -> bool {
        self.start <= last && first <= self.last_day()
    }

    /// The number of days, both ends included, as far as the report states days.
    pub fn days(&self) -> Option<i64> {
        let days = (self.end - self.start).whole_days() + 1;
        (self.precision == Precision::Day).then_some(days)
    }
}

/// The first of January; `None` of a year that no date can lie in.
pub fn first_of_year(year: i32) -> Option<Date> {
    Date::from_calendar_date(year, time::Month::January, 1).ok()
}

/// The last of December; `None` of a year that no date can lie in.
pub fn last_of_year(year: i32) -> Option<Date> {
    Date::from_calendar_date(year, time::Month::December, 31).ok()
}

/// Reads `2011-09-07`.
pub fn parse_date(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let year = digits(parts.next()?, 4)?;
    let month = u8::try_from(digits(parts.next()?, 2)?).ok()?;
    let day = u8::try_from(digits(parts.next()?, 2)?).ok()?;
    if parts.next().is_some() || year == 0 {
        return None;
    }
    Date::from_calendar_date(
        i32::try_from(year).ok()?,
        time::Month::try_from(month).ok()?,
        day,
    )
    .ok()
}

/// Writes `2011-09-07`.
pub fn iso_date(date: Date) -> String {
    format!(
        "{:04}-{:02}-{:02}",
        date.year(),
        u8::from(date.month()),
        date.day()
    )
}

fn digits(text: &str, count: usize) -> Option<u32> {
    (text.len() == count && text.bytes().all(|b| b.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

fn last_of_month(date: Date) -> Date {
    let days = date.month().length(date.year());
    date.replace_day(days).unwrap_or(date)
}
