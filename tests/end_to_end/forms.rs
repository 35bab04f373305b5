//! Our numbers, dates, ranges, lists and plural forms against the platform's own (`Intl`), which the core cannot ask: it is native, and
//! its pictures are the same everywhere. What differs is meant to, and is said where it is allowed.

use forum_explorer::format::date;
use forum_explorer::format::number::{compact, number, percent};
use forum_explorer::format::text::list;
use forum_explorer::language::lang::Lang;
use forum_explorer::language::template::fill;
use forum_explorer::model::span::{Date, Precision, Span};
use serde_json::{Value, json};

use crate::harness::{Page, browse};
use crate::report::REPORT;

/// The tag by which the platform is asked. English dates are written day before month, as in Britain and most of the world.
fn platform_tag(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "en-GB",
        other => other.tag(),
    }
}

/// Every number that the report states or that follows from it, and what lies around the bounds of groups, steps and forms.
fn values() -> Vec<f64> {
    let quantities = REPORT.figures.rows().iter().map(|f| &f.quantity);
    let quantities = quantities.chain(REPORT.answers.rows().iter().map(|a| &a.quantity));
    let quantities = quantities.chain(REPORT.projects.rows().iter().map(|p| &p.quantity));
    let quantities = quantities.chain(REPORT.world_figures.rows().iter().map(|w| &w.quantity));
    let mut values: Vec<f64> = quantities
        .flatten()
        .flat_map(|q| [Some(q.value), q.high])
        .flatten()
        .collect();
    values.extend(REPORT.flows.rows().iter().filter_map(|f| f.amount));
    assert!(
        values.len() > 120,
        "the report has numbers: {}",
        values.len()
    );
    let shares: Vec<f64> = values
        .windows(2)
        .map(|pair| pair[0] / pair[1] * 100.0)
        .collect();
    values.extend(shares.into_iter().filter(|share| share.is_finite()));
    values.extend((0..130).map(f64::from));
    values.extend([
        0.5, 1.4, 1.5, 1.9, 2.1, 999.0, 1e3, 9_999.0, 1e4, 99_999.0, 999_999.0,
    ]);
    values.extend([
        1e6,
        1.5e6,
        1_990_000.0,
        2e6,
        21e6,
        999e6,
        1e9,
        2.5e9,
        1e10,
        440e9,
    ]);
    values
}

/// What the platform writes otherwise than we do, after the differences that are meant: pairs of ours and its.
#[track_caller]
fn assert_same(page: &Page, what: &str, script: &str, lang: Lang, ours: &[(Value, String)]) {
    assert!(ours.len() > 10, "there is something to compare: {what}");
    let body = format!(
        "const [tag, ours] = arguments;
         // How much space is around a dash, platforms say differently from year to year. Ours has none between two words or
         // numbers and a plain space between longer parts, as in print, so that a line may break there.
         const plain = text => text.replace(/\\s*–\\s*/g, '–');
         const platform = ({script})(tag);
         return ours.map(([value, text]) => [plain(text), plain(platform(value))]).filter(([a, b]) => a !== b)"
    );
    let other: Vec<(String, String)> =
        page.evaluate(&body, &[json!(platform_tag(lang)), json!(ours)]);
    assert!(other.is_empty(), "{what} in {}: {other:?}", lang.tag());
}

#[test]
fn numbers_are_the_platforms() {
    browse(|page| {
        page.open("");
        for lang in Lang::ALL {
            // A minus sign is as wide as a plus, which the platform's hyphen is not; no number of a report is below zero.
            let ours: Vec<_> = values()
                .iter()
                .map(|&v| (json!(v), number(v, lang)))
                .collect();
            let script = "tag => Intl.NumberFormat(tag, { maximumFractionDigits: 1 }).format";
            assert_same(page, "numbers", script, lang, &ours);
            let ours: Vec<_> = values()
                .iter()
                .filter(|v| **v <= 100.0)
                .map(|&v| (json!(v), percent(v, lang)))
                .collect();
            let script = "tag => {
                const format = Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 });
                return value => format.format(Number((value / 100).toPrecision(12)));
            }";
            assert_same(page, "shares", script, lang, &ours);
        }
    });
}

#[test]
fn large_numbers_are_the_platforms_in_the_readers_own_steps() {
    browse(|page| {
        page.open("");
        for lang in Lang::ALL {
            let steps = lang.strings().number.steps;
            let least = steps.last().expect("there are steps").0;
            let large: Vec<f64> = values().into_iter().filter(|v| *v >= least).collect();
            let ours: Vec<_> = large
                .iter()
                .map(|&value| {
                    let step = steps.iter().find(|(size, _)| value >= *size);
                    // Two decimals, and one from a hundred on: a picture has no room for more, and the platform has no such rule.
                    let digits = if value / step.expect("it is large").0 >= 100.0 {
                        1
                    } else {
                        2
                    };
                    (json!([value, digits]), compact(value, lang))
                })
                .collect();
            let script = "tag => ([value, digits]) => Intl.NumberFormat(tag,
                { notation: 'compact', compactDisplay: 'long', maximumFractionDigits: digits }).format(value)";
            assert_same(page, "large numbers", script, lang, &ours);
        }
    });
}

