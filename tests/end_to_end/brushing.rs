//! The period: drawn, dragged, stepped and typed, with one step of the history for each deed.

use forum_explorer::model::span::{Date, iso_date, parse_date};
use thirtyfour::Key;

use crate::explorer::{focus, open, query_of, steps, wait_filters, wait_focus, wait_shows};
use crate::harness::{Page, browse, until, wait_equal};
use crate::naive::Filter;
use crate::report::REPORT;

/// How many days a pointer may miss by: a day is two or three pixels wide.
const HAIR_DAYS: i64 = 3;

#[test]
fn a_period_is_drawn_on_the_track() {
    browse(|page| {
        open(page, "");
        let (before, width) = (steps(page), track_px(page));
        page.sweep(".brush", 0.5, 0.7);
        let (first, last) = wait_period_about(page, 0.5 * width, 0.7 * width);
        assert_eq!(steps(page), before + 1, "one step for the whole drag");
        wait_shows(page, &Filter::during(&first, &last));
        page.back();
        wait_filters(page, "", &[]);
        wait_shows(page, &Filter::default());
    });
}

#[test]
fn a_handle_is_dragged_all_the_way_in_one_step() {
    browse(|page| {
        open(page, "");
        let (before, right) = (steps(page), track_px(page) - 8.0);
        page.drag("#brush-last", -300, 0);
        let (first, last) = wait_period_about(page, 128.0, right - 300.0);
        assert_eq!(first, "2011-01-01");
        assert_eq!(steps(page), before + 1, "one step for the whole drag");
        wait_shows(page, &Filter::during(&first, &last));
        page.drag("#brush-first", 200, 0);
        let (first, same_last) = wait_period_about(page, 128.0 + 200.0, right - 300.0);
        assert_eq!(same_last, last);
        assert_eq!(steps(page), before + 2);
        wait_shows(page, &Filter::during(&first, &last));
        page.back();
        page.back();
        wait_filters(page, "", &[]);
    });
}

#[test]
fn a_handle_stops_at_the_other_one() {
    browse(|page| {
        open(page, "?time=2011-06-01..2011-09-30");
        page.drag("#brush-first", 450, 0);
        until("a period of one day", || {
            let (first, last) = wait_period(page);
            if first == last && last == "2011-09-30" {
                Ok(())
            } else {
                Err(format!("{first}..{last}"))
            }
        });
    });
}

#[test]
fn arrows_step_from_event_to_event_and_stay_between_the_ends() {
    browse(|page| {
        open(page, "?time=2011-06-01..2011-09-30");
        assert_slider(
            page,
            "#brush-first",
            "1 June 2011",
            ("2011-01-01", "2011-09-30"),
        );
        assert_slider(
            page,
            "#brush-last",
            "30 September 2011",
            ("2011-06-01", "2011-12-31"),
        );
        focus(page, "#brush-first");
        page.press(Key::Right);
        let next = start_after("2011-06-01");
        wait_equal("the query", &format!("time={next}..2011-09-30"), || {
            query_of(page)
        });
        wait_focus(page, "#brush-first");
        page.press(Key::Left);
        let back = start_before(&next);
        wait_equal("the query", &format!("time={back}..2011-09-30"), || {
            query_of(page)
        });
        page.press(Key::Home);
        wait_equal(
            "the query",
            &"time=2011-01-01..2011-09-30".to_owned(),
            || query_of(page),
        );
        wait_shows(page, &Filter::during("2011-01-01", "2011-09-30"));
        page.press(Key::End);
        // The last event of the year begins after the other handle, where this one stops.
        wait_equal("the query", &"time=2011-09-30".to_owned(), || {
            query_of(page)
        });
        wait_shows(page, &Filter::during("2011-09-30", "2011-09-30"));
        focus(page, "#brush-last");
        page.press(Key::End);
        wait_equal(
            "the query",
            &"time=2011-09-30..2011-12-31".to_owned(),
            || query_of(page),
        );
        page.press(Key::Home);
        wait_equal("the query", &"time=2011-09-30".to_owned(), || {
            query_of(page)
        });
    });
}

#[test]
fn each_press_of_a_key_is_a_step_and_the_whole_year_is_no_filter() {
    browse(|page| {
        open(page, "");
        let before = steps(page);
        focus(page, "#brush-first");
        page.press(Key::Right);
        page.wait_url("time=");
        page.press(Key::Right);
        wait_equal("the steps", &(before + 2), || steps(page));
        wait_focus(page, "#brush-first");
        page.press(Key::Home);
        wait_filters(page, "", &[]);
        wait_shows(page, &Filter::default());
    });
}

#[test]
fn the_handles_speak_the_language_of_the_page() {
    browse(|page| {
        open(page, "?time=2011-06-01..2011-09-30&lang=zh");
        page.wait_attribute("#brush-first", "aria-valuetext", "2011年6月1日");
        page.wait_attribute("#brush-last", "aria-valuetext", "2011年9月30日");
        page.wait_attribute("#brush-first", "aria-label", "第一天");
        page.click("#lang-en");
        page.wait_attribute("#brush-first", "aria-valuetext", "1 June 2011");
        page.wait_attribute("#brush-last", "aria-label", "Last day");
    });
}

