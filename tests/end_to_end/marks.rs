//! Filters from the pictures and lists themselves: every mark that can be chosen is, and is let go by being chosen again.

use forum_explorer::chart::arrangement::MapWindow;
use forum_explorer::chart::geography::projection;
use thirtyfour::Key;

use crate::explorer::{focus, open, wait_filters, wait_focus, wait_shows};
use crate::harness::{Page, browse, until};
use crate::naive::Filter;

/// A mark, what stands in the address while it is on, its chip, and what it leaves.
struct Choice {
    mark: &'static str,
    query: &'static str,
    chip: &'static str,
    filter: Filter,
}

fn kingston() -> Filter {
    Filter {
        events: vec!["thematic-kingston"],
        ..Filter::default()
    }
}

fn switzerland() -> Filter {
    Filter {
        countries: vec!["CHE"],
        ..Filter::default()
    }
}

#[test]
fn a_mark_of_the_timeline_chooses_its_event() {
    chooses(&Choice {
        mark: "#timeline-thematic-kingston",
        query: "event=thematic-kingston",
        chip: "Kingston",
        filter: kingston(),
    });
}

#[test]
fn a_disc_on_the_map_chooses_its_event() {
    chooses(&Choice {
        mark: "#geography-thematic-kingston",
        query: "event=thematic-kingston",
        chip: "Kingston",
        filter: kingston(),
    });
}

#[test]
fn the_gap_of_the_budget_chooses_who_covered_it() {
    chooses(&Choice {
        mark: "#funding-gap-switzerland",
        query: "country=CHE",
        chip: "Switzerland",
        filter: switzerland(),
    });
}

#[test]
fn a_bar_chooses_its_kind_of_event() {
    chooses(&Choice {
        mark: "#participation-csd-selected",
        query: "kind=civil-society",
        chip: "Civil society",
        filter: Filter {
            kinds: vec!["civil-society"],
            ..Filter::default()
        },
    });
}

#[test]
fn a_country_of_the_list_and_one_who_paid_are_chosen_by_their_buttons() {
    browse(|page| {
        open(page, "");
        page.click_text("#geography .countries button", "Switzerland");
        wait_shows(page, &switzerland());
        wait_filters(page, "country=CHE", &["Switzerland"]);
        page.wait_attribute("#geography .countries button", "aria-pressed", "true");
        page.click_text("#geography .countries button", "Switzerland");
        wait_shows(page, &Filter::default());
        page.click_text("#funding .flows button", "Lebanon");
        wait_filters(page, "country=LBN", &["Lebanon"]);
    });
}

#[test]
fn a_country_is_chosen_by_its_land_on_the_map() {
    browse(|page| {
        open(page, "");
        page.wait_for("#geography .drawing svg");
        page.wait_count("#geography .ignored", 0);
        // In the south of Mexico's north, far from every disc.
        click_land(page, -105.0, 27.0);
        wait_filters(page, "country=MEX", &["Mexico"]);
        wait_shows(
            page,
            &Filter {
                countries: vec!["MEX"],
                ..Filter::default()
            },
        );
        click_land(page, -105.0, 27.0);
        wait_filters(page, "", &[]);
        // The open sea is nobody's.
        click_land(page, -140.0, -30.0);
        page.click("#cluster-1");
        wait_filters(page, "cluster=1", &["Cluster I"]);
    });
}

#[test]
fn escape_on_a_chosen_mark_lets_go_as_the_page_promises() {
    browse(|page| {
        open(page, "");
        page.click("#timeline .how-to summary");
        page.wait_text("#timeline .how-to", "Esc clears");
        focus(page, "#timeline-thematic-kingston");
        page.press(Key::Enter);
        page.wait_url("event=thematic-kingston");
        // The first closes the card at the mark.
        page.press(Key::Escape);
        page.press(Key::Escape);
        wait_filters(page, "", &[]);
    });
}

#[test]
fn the_keyboard_walks_the_marks_and_stays_on_the_one_it_chose() {
    browse(|page| {
        open(page, "");
        for view in ["timeline", "participation", "geography", "funding"] {
            assert_eq!(
                page.count(&format!("#{view} button.hit[tabindex='0']")),
                1,
                "one stop of the Tab key for {view}"
            );
        }
        focus(page, "#timeline button.hit[tabindex='0']");
        page.press(Key::Home);
        let first = page.focused();
        page.press(Key::Right);
        assert_ne!(page.focused(), first);
        page.press(Key::Left);
        assert_eq!(page.focused(), first);
        page.press(Key::End);
        assert_ne!(page.focused(), first);
        focus(page, "#timeline-thematic-kingston");
        page.wait_text("#timeline .card", "Migrant Domestic Workers");
        page.press(Key::Enter);
        wait_filters(page, "event=thematic-kingston", &["Kingston"]);
        wait_focus(page, "#timeline-thematic-kingston");
        page.press(Key::Enter);
        wait_filters(page, "", &[]);
        wait_focus(page, "#timeline-thematic-kingston");
    });
}