/// First and last days: those of the report's events, and all that can be alike or differ in a span.
fn spans() -> Vec<(Date, Date)> {
    let events = REPORT.events.rows().iter();
    let mut spans: Vec<_> = events.map(|e| (e.span.start, e.span.end)).collect();
    let first = date("2010-01-01");
    for start in (0..730).step_by(23) {
        for length in [0, 1, 5, 28, 31, 200, 366, 800] {
            let day =
                |days: i32| Date::from_julian_day(first.to_julian_day() + days).expect("a day");
            spans.push((day(start), day(start + length)));
        }
    }
    spans
}

fn date(iso: &str) -> Date {
    forum_explorer::model::span::parse_date(iso).expect("a date")
}

fn days(start: Date, end: Date) -> Value {
    json!([start.to_string(), end.to_string()])
}

/// Chinese spans of the newest platforms are dates for a table (2011/9/7 – 2011/9/8), and older ones write them as we do. What we
/// write in sentences is put together from the platform's own days: the whole first one, and of the last what differs.
const CHINESE_SPAN: &str = "(() => {
    const [first, last] = [start, end].map(format(options).format);
    if (first === last) return first;
    const { year, month, ...rest } = options;
    const named = { month: 'short', ...rest };
    const isSame = some => format(some).format(start) === format(some).format(end);
    const left = !isSame({ year: 'numeric' }) ? options : !isSame({ month: 'long' }) || !rest.day ? named : rest;
    return `${first}至${format(left).format(end)}`;
})()";

#[test]
fn dates_and_spans_are_the_platforms() {
    browse(|page| {
        page.open("");
        for lang in Lang::ALL {
            for (precision, options) in [
                (
                    Precision::Day,
                    "day: 'numeric', month: 'long', year: 'numeric'",
                ),
                (Precision::Month, "month: 'long', year: 'numeric'"),
                (Precision::Year, "year: 'numeric'"),
            ] {
                let ours: Vec<_> = spans()
                    .into_iter()
                    .map(|(start, end)| {
                        let span = Span {
                            start,
                            end,
                            precision,
                        };
                        // French print has an ordinal for the first of a month (1er mai), the platform has not.
                        let ours = date::span(&span, lang).replace("1er", "1");
                        (days(start, end), ours)
                    })
                    .collect();
                let span = match lang {
                    Lang::Zh => CHINESE_SPAN,
                    _ => "format(options).formatRange(start, end)",
                };
                let script = format!(
                    "tag => days => {{
                        const [start, end] = days.map(day => new Date(day));
                        const options = {{ {options} }};
                        const format = some => Intl.DateTimeFormat(tag, {{ ...some, timeZone: 'UTC' }});
                        return {span};
                    }}"
                );
                assert_same(page, options, &script, lang, &ours);
            }
        }
    });
}

#[test]
fn months_on_an_axis_are_the_platforms() {
    browse(|page| {
        page.open("");
        for lang in Lang::ALL {
            let ours: Vec<_> = (1..=12)
                .map(|month| date(&format!("2011-{month:02}-01")))
                .map(|day| (json!(day.to_string()), date::month_short(day, lang)))
                .collect();
            // Three letters each, as elsewhere in English; Britain alone writes Sept.
            let script = "tag => day => Intl.DateTimeFormat(tag.replace('en-GB', 'en-US'), { month: 'short', timeZone: 'UTC' })
                .format(new Date(day))";
            assert_same(page, "months", script, lang, &ours);
        }
    });
}

#[test]
fn lists_are_the_platforms() {
    browse(|page| {
        page.open("");
        for lang in Lang::ALL {
            let names: Vec<String> = REPORT
                .countries
                .rows()
                .iter()
                .map(|c| forum_explorer::format::text::pick(&c.label, lang).to_owned())
                .take(24)
                .collect();
            let ours: Vec<_> = (0..=names.len())
                .map(|count| (json!(names[..count]), list(&names[..count], lang)))
                .collect();
            let script = "tag => names => Intl.ListFormat
                ? new Intl.ListFormat(tag, { type: 'conjunction', style: 'long' }).format(names) : ''";
            assert_same(page, "lists", script, lang, &ours);
        }
    });
}

#[test]
fn the_form_that_goes_with_a_number_is_the_platforms() {
    browse(|page| {
        page.open("");
        for lang in Lang::ALL {
            // As each language writes its places; `tests/text/strings.rs` holds every text to it.
            let template = match lang {
                Lang::Zh => "other",
                Lang::En => "{n|one|other}",
                Lang::Fr => "{n<2|one|other}",
            };
            let ours: Vec<_> = values()
                .into_iter()
                .map(|value| (value * 10.0).round() / 10.0)
                .map(|value| (json!(value), fill(template, &[("n", &number(value, lang))])))
                .collect();
            // French has a third category, `many`, for whole millions. It adds a “de” before what is counted, which our units do
            // by the step that is named (`{large|de |}`).
            let script = "tag => {
                const rules = new Intl.PluralRules(tag);
                return value => rules.select(value).replace('many', 'other');
            }";
            assert_same(page, "forms", script, lang, &ours);
        }
    });
}
