//! With the keyboard alone, as somebody does who has no mouse: through the whole page, and through every view.

use forum_explorer::chart::kind::ChartKind;
use thirtyfour::Key;

use crate::explorer::{open, query_of, read_on, wait_filters, wait_focus};
use crate::harness::{Page, browse, until, wait_equal};

/// Presses Tab until the keyboard is on what `css` names, and says how often.
#[track_caller]
fn tab_to(page: &Page, css: &str, most: usize) -> usize {
    let mut way = Vec::new();
    for pressed in 0..=most {
        let (is_there, at): (bool, String) = page.evaluate(
            "const at = document.activeElement; return [at.matches(arguments[0]), at.id || at.textContent.slice(0, 30)]",
            &[css.into()],
        );
        if is_there {
            return pressed;
        }
        way.push(at);
        page.tab(false);
    }
    panic!("{most} times Tab do not lead to {css}: {way:?}");
}

#[test]
fn the_meetings_of_a_cluster_their_hosts_a_paragraph_a_link_to_share_and_back() {
    browse(|page| {
        open(page, "?lang=en");
        // The meetings of cluster II.
        page.tab(false);
        tab_to(page, "#cluster-2", 40);
        page.press(Key::Space);
        page.wait_text("#count", "2 of 14 thematic meetings");
        wait_focus(page, "#cluster-2");
        // Who hosted the first of them: the timeline is one stop, and Enter chooses a mark.
        tab_to(page, "#timeline button.hit", 40);
        // From month to month, and in October from event to event.
        let mut presses = 0;
        until("the meeting of San Salvador", || {
            let (card, month): (String, String) = page.evaluate(
                "return [document.querySelector('#timeline .card').innerText, document.activeElement.closest('[role=graphics-object]').ariaLabel]",
                &[],
            );
            if card.contains("San Salvador") {
                return Ok(());
            }
            page.press(if month == "October 2011" {
                Key::Right
            } else {
                Key::PageDown
            });
            presses += 1;
            Err(card)
        });
        assert!(presses < 20, "{presses} keys to the first meeting");
        // The report leaves the host out, and the card says so.
        page.wait_text("#timeline .card", "Host: not stated");
        // Its paragraph, in the panel, and back to the very link.
        page.tab(false);
        let cited: String = page.evaluate("return document.activeElement.textContent", &[]);
        assert!(cited.starts_with('¶'), "{cited}");
        page.press(Key::Enter);
        page.wait_for("#panel .gist");
        wait_focus(page, "#panel");
        page.wait_url("p=");
        page.press(Key::Escape);
        page.wait_gone("#panel");
        // The card goes with the keyboard, so that it is back on the mark whose card it was.
        page.wait_text("#timeline .card", "San Salvador");
        tab_to(page, "#timeline button.hit", 0);
        // A link to share: what the view is cited with holds the address of what is seen.
        tab_to(page, "#timeline .references > summary", 60);
        page.press(Key::Enter);
        // A key that is pressed before the fold is filled goes past it.
        page.wait_for("#timeline-reference");
        tab_to(page, "#timeline-reference", 12);
        let reference: String = page.evaluate("return document.activeElement.value", &[]);
        let at = reference.find("http").expect("an address");
        let address: String = reference[at..]
            .chars()
            .take_while(|c| !c.is_whitespace())
            .collect();
        let address = address.trim_end_matches(['.', ',', '}', '"']);
        assert!(address.contains("cluster=2"), "{reference}");
        // And back: the browser's own way undoes the filter.
        let mut steps = 0;
        while !query_of(page).is_empty() {
            page.back();
            steps += 1;
        }
        assert_eq!(steps, 3, "out of the panel, into it, and before the filter");
        wait_filters(page, "", &[]);
        page.wait_text("#count", "14 of 14 thematic meetings");
    });
}

#[test]
fn every_view_is_reached_read_turned_into_a_table_sorted_and_left() {
    browse(|page| {
        open(page, "?lang=en");
        for kind in ChartKind::ALL {
            let view = kind.slug();
            page.evaluate::<()>(
                "document.querySelector('.contents a').focus({ preventScroll: true })",
                &[],
            );
            tab_to(page, &format!(".contents a[href='#{view}']"), 20);
            page.press(Key::Enter);
            read_on(page);
            // From there on the keyboard is in the view.
            let table = format!("#{view}-as-table");
            tab_to(page, &table, 12);
            page.press(Key::Enter);
            let heading = format!("#{view}-table th button");
            page.wait_for(&heading);
            wait_focus(page, &table);
            tab_to(page, &heading, 40);
            page.press(Key::Enter);
            page.wait_attribute(&format!("#{view}-table th"), "aria-sort", "ascending");
            let chart = format!("#{view}-as-chart");
            page.tab(true);
            let mut back = 0;
            while !page.focused().contains(&chart) {
                assert!(back < 40, "{view}: no way back to the picture");
                page.tab(true);
                back += 1;
            }
            page.press(Key::Enter);
            page.wait_for(&format!("#{view} .picture"));
            // The picture is one stop: in by one Tab, and out by the next few, over the links of its open card.
            let hit = format!("#{view} button.hit");
            tab_to(page, &hit, 40);
            page.wait_for(&format!("#{view} .card"));
            page.press(Key::Escape);
            page.wait_gone(&format!("#{view} .card"));
            page.tab(false);
            wait_equal(&format!("{view}: the picture is left"), &false, || {
                page.evaluate("return !!document.activeElement.closest('.picture')", &[])
            });
        }
        wait_filters(page, "", &[]);
    });
}
