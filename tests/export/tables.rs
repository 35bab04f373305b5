//! A view as a table in CSV and JSON.

use std::collections::BTreeSet;

use forum_explorer::chart::kind::ChartKind;
use forum_explorer::chart::scene::Emphasis;
use forum_explorer::chart::view_table::view_table;
use forum_explorer::export::colophon::Colophon;
use forum_explorer::export::csv::harmless;
use forum_explorer::export::sheet::{Column, Holds, Sheet, sheet};
use forum_explorer::export::{csv, json};
use forum_explorer::language::lang::Lang::{self, En, Fr, Zh};
use proptest::prelude::*;
use serde_json::Value;

use crate::forums::{Forum, folders, shipped};

fn saved(forum: &Forum, kind: ChartKind, address: &str, lang: Lang) -> (Sheet, Colophon) {
    let written = (&forum.folder.descriptor, &*forum.folder.files);
    forum.under(address, lang, |input| {
        let scene = kind.scene(input, None);
        let colophon = Colophon {
            title: scene.title.clone(),
            source: scene.source(),
            ..forum.colophon(address, lang)
        };
        let table = view_table(kind, &scene, input, None);
        (
            sheet(kind, &table, input, false, written, &colophon),
            colophon,
        )
    })
}

/// The records of a CSV text as a program reads them that knows the mark of UTF-8.
fn read(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').expect("the mark of UTF-8");
    let mut reader = ::csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.as_bytes());
    let records = reader
        .records()
        .map(|r| r.expect("a record as wide as the header"));
    records
        .map(|r| r.iter().map(str::to_owned).collect())
        .collect()
}

fn column<'a>(records: &'a [Vec<String>], name: &str) -> Vec<&'a str> {
    let place = records[0].iter().position(|n| n == name);
    let place = place.unwrap_or_else(|| panic!("a column {name} in {:?}", records[0]));
    records[1..].iter().map(|row| row[place].as_str()).collect()
}

#[test]
fn money_stands_as_words_and_as_the_package_has_it_with_its_paragraphs() {
    let (sheet, _) = saved(&shipped(), ChartKind::Funding, "", En);
    let records = read(&csv::written(&sheet));
    let budget = column(&records, "row_id")
        .iter()
        .position(|id| *id == "core-budget");
    let budget = budget.expect("the core budget");
    assert_eq!(column(&records, "row_table")[budget], "funding");
    assert_eq!(column(&records, "row_amount")[budget], "2155232");
    assert_eq!(column(&records, "row_currency")[budget], "USD");
    assert_eq!(column(&records, "row_source")[budget], "27;27:i");
    assert!(
        column(&records, "row_derived")
            .iter()
            .any(|d| d.contains("core-budget"))
    );
    assert!(
        records[budget + 1]
            .iter()
            .any(|cell| cell == "US$2,155,232")
    );
    for name in ["row_status", "row_form", "row_kind"] {
        column(&records, name);
    }
}

#[test]
fn every_row_says_where_it_is_from() {
    for lang in [En, Zh, Fr] {
        let (sheet, colophon) = saved(&shipped(), ChartKind::Timeline, "?cluster=2", lang);
        let records = read(&csv::written(&sheet));
        assert!(records.len() > 2);
        let said = [
            ("file_title", &colophon.title),
            ("file_data", &colophon.data),
            ("file_licence", &"CC-BY-4.0".to_owned()),
            ("file_version", &"1.0.0".to_owned()),
            ("file_date", &"2026-11-23".to_owned()),
            ("file_saved", &"2026-12-01".to_owned()),
            (
                "file_address",
                &"https://example.org/x/?cluster=2".to_owned(),
            ),
        ];
        for (name, value) in said {
            assert!(
                column(&records, name).iter().all(|cell| cell == value),
                "{name}"
            );
        }
    }
}

#[test]
fn a_table_has_what_the_filters_leave_in_and_nothing_else() {
    let forum = shipped();
    for address in [
        "",
        "?cluster=2",
        "?kind=thematic&region=europe",
        "?country=CHE",
        "?topic=remittances",
    ] {
        let readable = forum_explorer::share::query::read(address, &forum.data)
            .1
            .is_empty();
        if !readable {
            continue;
        }
        for kind in ChartKind::ALL {
            let (sheet, _) = saved(&forum, kind, address, En);
            let records = read(&csv::written(&sheet));
            let ids: BTreeSet<String> = column(&records, "row_id")
                .into_iter()
                .map(str::to_owned)
                .collect();
            let left: BTreeSet<String> = forum.under(address, En, |input| {
                let scene = kind.scene(input, None);
                let marks = scene.marks.into_iter();
                let marks =
                    marks.filter(|m| !m.cells.is_empty() && m.emphasis != Emphasis::Background);
                marks.map(|m| m.id).collect()
            });
            assert_eq!(ids, left, "{} of {address}", kind.slug());
        }
    }
    let count = |address| saved(&forum, ChartKind::Timeline, address, En).0.rows.len();
    assert!(count("?cluster=2") < count(""));
}