#[test]
fn dates_are_typed_into_the_fields() {
    browse(|page| {
        open(page, "");
        assert_eq!(value(page, "#time-from"), "2011-01-01");
        assert_eq!(value(page, "#time-to"), "2011-12-31");
        page.type_into("#time-from", "06012011");
        wait_filters(
            page,
            "time=2011-06-01..2011-12-31",
            &["1 June – 31 December 2011"],
        );
        wait_shows(page, &Filter::during("2011-06-01", "2011-12-31"));
        page.type_into("#time-to", "09302011");
        wait_filters(
            page,
            "time=2011-06-01..2011-09-30",
            &["1 June – 30 September 2011"],
        );
        wait_shows(page, &Filter::during("2011-06-01", "2011-09-30"));
        page.wait_attribute("#brush-last", "aria-valuetext", "30 September 2011");
    });
}

#[test]
fn a_first_day_after_the_last_takes_the_last_along() {
    browse(|page| {
        open(page, "?time=2011-06-01..2011-09-30");
        set_date(page, "#time-from", "2011-10-04");
        wait_equal("the query", &"time=2011-10-04".to_owned(), || {
            query_of(page)
        });
        assert_eq!(value(page, "#time-to"), "2011-10-04");
        wait_shows(page, &Filter::during("2011-10-04", "2011-10-04"));
        set_date(page, "#time-from", "");
        assert_eq!(
            query_of(page),
            "time=2011-10-04",
            "an empty field says nothing"
        );
    });
}

#[test]
fn the_years_around_come_into_the_picture_and_go() {
    browse(|page| {
        open(page, "");
        page.click("#context");
        page.wait_for("#timeline-summit-2007-brussels");
        page.wait_for("#timeline-summit-2015-turkey");
        wait_equal("the query", &"context=1".to_owned(), || query_of(page));
        page.wait_attribute("#context", "aria-pressed", "true");
        page.wait_attribute("#brush-first", "aria-valuetext", "1 January 2005");
        page.click("#context");
        page.wait_count("#timeline-summit-2007-brussels", 0);
        wait_equal("the query", &String::new(), || query_of(page));
    });
}

#[track_caller]
fn wait_period(page: &Page) -> (String, String) {
    until("a period in the address", || {
        let query = query_of(page);
        let period = query
            .strip_prefix("time=")
            .ok_or(format!("the query {query:?}"))?;
        let (first, last) = period.split_once("..").unwrap_or((period, period));
        Ok((first.to_owned(), last.to_owned()))
    })
}

/// Waits until the period's first and last day are those of these places on the line, which begins right of the lanes' names.
#[track_caller]
fn wait_period_about(page: &Page, first_px: f64, last_px: f64) -> (String, String) {
    let width = track_px(page);
    until(&format!("a period from {first_px} to {last_px} px"), || {
        let period = wait_period(page);
        let misses = |day: &str, px: f64| {
            let share = (px - 128.0) / (width - 8.0 - 128.0);
            let wanted = date("2011-01-01") + time::Duration::days((share * 365.0) as i64);
            (date(day) - wanted).whole_days().abs() > HAIR_DAYS
        };
        if misses(&period.0, first_px) || misses(&period.1, last_px) {
            Err(format!("{period:?}"))
        } else {
            Ok(period)
        }
    })
}

#[track_caller]
fn track_px(page: &Page) -> f64 {
    page.evaluate(
        "return document.querySelector('.brush').getBoundingClientRect().width",
        &[],
    )
}

#[track_caller]
fn assert_slider(page: &Page, css: &str, text: &str, limits: (&str, &str)) {
    page.wait_attribute(css, "aria-valuetext", text);
    let number = |name| {
        let value = page.attribute(css, name).expect("a slider has it");
        Date::from_julian_day(value.parse().expect("a day's number")).expect("a day")
    };
    assert_eq!(number("aria-valuemin"), date(limits.0));
    assert_eq!(number("aria-valuemax"), date(limits.1));
    let now = number("aria-valuenow");
    assert!(number("aria-valuemin") <= now && now <= number("aria-valuemax"));
}

fn start_after(day: &str) -> String {
    starts()
        .filter(|start| *start > date(day))
        .min()
        .map(iso_date)
        .expect("one more")
}

fn start_before(day: &str) -> String {
    starts()
        .filter(|start| *start < date(day))
        .max()
        .map(iso_date)
        .expect("one more")
}

fn starts() -> impl Iterator<Item = Date> {
    REPORT.events.rows().iter().map(|e| e.span.start)
}

fn date(text: &str) -> Date {
    parse_date(text).unwrap_or_else(|| panic!("{text} is no day"))
}

#[track_caller]
fn value(page: &Page, css: &str) -> String {
    page.evaluate(
        "return document.querySelector(arguments[0]).value",
        &[css.into()],
    )
}

/// As the browser's own calendar sets it.
#[track_caller]
fn set_date(page: &Page, css: &str, day: &str) {
    page.evaluate::<()>(
        "const field = document.querySelector(arguments[0]);
         field.value = arguments[1];
         field.dispatchEvent(new Event('input', { bubbles: true }));
         field.dispatchEvent(new Event('change', { bubbles: true }))",
        &[css.into(), day.into()],
    );
}
