//! A package with something wrong in it: that is said, with table, row and column, and everything else is shown.

use serde_json::{Value, json};

use crate::explorer::{Shown, open, wait_filters, wait_shows};
use crate::harness::{Fault, Page, browse};
use crate::naive::Filter;
use crate::report::REPORT;

const OWN: &str = "data/forum.json";
const NOTICE: &str = "#data-issues";

#[test]
fn a_damaged_row_costs_that_row_and_is_named() {
    browse(|page| {
        edit(page, |root| {
            *cell(root, "events", "thematic-kingston", "start") = "2011-99-07".into()
        });
        open(page, "?lang=en");
        page.wait_text(NOTICE, "“2011-99-07” is not a date");
        page.wait_text(NOTICE, "The row was left out.");
        assert_eq!(Shown::on(page).count, (13, 13));
        assert!(!Shown::on(page).timeline.contains_key("thematic-kingston"));
        assert_still_filters(page, 13);
        open(page, "?lang=zh");
        page.wait_text(NOTICE, "“2011-99-07”不是日期");
        page.wait_text(NOTICE, "该行未收入。");
        assert_names(page, &["events", "thematic-kingston", "start"]);
    });
}

#[test]
fn a_second_row_with_the_same_key_is_left_out_and_named() {
    browse(|page| {
        edit(page, |root| {
            let rows = table(root, "events");
            let copy = row(rows, "thematic-bern").clone();
            rows.push(copy);
        });
        open(page, "?lang=en");
        page.wait_text(NOTICE, "An earlier row already has the key “thematic-bern”");
        wait_shows(page, &Filter::default());
        assert_still_filters(page, 14);
        open(page, "?lang=zh");
        page.wait_text(NOTICE, "前面已有一行使用同一个键“thematic-bern”");
        assert_names(page, &["events"]);
    });
}

#[test]
fn a_reference_to_nothing_is_named() {
    browse(|page| {
        edit(page, |root| {
            *cell(root, "events", "thematic-bern", "place") = "atlantis".into()
        });
        open(page, "?lang=en");
        page.wait_text(NOTICE, "“atlantis” is not a row of the table places");
        assert_still_filters(page, Shown::on(page).count.1);
        open(page, "?lang=zh");
        page.wait_text(NOTICE, "“atlantis”不是");
        assert_names(page, &["events", "thematic-bern", "place"]);
    });
}

#[test]
fn a_column_that_nobody_knows_is_named() {
    browse(|page| {
        edit(page, |root| {
            for (index, row) in table(root, "events").iter_mut().enumerate() {
                let cell = if index == 0 { "mood" } else { "fine" };
                row.as_array_mut()
                    .expect("a row is a list")
                    .push(cell.into());
            }
        });
        open(page, "?lang=en");
        wait_shows(page, &Filter::default());
        page.wait_text(NOTICE, "does not know this column");
        assert_names(page, &["events", "mood"]);
    });
}

#[test]
fn a_table_that_is_left_out_costs_only_its_view() {
    browse(|page| {
        edit(page, |root| {
            let resources = root["resources"].as_array_mut().expect("it has tables");
            resources.retain(|resource| resource["name"] != "funding");
        });
        open(page, "?lang=en");
        page.wait_text("#funding", "no data for this view");
        assert_still_filters(page, 14);
        open(page, "?lang=zh");
        page.wait_text("#funding", "没有此视图的数据");
        assert_eq!(page.count(NOTICE), 0, "a package may do without it");
    });
}

#[test]
fn a_package_for_a_later_explorer_is_shown_with_a_word_of_warning() {
    browse(|page| {
        edit(page, |root| root["explorerFormat"] = json!(99));
        open(page, "?lang=en");
        page.wait_text(NOTICE, "made for a newer explorer (format 99");
        wait_shows(page, &Filter::default());
        open(page, "?lang=zh");
        page.wait_text(NOTICE, "格式99");
    });
}

#[test]
fn rows_of_the_wrong_shape_cost_only_themselves() {
    browse(|page| {
        edit(page, |root| {
            table(root, "events").extend([
                json!(["too", "short"]),
                json!("no row"),
                json!(null),
                json!({ "id": "not-a-list", "kind": "thematic" }),
            ]);
            *cell(root, "participation", "csd-men", "value") = "many".into();
            *cell(root, "funding", "gap-switzerland", "amount") = "1e999".into();
        });
        open(page, "?lang=en");
        page.wait_text(NOTICE, "“many” is not a number");
        let left_out = page
            .texts(&format!("{NOTICE} li"))
            .into_iter()
            .filter(|line| line.contains("events") && line.contains("The row was left out."))
            .count();
        assert_eq!(left_out, 4, "{}", page.text(NOTICE));
        assert_eq!(Shown::on(page).count, (14, 14));
        assert_still_filters(page, 14);
        assert_names(page, &["participation", "csd-men", "value"]);
    });
}

#[test]
fn words_that_do_not_come_are_said_and_the_rest_works() {
    browse(|page| {
        page.site()
            .break_file("data/paragraphs.csv", Fault::NotFound);
        open(page, "?lang=en");
        wait_shows(page, &Filter::default());
        page.evaluate::<()>("document.getElementById('sources').scrollIntoView()", &[]);
        page.wait_text(NOTICE, "could not be fetched: the server answered 404");
        page.wait_for("#conflicts");
        assert_still_filters(page, 14);
        page.click("#lang-zh");
        page.wait_text(NOTICE, "服务器返回 404");
        assert_names(page, &["paragraphs"]);
    });
}

