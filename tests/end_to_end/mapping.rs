//! On the map: every place within reach of pointer, finger and keyboard, and never a trap.

use forum_explorer::language::lang::Lang;
use forum_explorer::model::event::EventKind;
use thirtyfour::Key;

use crate::explorer::{focus, open, query_of, wait_filters, wait_focus};
use crate::harness::{browse, until, wait_equal};
use crate::report::{REPORT, name};

/// The meetings with a place on the map, in order of date.
fn meetings() -> Vec<(String, time::Date)> {
    let meets = |kind| matches!(kind, EventKind::Thematic | EventKind::Summit);
    let events = REPORT.events.iter();
    let events =
        events.filter(|(_, e)| meets(e.kind) && e.place.is_some() && e.span.start.year() == 2011);
    let mut all: Vec<_> = events
        .map(|(key, e)| (REPORT.events.id(key).to_owned(), e.span.start))
        .collect();
    all.sort_by_key(|(_, start)| *start);
    all
}

#[test]
fn the_arrows_go_from_place_to_place_in_order_of_date_and_enter_selects() {
    browse(|page| {
        open(page, "?lang=en");
        assert_eq!(page.count("#geography button.hit[tabindex='0']"), 1);
        focus(page, "#geography button.hit[tabindex='0']");
        page.press(Key::Home);
        let mut walked = Vec::new();
        for _ in meetings() {
            let id: String = page.evaluate("return document.activeElement.id", &[]);
            walked.push(id.trim_start_matches("geography-").to_owned());
            page.press(Key::Right);
        }
        assert_eq!(query_of(page), "", "walking chooses nothing");
        let start = |id: &String| {
            meetings()
                .iter()
                .find(|(m, _)| m == id)
                .map(|(_, day)| *day)
        };
        let days: Vec<_> = walked.iter().map(start).collect();
        assert!(days.iter().all(Option::is_some), "{walked:?}");
        assert!(days.is_sorted(), "{walked:?}");
        let mut once = walked.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), walked.len(), "each place once: {walked:?}");
        let last = walked.last().expect("there are meetings").clone();
        page.press(Key::Enter);
        page.wait_url(&format!("event={last}"));
        wait_focus(page, &format!("#geography-{last}"));
    });
}

#[test]
fn on_a_small_phone_each_place_can_be_hit_by_itself() {
    browse(|page| {
        page.set_window(320, 800);
        for lang in Lang::ALL {
            open(page, &format!("?lang={}", lang.slug()));
            page.wait_for("#geography button.hit");
            let missed: Vec<String> = page.evaluate(
                "return [...document.querySelectorAll('#geography button.hit')].filter(e => {
                     e.scrollIntoView({ block: 'center' });
                     const box = e.getBoundingClientRect();
                     const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
                     return document.elementFromPoint(x, y) !== e || x < 0 || x > innerWidth;
                 }).map(e => e.id)",
                &[],
            );
            assert!(missed.is_empty(), "{missed:?}");
            assert_eq!(page.count("#geography button.hit"), meetings().len());
        }
    });
}

#[test]
fn a_wheel_over_the_map_scrolls_the_page_and_leaves_the_map_alone() {
    browse(|page| {
        open(page, "?lang=en&map=2~8.00~47.00");
        page.wait_for("#geography button.hit");
        page.wheel("#geography .picture", 400);
        let place =
            "return document.querySelector('#geography .picture').getBoundingClientRect().top";
        until("the page to scroll", || {
            let scrolled: f64 = page.evaluate("return scrollY", &[]);
            let top: f64 = page.evaluate(place, &[]);
            (scrolled > 0.0 && top < 200.0)
                .then_some(())
                .ok_or_else(|| format!("{scrolled} {top}"))
        });
        assert_eq!(query_of(page), "map=2~8.00~47.00");
    });
}

#[test]
fn list_and_map_choose_together() {
    browse(|page| {
        open(page, "?lang=en");
        let accent = || -> usize {
            page.evaluate(
                "return document.querySelectorAll('#geography .drawing svg [fill=\"var(--accent)\"], #geography .drawing svg [stroke=\"var(--accent)\"]').length",
                &[],
            )
        };
        assert_eq!(accent(), 0);
        page.click_text("#geography .countries button", "Nigeria");
        wait_filters(page, "country=NGA", &["Nigeria"]);
        until("Nigeria to stand out on the map", || {
            let n = accent();
            (n > 0).then_some(()).ok_or_else(|| n.to_string())
        });
        page.click_text("#geography .countries button", "Nigeria");
        wait_filters(page, "", &[]);
        page.click("#geography-thematic-abuja");
        page.wait_url("event=thematic-abuja");
        // What is left in the list is where the chosen meeting was, and the seats.
        until("the host of the chosen meeting in the list", || {
            let listed = page.texts("#geography .countries li");
            let host = listed.iter().find(|row| row.starts_with("Nigeria"));
            host.map(|_| ()).ok_or_else(|| format!("{listed:?}"))
        });
    });
}

#[test]
fn the_map_says_that_its_boundaries_are_no_opinion_in_either_language() {
    browse(|page| {
        open(page, "?lang=en");
        page.wait_text(
            "#geography .boundaries",
            "imply no endorsement or opinion on the legal status",
        );
        page.click("#lang-zh");
        page.wait_text("#geography .boundaries", "边界");
        page.wait_text("#geography .boundaries", "法律地位");
    });
}

#[test]
fn hosts_alone_are_a_layer_and_stand_in_the_address() {
    browse(|page| {
        open(page, "?lang=en");
        crate::explorer::choose(page, "#map-layer", "Hosts");
        page.wait_url("layer=hosts");
        let hosts = hosts();
        wait_equal("the hosts", &hosts.len(), || {
            page.count("#geography .countries li")
        });
        for host in hosts {
            page.wait_text("#geography .countries", &host);
        }
        page.back();
        wait_filters(page, "", &[]);
    });
}

/// Every country where a meeting or a part of the forum took place, or that hosted one.
fn hosts() -> Vec<String> {
    let is_meeting = |kind| {
        !matches!(
            kind,
            EventKind::Session | EventKind::Preparatory | EventKind::Milestone
        )
    };
    let events = REPORT.events.rows().iter().filter(|e| is_meeting(e.kind));
    let mut keys: Vec<_> = events.flat_map(crate::report::event_countries).collect();
    keys.sort();
    keys.dedup();
    keys.into_iter().map(|key| name(key, Lang::En)).collect()
}

#[test]
fn what_the_map_takes_from_elsewhere_is_marked_and_says_from_where() {
    browse(|page| {
        for (lang, words) in [("en", "Not in the report"), ("zh", "报告未载")] {
            open(page, &format!("?lang={lang}"));
            page.wait_text("#geography .outside-facts .badge", words);
            page.wait_attribute(
                "#geography .outside-facts a",
                "href",
                "https://www.naturalearthdata.com/",
            );
            // Nowhere else: whatever else is a value leads to a paragraph.
            assert_eq!(page.count(".badge"), 1);
        }
    });
}
