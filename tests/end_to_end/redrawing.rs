//! A picture is changed where it differs and nowhere else, and the result is what one would have drawn anew.

use crate::explorer::open;
use crate::harness::{Page, browse, until, wait_equal};

/// The elements of a view's picture, as text.
fn drawn(page: &Page, view: &str) -> Vec<String> {
    page.evaluate(
        "return [...document.querySelector(`#${arguments[0]} .drawing svg`)?.children ?? []].map(e => e.outerHTML)",
        &[view.into()],
    )
}

const VIEWS: [&str; 4] = ["timeline", "participation", "geography", "funding"];

#[test]
fn after_any_steps_a_picture_is_as_if_it_was_drawn_anew() {
    browse(|page| {
        open(page, "?lang=en");
        for steps in [
            &["#cluster-1"][..],
            &["#cluster-2", "#cluster-1"],
            &["#context"],
            &["#cluster-2", "#context", "#cluster-3"],
        ] {
            for step in steps {
                page.click(step);
            }
            let changed = VIEWS.map(|view| drawn(page, view));
            assert!(changed.iter().any(|picture| picture.len() > 20));
            let url = page.url();
            let query = url
                .split_once('?')
                .map_or("", |(_, query)| query)
                .to_owned();
            open(page, &format!("?{query}"));
            for (view, changed) in VIEWS.iter().zip(changed) {
                wait_equal(&format!("{view} after {steps:?}"), &changed, || {
                    drawn(page, view)
                });
            }
        }
    });
}

#[test]
fn what_a_filter_does_not_change_stays_the_same_element() {
    browse(|page| {
        open(page, "?lang=en");
        page.evaluate::<()>(
            "for (const e of document.querySelectorAll('#timeline .drawing svg > *')) e.was = e.outerHTML",
            &[],
        );
        page.click("#cluster-1");
        page.wait_url("cluster=");
        until("the picture to follow", || {
            let (old, changed, all): (usize, usize, usize) = page.evaluate(
                "const all = [...document.querySelectorAll('#timeline .drawing svg > *')];
                 const old = all.filter(e => e.was);
                 return [old.length, old.filter(e => e.was !== e.outerHTML).length, all.length]",
                &[],
            );
            let is_followed = old * 2 > all && changed > 0;
            is_followed.then_some(()).ok_or(format!(
                "of {all} elements {old} are old and {changed} of them changed"
            ))
        });
    });
}

/// The lines of the list that can be seen: what each says, and how it stands.
fn lines(page: &Page) -> Vec<String> {
    page.evaluate(
        "return [...document.querySelectorAll('#timeline .event-list > li')].filter(e => e.checkVisibility())
            .map(e => [e.className, e.innerText, e.querySelector('button').ariaPressed, e.querySelector('button').ariaCurrent].join('|'))",
        &[],
    )
}

#[test]
fn on_a_phone_a_filter_keeps_the_lines_of_the_list_and_says_what_it_leaves() {
    browse(|page| {
        page.set_window(390, 800);
        open(page, "?lang=en");
        page.wait_for("#timeline .event-list button");
        let all = lines(page);
        page.evaluate::<()>(
            "for (const e of document.querySelectorAll('#timeline .event-list > li')) e.was = true",
            &[],
        );
        page.click("#filters-toggle");
        page.click("#cluster-1");
        page.wait_url("cluster=1");
        until("fewer lines", || {
            let now = lines(page);
            let is_less = !now.is_empty() && now.len() < all.len();
            is_less.then_some(()).ok_or(format!("{}", now.len()))
        });
        let of_filter = lines(page);
        let kept =
            "return [...document.querySelectorAll('#timeline .event-list > li')].every(e => e.was)";
        assert!(page.evaluate::<bool>(kept, &[]));
        page.click("#cluster-1");
        wait_equal("every line again", &all, || lines(page));
        assert!(page.evaluate::<bool>(kept, &[]));
        // As they are where the filter was there first.
        open(page, "?lang=en&cluster=1");
        page.wait_for("#timeline .event-list button");
        wait_equal("the lines of a filter", &of_filter, || lines(page));
    });
}