#[test]
fn a_paragraph_whose_words_did_not_come_is_not_denied() {
    browse(|page| {
        page.site()
            .break_file("data/paragraphs.csv", Fault::NotFound);
        open(page, "?lang=en&p=27");
        page.wait_text(NOTICE, "404");
        page.wait_for("#panel-title");
        let said = page.text("#panel");
        assert!(
            !said.contains("has no paragraph 27"),
            "the report has it, only its words did not come: {said}"
        );
    });
}

#[test]
fn words_that_did_not_come_come_when_asked_for_again() {
    for in_panel in [true, false] {
        browse(|page| {
            page.site()
                .break_file("data/paragraphs.csv", Fault::NotFound);
            open(page, "?lang=en&p=27&cluster=2");
            page.wait_text(NOTICE, "404");
            page.wait_text("#panel", "did not arrive");
            page.site().mend_file("data/paragraphs.csv");
            let retry = if in_panel {
                "#panel .ignored button"
            } else {
                "#retry-missing"
            };
            page.click(retry);
            page.wait_gone(NOTICE);
            let gist = &REPORT.paragraphs.rows()[26].gist.en;
            page.wait_text("#panel .gist", gist);
            assert_eq!(page.count("#panel .ignored"), 0);
            wait_filters(page, "cluster=2&p=27", &["Cluster II"]);
        });
    }
}

#[test]
fn a_table_of_a_folder_that_did_not_come_comes_when_asked_for_again() {
    browse(|page| {
        page.site().break_file("data/events.csv", Fault::HungUp);
        open(page, "?data=data/&lang=en");
        page.wait_text(NOTICE, "events");
        page.wait_text("#timeline", "no data for this view");
        page.site().mend_file("data/events.csv");
        page.click("#retry-missing");
        page.wait_gone(NOTICE);
        wait_shows(page, &Filter::default());
        page.wait_text("#filter-kind", "Thematic meeting");
    });
}

#[test]
fn outlines_that_did_not_come_come_when_asked_for_again() {
    browse(|page| {
        page.site().break_file("map/world.txt", Fault::NotFound);
        open(page, "?lang=en");
        page.wait_text("#geography", "The map’s outlines could not be loaded");
        let bare = page.count("#geography .drawing svg *");
        page.site().mend_file("map/world.txt");
        page.click("#retry-map");
        page.wait_gone("#retry-map");
        assert!(page.count("#geography .drawing svg *") > bare);
    });
}

#[test]
fn without_outlines_the_list_has_everything() {
    for fault in [
        Fault::NotFound,
        Fault::HungUp,
        Fault::CutShort(1000),
        Fault::BrokenOff(1000),
    ] {
        browse(|page| {
            page.site().break_file("map/world.txt", fault);
            open(page, "?lang=en");
            page.wait_text("#geography", "The map’s outlines could not be loaded");
            wait_shows(page, &Filter::default());
            page.click_text("#geography .countries button", "Switzerland");
            wait_filters(page, "country=CHE", &["Switzerland"]);
            page.click("#geography-as-table");
            page.wait_for("#geography-table");
            page.click("#geography-as-chart");
            page.click("#lang-zh");
            page.wait_text("#geography", "地图轮廓未能载入");
        });
    }
}

/// Changes the packed package that the page loads.
fn edit(page: &Page, change: impl FnOnce(&mut Value)) {
    page.site().edit_file(OWN, |json| {
        let mut root = serde_json::from_str(json).expect("the packed package is JSON");
        change(&mut root);
        root.to_string()
    });
}

/// The rows of a table, its heading first.
fn table<'a>(root: &'a mut Value, name: &str) -> &'a mut Vec<Value> {
    let resources = root["resources"].as_array_mut().expect("it has tables");
    let resource = resources
        .iter_mut()
        .find(|resource| resource["name"] == name);
    resource.expect("it has this table")["data"]
        .as_array_mut()
        .expect("its rows are inline")
}

fn row<'a>(rows: &'a mut [Value], id: &str) -> &'a mut Value {
    rows.iter_mut()
        .find(|row| row[0] == id)
        .expect("it has this row")
}

fn cell<'a>(root: &'a mut Value, name: &str, id: &str, column: &str) -> &'a mut Value {
    let rows = table(root, name);
    let heading = rows[0].as_array().expect("a row is a list");
    let index = heading
        .iter()
        .position(|c| c == column)
        .expect("it has this column");
    &mut row(rows, id)[index]
}

/// A reader who mends the package must be told where to look.
#[track_caller]
fn assert_names(page: &Page, names: &[&str]) {
    let said = page.text(NOTICE);
    let unnamed: Vec<_> = names.iter().filter(|name| !said.contains(*name)).collect();
    assert!(
        unnamed.is_empty(),
        "the notice names no {unnamed:?}: {said}"
    );
}

#[track_caller]
fn assert_still_filters(page: &Page, meetings: usize) {
    page.click("#cluster-2");
    page.wait_text("#count", &format!("2 of {meetings} "));
    page.click("#cluster-2");
    page.wait_text("#count", &format!("{meetings} of {meetings} "));
}
