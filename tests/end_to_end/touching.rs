//! With a finger: the first tap shows what a mark says, the second chooses it.

use crate::explorer::{open, wait_filters};
use crate::harness::{browse, wait_equal};

#[test]
fn a_tap_shows_the_card_that_pointer_and_keyboard_show_and_a_second_tap_selects() {
    browse(|page| {
        open(page, "?lang=en");
        page.hover("#funding-gap-switzerland");
        page.wait_text("#funding .card", "US$874,745");
        let pointed = page.text("#funding .card");
        page.hover("h1");
        page.wait_gone("#funding .card");
        page.tap("#funding-gap-switzerland");
        wait_equal("the card", &pointed, || page.text("#funding .card"));
        wait_filters(page, "", &[]);
        page.tap("#funding-gap-switzerland");
        wait_filters(page, "country=CHE", &["Switzerland"]);
        page.tap("#funding-gap-switzerland");
        wait_filters(page, "", &[]);
    });
}

#[test]
fn a_card_that_a_finger_opened_stays_for_its_links_and_goes_with_the_next_mark() {
    browse(|page| {
        page.set_window(390, 800);
        open(page, "?lang=en");
        page.tap("#participation-csd-men");
        page.wait_text("#participation .card", "95");
        page.tap("#participation-debate-states");
        wait_equal("one card", &1, || page.count("#participation .card"));
        page.wait_text("#participation .card", "states");
        page.tap("#participation .card .card-title");
        page.wait_for("#participation .card");
        page.tap("#participation .card a.cite");
        page.wait_for("#panel .gist");
        page.tap("#panel-close");
        page.wait_gone("#panel");
        wait_filters(page, "", &[]);
    });
}

#[test]
fn land_on_the_map_shows_its_card_by_tap_and_is_chosen_by_the_second() {
    browse(|page| {
        open(page, "?lang=en&map=2~-102.00~23.00");
        page.wait_for("#geography button.hit");
        // The middle of the picture, which is Mexico's land.
        page.tap("#geography .picture");
        page.wait_text("#geography .card", "Mexico");
        wait_filters(page, "map=2~-102.00~23.00", &[]);
        page.tap("#geography .picture");
        wait_filters(page, "country=MEX&map=2~-102.00~23.00", &["Mexico"]);
    });
}

#[test]
fn a_tap_elsewhere_closes_the_card() {
    browse(|page| {
        open(page, "?lang=en&map=2~-102.00~23.00");
        for (mark, view) in [
            ("#funding-gap-switzerland", "#funding"),
            ("#geography .picture", "#geography"),
        ] {
            page.tap(mark);
            page.wait_for(&format!("{view} .card"));
            page.tap(&format!("{view}-title"));
            page.wait_gone(&format!("{view} .card"));
        }
        wait_filters(page, "map=2~-102.00~23.00", &[]);
    });
}
