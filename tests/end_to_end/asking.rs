//! What a reader asks beyond the filters: search, pages of rows, comparison, orders and shares, the map's parts and layers, the steps
//! from event to event, terms, and what holds in the data.

use thirtyfour::Key;

use crate::explorer::{focus, open, wait_filters, wait_focus};
use crate::harness::{Page, browse, until, wait_equal};
use crate::report::REPORT;

/// The titles of what was found.
fn found(page: &Page) -> Vec<String> {
    page.texts("#results .facts > li > .page-link")
}

#[test]
fn manila_is_found_in_either_language_and_case() {
    browse(|page| {
        open(page, "?lang=en");
        let mut all = Vec::new();
        for typed in ["Manila", "manila", "马尼拉"] {
            page.evaluate::<()>("document.getElementById('search').value = ''", &[]);
            page.type_into("#search", typed);
            page.wait_text("#found", "result");
            until("Manila among the results", || {
                let titles = found(page);
                let is_there = titles.iter().any(|title| title == "Manila");
                is_there.then_some(()).ok_or_else(|| format!("{titles:?}"))
            });
            all.push(found(page));
            page.click("#search-clear");
            page.wait_gone("#results");
        }
        assert!(all.windows(2).all(|two| two[0] == two[1]), "{all:#?}");
    });
}

#[test]
fn a_search_stands_in_the_address_and_back_takes_it_away() {
    browse(|page| {
        open(page, "?lang=en");
        page.type_into("#search", "munz");
        page.wait_url("q=munz");
        page.wait_text("#results", "Rainer Münz");
        page.click_text("#results a.page-link", "Rainer Münz");
        page.wait_text("#panel-title", "Rainer Münz");
        page.wait_text("#panel", "expert");
        page.back();
        page.wait_gone("#panel");
        page.back();
        page.wait_gone("#results");
        wait_filters(page, "", &[]);
    });
}

#[test]
fn what_is_not_there_is_said_and_markup_is_only_text() {
    browse(|page| {
        open(page, "?lang=en&q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E");
        page.wait_text("#found", "Nothing in the report matches “<img src=x");
        assert_eq!(page.count("#results img"), 0);
    });
}

#[test]
fn a_result_filters_every_view() {
    browse(|page| {
        open(page, "?lang=en&q=recruitment");
        page.click_text("#results li:has(.page-link mark) .result-filter", "Filter");
        until("a filter", || {
            let url = page.url();
            let is_on = url.contains("topic=recruitment");
            is_on.then_some(()).ok_or(url)
        });
        page.wait_text("#outcomes-title", "2 of 40 outcomes");
        page.wait_text("#outcomes .mark-list", "regulate recruiters");
    });
}

#[test]
fn a_meetings_page_names_its_lanes_sessions_and_people_and_leads_on() {
    browse(|page| {
        open(page, "?lang=en&open=event.thematic-abuja");
        page.wait_text("#panel", "17–18 October 2011");
        for said in [
            "2 days",
            "Abuja, Nigeria",
            "Cluster I",
            "Cluster III",
            "Working session 1.2",
        ] {
            page.wait_text("#panel", said);
        }
        assert!(
            page.count("#panel a.cite") > 10,
            "each statement has its paragraphs"
        );
        page.click_text("#panel a.page-link", "Working session 1.2");
        page.wait_url("open=event.session-1-2");
        page.wait_text("#panel", "co-chair");
        page.back();
        page.wait_url("open=event.thematic-abuja");
        focus(page, "#panel");
        page.press(Key::Escape);
        page.wait_gone("#panel");
    });
}

#[test]
fn the_philippines_page_has_each_of_its_practices() {
    browse(|page| {
        open(page, "?lang=en&open=country.PHL");
        page.wait_text("#panel", "Practices");
        let key = REPORT.countries.find("PHL").expect("it is a state");
        let practices = REPORT.practices.rows().iter();
        let own: Vec<_> = practices.filter(|p| p.countries.contains(&key)).collect();
        assert!(own.len() > 3);
        for practice in own {
            page.wait_text("#panel", &practice.summary.en);
        }
        page.click("#panel-filter");
        page.wait_url("country=PHL");
        page.wait_text("#practices-title", "Philippines");
    });
}

#[test]
fn a_page_that_nobody_has_is_said_to_be_none() {
    browse(|page| {
        open(page, "?lang=zh&open=person.nobody");
        page.wait_text("#panel", "数据包中没有这一条目");
    });
}