#[test]
fn excel_sees_chinese_and_lines_end_as_it_writes_them() {
    let (sheet, _) = saved(&shipped(), ChartKind::Participation, "", Zh);
    let text = csv::written(&sheet);
    assert!(text.as_bytes().starts_with(&[0xEF, 0xBB, 0xBF]));
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    assert_eq!(text.lines().count(), sheet.rows.len() + 1);
    assert!(
        column(&read(&text), "file_data")
            .iter()
            .all(|t| *t == "全球移徙与发展论坛2011年会议")
    );
}

#[test]
fn columns_of_every_view_of_every_package_have_names_of_their_own_and_every_row_fits() {
    for folder in folders() {
        let forum = Forum::open(&folder);
        for kind in ChartKind::ALL {
            for lang in [En, Zh, Fr] {
                let (sheet, colophon) = saved(&forum, kind, "", lang);
                let names: BTreeSet<String> = sheet
                    .columns
                    .iter()
                    .map(|c| c.name.to_lowercase())
                    .collect();
                assert_eq!(
                    names.len(),
                    sheet.columns.len(),
                    "{folder:?} {}",
                    kind.slug()
                );
                assert!(
                    sheet
                        .rows
                        .iter()
                        .all(|row| row.len() == sheet.columns.len())
                );
                let records = read(&csv::written(&sheet));
                assert_eq!(records.len(), sheet.rows.len() + 1);
                let file: Value = serde_json::from_str(&json::written(&sheet, &colophon)).unwrap();
                assert_eq!(
                    file["rows"].as_array().map(Vec::len),
                    Some(sheet.rows.len())
                );
            }
        }
    }
}

#[test]
fn json_has_numbers_as_numbers_and_what_is_not_stated_as_null() {
    let (sheet, colophon) = saved(&shipped(), ChartKind::Funding, "", En);
    let file: Value = serde_json::from_str(&json::written(&sheet, &colophon)).unwrap();
    let rows = file["rows"].as_array().unwrap();
    let budget = rows
        .iter()
        .find(|row| row["row_id"] == "core-budget")
        .unwrap();
    assert_eq!(budget["row_amount"], 2_155_232);
    assert_eq!(budget["row_source"], serde_json::json!(["27", "27:i"]));
    let unstated = rows
        .iter()
        .find(|row| row["row_id"] == "support-unit-delegates")
        .unwrap();
    assert_eq!(unstated["row_amount"], Value::Null);
    assert_eq!(file["licence"], "CC-BY-4.0");
    assert_eq!(file["version"], "1.0.0");
    assert!(
        file["source"]
            .as_array()
            .unwrap()
            .contains(&Value::from("27"))
    );
    let (sheet, colophon) = saved(&shipped(), ChartKind::Participation, "", En);
    let file: Value = serde_json::from_str(&json::written(&sheet, &colophon)).unwrap();
    let exact = file["rows"]
        .as_array()
        .unwrap()
        .iter()
        .any(|row| row["row_op"] == "=");
    let truth = file["rows"]
        .as_array()
        .unwrap()
        .iter()
        .all(|row| row["row_overlapping"].is_boolean());
    assert!(exact && truth);
}

fn of_words(cells: &[&str]) -> Sheet {
    let column = |place: usize| Column {
        name: format!("column {place}"),
        holds: Holds::Words,
    };
    Sheet {
        columns: (0..cells.len()).map(column).collect(),
        rows: vec![cells.iter().map(|cell| (*cell).to_owned()).collect()],
    }
}

#[test]
fn nothing_in_a_table_is_computed_by_a_spreadsheet_and_negative_numbers_stay_numbers() {
    let odd = [
        "=1+1",
        "+cmd|' /C calc'!A0",
        "-1+1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "＝1+1",
        "=HYPERLINK(\"x\")",
    ];
    let records = read(&csv::written(&of_words(&odd)));
    for (cell, before) in records[1].iter().zip(odd) {
        assert_eq!(cell, &format!("'{before}"));
    }
    let plain = [
        "-12",
        "-12.5",
        "+3",
        "−12",
        "2,155,232",
        "a=b",
        "1-2",
        "第1段",
        "",
        "'x",
    ];
    assert_eq!(read(&csv::written(&of_words(&plain)))[1], plain);
}

#[test]
fn commas_quotes_and_breaks_of_line_come_back_as_they_were() {
    let odd = [
        "a,b",
        "say \"so\"",
        "two\nlines",
        "two\r\nlines",
        " space ",
        "中文，逗号",
    ];
    assert_eq!(read(&csv::written(&of_words(&odd)))[1], odd);
}

proptest! {
    #[test]
    fn any_cell_comes_back_or_with_an_apostrophe(cells in prop::collection::vec(any::<String>(), 1..6)) {
        let borrowed: Vec<&str> = cells.iter().map(String::as_str).collect();
        let records = read(&csv::written(&of_words(&borrowed)));
        let back = &records[1];
        for (cell, before) in back.iter().zip(&cells) {
            prop_assert_eq!(cell, &harmless(before));
            let is_formula = cell.starts_with(['=', '@', '\t', '\r']);
            prop_assert!(!is_formula, "{}", cell);
        }
    }
}