#[test]
fn the_keyboard_stays_on_the_country_that_it_chose_in_the_list() {
    browse(|page| {
        open(page, "");
        focus(page, "#geography .countries li:nth-child(2) button");
        let chosen = page.focused();
        let name: String = chosen.split_whitespace().nth(1).expect("a name").to_owned();
        page.press(Key::Enter);
        page.wait_url("country=");
        wait_focus(page, &name);
        page.press(Key::Enter);
        wait_filters(page, "", &[]);
    });
}

#[test]
fn pointer_and_keyboard_show_the_same_card_and_escape_closes_it() {
    browse(|page| {
        open(page, "");
        page.hover("#funding-gap-switzerland");
        page.wait_text("#funding .card", "US$874,745");
        page.wait_text("#funding .card", "Computed");
        let pointed = page.text("#funding .card");
        page.hover("h1");
        page.wait_gone("#funding .card");
        focus(page, "#funding-gap-switzerland");
        page.wait_text("#funding .card", "US$874,745");
        assert_eq!(page.text("#funding .card"), pointed);
        page.press(Key::Escape);
        page.wait_gone("#funding .card");
        wait_focus(page, "#funding-gap-switzerland");
        wait_filters(page, "", &[]);
    });
}

#[test]
fn the_keyboard_goes_from_a_mark_into_its_card_opens_the_paragraph_and_comes_back() {
    browse(|page| {
        open(page, "");
        walk_to_the_gap(page);
        page.press(Key::Tab);
        wait_focus(page, "Open paragraph 27");
        page.wait_for("#funding .card");
        page.press(Key::Escape);
        page.wait_gone("#funding .card");
        wait_focus(page, "#funding-gap-switzerland");
        walk_to_the_gap(page);
        page.press(Key::Tab);
        wait_focus(page, "Open paragraph 27");
        page.press(Key::Enter);
        page.wait_text("#panel-title", "Paragraph 27");
        wait_focus(page, "#panel");
        page.press(Key::Escape);
        page.wait_gone("#panel");
        wait_focus(page, "#funding-gap-switzerland");
    });
}

#[test]
fn a_card_goes_when_the_keyboard_leaves_its_picture() {
    browse(|page| {
        open(page, "");
        walk_to_the_gap(page);
        focus(page, "#cluster-1");
        page.wait_gone("#funding .card");
    });
}

#[test]
fn the_keyboard_stays_on_its_mark_when_the_window_gets_another_width() {
    browse(|page| {
        open(page, "");
        walk_to_the_gap(page);
        for width in [900, 1280] {
            let drawn = || -> String {
                page.evaluate(
                    "return document.querySelector('#funding .drawing svg').getAttribute('viewBox')",
                    &[],
                )
            };
            let before = drawn();
            page.set_window(width, 900);
            until("the picture drawn anew", || match drawn() {
                now if now == before => Err(now),
                _ => Ok(()),
            });
            wait_focus(page, "#funding-gap-switzerland");
        }
    });
}

/// With real keys: a window that nobody has touched yet hears of no focus.
#[track_caller]
fn walk_to_the_gap(page: &Page) {
    focus(page, "#funding-gap-switzerland");
    page.press(Key::Left);
    page.press(Key::Right);
    wait_focus(page, "#funding-gap-switzerland");
    page.wait_for("#funding .card a.cite");
}

#[track_caller]
fn chooses(choice: &Choice) {
    browse(|page| {
        open(page, "");
        page.click(choice.mark);
        wait_shows(page, &choice.filter);
        wait_filters(page, choice.query, &[choice.chip]);
        page.wait_attribute(choice.mark, "aria-pressed", "true");
        page.click(choice.mark);
        wait_shows(page, &Filter::default());
        wait_filters(page, "", &[]);
        page.wait_attribute(choice.mark, "aria-pressed", "false");
    });
}

#[track_caller]
fn click_land(page: &Page, longitude_deg: f64, latitude_deg: f64) {
    let (width, height): (f64, f64) = page.evaluate(
        "const picture = document.querySelector('#geography .picture');
         picture.scrollIntoView({ block: 'center' });
         const box = picture.getBoundingClientRect();
         return [box.width, box.height]",
        &[],
    );
    let at = projection(width, MapWindow::default()).px_from_lon_lat(longitude_deg, latitude_deg);
    page.click_at("#geography .picture", at.x / width, at.y / height);
}