#[test]
fn two_selections_stand_side_by_side_until_the_comparison_ends() {
    browse(|page| {
        open(page, "?lang=en&cluster=2");
        page.click("#compare-keep");
        page.wait_url("cmp=");
        page.click("#cluster-2");
        page.click("#cluster-1");
        page.wait_text("#compare-title", "A leaves");
        let row = || {
            let rows = page.texts("#compare-table tbody tr");
            rows.into_iter()
                .find(|row| row.starts_with("Thematic meetings"))
                .unwrap_or_default()
        };
        until("2 and 6 meetings, 4 apart", || {
            let row = row();
            let is_right = row.contains(" 2 ") && row.contains(" 6 ") && row.contains("+4");
            is_right.then_some(()).ok_or(row)
        });
        page.click("#compare-swap");
        until("4 less", || {
            let row = row();
            row.contains("−4").then_some(()).ok_or(row)
        });
        wait_filters(page, "cluster=2&cmp=cluster%3D1", &["Cluster II"]);
        page.click("#compare-end");
        page.wait_gone("#compare");
    });
}

#[test]
fn from_event_to_event_and_back() {
    browse(|page| {
        open(page, "?lang=en&cluster=2&kind=thematic");
        page.click("#event-next");
        page.wait_url("event=thematic-san-salvador");
        page.wait_text(
            "#event-position",
            "1 of 2: San Salvador, 4–5 October 2011, Cluster II",
        );
        page.click("#event-next");
        page.wait_text("#event-position", "2 of 2: Istanbul");
        page.wait_attribute("#event-next", "aria-disabled", "true");
        page.click("#event-previous");
        page.wait_text("#event-position", "1 of 2");
        page.back();
        page.wait_text("#event-position", "2 of 2");
    });
}

#[test]
fn a_part_of_the_map_is_drawn_larger_without_dragging_or_a_wheel() {
    browse(|page| {
        open(page, "?lang=en");
        let whole = page.count("#geography button.hit");
        page.click("#map-larger");
        page.click("#map-larger");
        page.wait_url("map=2~");
        until("fewer places", || {
            let shown = page.count("#geography button.hit");
            (shown < whole)
                .then_some(())
                .ok_or_else(|| shown.to_string())
        });
        let before = page.url();
        page.click("#map-east");
        until("another middle", || {
            let now = page.url();
            (now != before).then_some(()).ok_or(now)
        });
        page.click("#map-whole");
        wait_equal("all places", &whole, || page.count("#geography button.hit"));
        wait_filters(page, "", &[]);
    });
}

#[test]
fn a_layer_shows_the_members_of_one_body() {
    browse(|page| {
        open(page, "?lang=en&layer=assessment-team");
        let body = REPORT.bodies.find("assessment-team").expect("it is a body");
        let seats = REPORT.memberships.rows().iter();
        let members = seats.filter(|seat| seat.body == body).count();
        page.wait_text("#geography-title", &format!("{members} states"));
        wait_equal("the members", &members, || {
            page.count("#geography .countries li")
        });
        page.wait_text("#seats", "Assessment Team");
    });
}

#[test]
fn views_are_arranged_and_the_arrangement_survives_a_switch_of_language() {
    browse(|page| {
        open(page, "?lang=en");
        page.click("#participation-scale-share");
        page.wait_url("scale=participation.share");
        page.wait_text("#participation .subtitle", "Shares");
        page.click("#outcomes-facet-cluster");
        page.wait_text("#outcomes-title", "by cluster");
        page.click("#seats-sort-value");
        page.wait_url("sort=seats.value");
        let first = page.attribute("#seats button.hit", "id");
        assert_eq!(first.as_deref(), Some("seats-CHE"));
        page.click("#lang-zh");
        page.wait_attribute("html", "lang", "zh-Hans");
        page.wait_attribute("#seats-sort-value", "aria-pressed", "true");
        page.wait_attribute("#participation-scale-share", "aria-pressed", "true");
        page.click("#participation-scale-count");
        page.back();
        page.wait_attribute("#participation-scale-share", "aria-pressed", "true");
    });
}

#[test]
fn a_term_opens_its_definition_and_the_list_has_all() {
    browse(|page| {
        open(page, "?lang=en");
        page.click("#glossary > summary");
        wait_equal("the terms", &REPORT.terms.len(), || {
            page.count("#glossary li")
        });
        page.click_text("#glossary a.page-link", "Common Space");
        page.wait_text("#panel-title", "Common Space");
        page.wait_text("#panel", "共同空间");
        page.wait_text("#panel", "official");
    });
}

#[test]
fn the_data_check_finds_every_citation_and_every_total_in_order() {
    browse(|page| {
        open(page, "?lang=en");
        page.click("#data-check > summary");
        page.wait_text("#data-check", "none to a paragraph that does not exist");
        page.wait_text("#data-check", "no parts that come to more than their total");
    });
}

#[test]
fn while_two_selections_are_compared_each_table_says_where_its_rows_stand() {
    browse(|page| {
        open(
            page,
            "?lang=en&cluster=1&cmp=cluster%3D2&tab=timeline~outcomes~seats",
        );
        let stands = |view: &str, words: &str| {
            let rows = page.texts(&format!("#{view}-table tbody tr"));
            let row = rows.iter().find(|row| row.contains(words));
            row.cloned().unwrap_or_default()
        };
        let wait = |view: &str, words: &str, which: &str| {
            until(&format!("{words} to be {which}"), || {
                let row = stands(view, words);
                row.contains(which).then_some(()).ok_or(row)
            });
        };
        wait("timeline", "Istanbul", "A only");
        wait("timeline", "Kingston", "B only");
        wait("timeline", "Concluding Debate", "A and B");
        wait("outcomes", "Working session, cluster II", "A only");
        wait("outcomes", "Working session 1.2", "B only");
        // Seats belong to no cluster: that is said, and there are no zeros.
        page.wait_text("#seats .table-notes", "does not divide these by cluster");
        assert!(!page.text("#seats-table thead").contains("In A or B"));
        // The column sorts like any other: A first, then both, then B.
        page.click_text("#timeline-table thead button", "In A or B");
        until("A first", || {
            let rows = page.texts("#timeline-table tbody tr");
            let order: Vec<usize> = rows
                .iter()
                .map(|row| {
                    ["A only", "A and B", "B only"]
                        .iter()
                        .position(|w| row.contains(w))
                })
                .map(|place| place.unwrap_or(3))
                .collect();
            order.is_sorted().then_some(()).ok_or(format!("{order:?}"))
        });
        page.click("#lang-zh");
        wait("timeline", "伊斯坦布尔", "仅属A");
        page.click("#compare-end");
        page.wait_gone("#compare");
        until("the table as it was", || {
            let head = page.text("#timeline-table thead");
            (!head.contains("属于A或B")).then_some(()).ok_or(head)
        });
    });
}

#[test]
fn what_only_the_kept_selection_has_is_listed_where_the_present_one_leaves_nothing() {
    browse(|page| {
        open(
            page,
            "?lang=en&time=1999-12-31..1999-12-31&cmp=event%3Dsession-2&tab=outcomes",
        );
        let session = REPORT.events.find("session-2").expect("it is a session");
        let outcomes = REPORT.outcomes.rows().iter();
        let count = outcomes.filter(|o| o.event == session).count();
        wait_equal("the rows", &count, || {
            page.count("#outcomes-table tbody tr")
        });
        page.click("#compare-end");
        page.wait_gone("#outcomes-table");
        page.wait_text("#outcomes .empty", "Nothing in the report matches");
    });
}

#[test]
fn a_meetings_page_leads_to_what_was_on_the_same_days() {
    browse(|page| {
        open(page, "?lang=en&open=event.thematic-dhaka");
        page.wait_text("#panel", "On the same days");
        page.wait_text("#panel", "In common: 4 October 2011");
        page.click_text("#panel a.page-link", "Cooperation Strategies among States");
        page.wait_url("open=event.thematic-san-salvador");
        page.wait_text("#panel", "Cooperating with Receiving Countries");
    });
}

#[test]
fn calls_have_a_table_of_their_own_that_follows_the_filter() {
    browse(|page| {
        open(page, "?lang=en&topic=recruitment");
        let topic = REPORT.topics.find("recruitment").expect("it is a topic");
        let calls = REPORT.calls.rows().iter();
        let of_topic: Vec<_> = calls.filter(|c| c.topics.contains(&topic)).collect();
        let share = format!("({} of {})", of_topic.len(), REPORT.calls.len());
        page.wait_text("#calls > summary", &share);
        page.click("#calls > summary");
        wait_equal("the calls", &of_topic.len(), || {
            page.count("#calls-table tbody tr")
        });
        for call in of_topic {
            for words in [&call.actor.en, &call.summary.en] {
                page.wait_text("#calls-table", words);
            }
        }
        assert!(page.count("#calls-table a.cite") > 0);
        page.wait_text("#calls", "never counted as such");
        page.click_text("#calls-table thead button", "Who called");
        page.click("#lang-zh");
        page.wait_text("#calls > summary", "成果之外的呼吁和要求");
        page.wait_text("#outcomes-title", "40项成果中有2项");
    });
}

#[test]
fn a_thematic_meeting_leads_to_the_outcomes_of_the_sessions_that_it_fed() {
    browse(|page| {
        open(page, "?lang=en");
        page.click("#timeline-thematic-bern");
        let bern = REPORT.events.find("thematic-bern").expect("it is an event");
        let fed = &REPORT.events.get(bern).expect("a key of it").feeds;
        let outcomes = REPORT.outcomes.rows().iter();
        let count = outcomes.filter(|o| fed.contains(&o.event)).count();
        let all = REPORT.outcomes.len();
        page.wait_text("#outcomes-title", &format!("{count} of {all} outcomes"));
        page.wait_text("#outcomes .subtitle", "took up the results of: Bern");
        wait_equal("the list", &count, || {
            page.count("#outcomes .mark-list > li")
        });
        page.wait_text("#people .empty", "Bern: the report names no chair");
    });
}

#[test]
fn the_keyboard_reaches_the_search_and_escape_empties_it() {
    browse(|page| {
        open(page, "?lang=en&q=geneva");
        page.wait_for("#results");
        focus(page, "#search");
        page.press(Key::Escape);
        page.wait_gone("#results");
        wait_focus(page, "search");
    });
}
