//! Every picture as a table: the same rows, sorted by any column, each with its paragraphs.

use thirtyfour::Key;

use crate::explorer::{focus, open, query_of, wait_filters, wait_focus};
use crate::harness::{Page, browse, wait_equal};
use crate::report::REPORT;

#[test]
fn each_column_sorts_both_ways_and_then_lets_go() {
    browse(|page| {
        open(page, "?tab=timeline~participation~geography~funding");
        for view in ["timeline", "participation", "geography", "funding"] {
            let columns = page.count(&format!("#{view}-table thead th[aria-sort]"));
            assert!(columns >= 3);
            for column in 1..=columns {
                sorts(page, view, column);
            }
        }
    });
}

#[test]
fn numbers_and_dates_sort_by_what_they_mean() {
    browse(|page| {
        open(page, "?tab=timeline~geography~funding&context=1");
        sort(page, "timeline", 1);
        let years: Vec<u32> = cells(page, "timeline", 1)
            .iter()
            .filter_map(|date| {
                date.split([' ', '–'])
                    .find(|word| word.len() == 4)?
                    .parse()
                    .ok()
            })
            .collect();
        assert!(years.len() > 40 && years.is_sorted(), "{years:?}");
        sort(page, "geography", 4);
        let seats: Vec<u32> = cells(page, "geography", 4)
            .iter()
            .map(|n| n.parse().unwrap_or(0))
            .collect();
        assert!(
            seats.iter().any(|n| *n > 0) && seats.is_sorted(),
            "{seats:?}"
        );
        sort(page, "funding", 3);
        let amounts: Vec<u64> = cells(page, "funding", 3)
            .iter()
            .filter_map(|text| text.strip_prefix("US$")?.replace(',', "").parse().ok())
            .collect();
        assert_eq!(amounts.len(), 3);
        assert!(amounts.is_sorted(), "{amounts:?}");
    });
}

#[test]
fn the_tab_stands_in_the_address_and_back_undoes_it() {
    browse(|page| {
        open(page, "");
        page.click("#geography-as-table");
        page.wait_for("#geography-table");
        page.wait_attribute("#geography-as-table", "aria-pressed", "true");
        page.wait_attribute("#geography-as-chart", "aria-pressed", "false");
        wait_equal("the query", &"tab=geography".to_owned(), || query_of(page));
        page.click("#funding-as-table");
        wait_equal("the query", &"tab=geography~funding".to_owned(), || {
            query_of(page)
        });
        page.back();
        page.wait_count("#funding-table", 0);
        page.click("#geography-as-chart");
        page.wait_for("#geography .drawing svg");
        wait_filters(page, "", &[]);
        page.back();
        page.wait_for("#geography-table");
    });
}

#[test]
fn a_table_too_wide_for_a_phone_scrolls_by_itself() {
    browse(|page| {
        page.set_window(320, 700);
        open(page, "?tab=geography");
        page.wait_for("#geography-table");
        let (fits, scrolls): (bool, bool) = page.evaluate(
            "const region = document.querySelector('#geography .table-region');
             return [document.scrollingElement.scrollWidth <= innerWidth,
                region.scrollWidth <= region.clientWidth || /auto|scroll/.test(getComputedStyle(region).overflowX)]",
            &[],
        );
        assert!(fits && scrolls);
        assert_eq!(
            page.attribute("#geography .table-region", "tabindex")
                .as_deref(),
            Some("0")
        );
    });
}

#[test]
fn choosing_a_row_keeps_the_keyboard_on_it() {
    browse(|page| {
        open(page, "?tab=timeline~geography");
        for (view, key) in [("timeline", "event="), ("geography", "country=")] {
            focus(
                page,
                &format!("#{view}-table tbody tr:nth-child(3) .row-select"),
            );
            let chosen = page.focused();
            page.press(Key::Enter);
            page.wait_url(key);
            wait_focus(page, &chosen);
            assert_eq!(
                page.count(&format!("#{view}-table .row-select[aria-pressed=true]")),
                1
            );
            page.press(Key::Enter);
            wait_filters(page, "tab=timeline~geography", &[]);
            wait_focus(page, &chosen);
        }
    });
}

#[test]
fn the_table_of_geography_says_what_its_list_says() {
    browse(|page| {
        for query in ["", "?region=africa", "?cluster=3&lang=zh"] {
            open(page, query);
            let mut listed: Vec<(String, usize)> = page.evaluate(
                "return [...document.querySelectorAll('#geography .countries button')].map(e =>
                    [e.children[0].innerText.trim(), Number(e.children[1].innerText.match(/\\d+/)[0])])",
                &[],
            );
            page.click("#geography-as-table");
            page.wait_for("#geography-table");
            let number = |text: &String| text.parse::<usize>().unwrap_or(0);
            let mut rows: Vec<(String, usize)> = rows(page, "geography")
                .iter()
                .map(|row| (label(&row[0]), number(&row[2]) + number(&row[3])))
                .collect();
            listed.sort();
            rows.sort();
            assert_eq!(listed, rows, "under {query:?}");
        }
    });
}

/// The short name, which stands in the list, of the country with this name, which stands in the table.
fn label(name: &str) -> String {
    let mut countries = REPORT.countries.rows().iter();
    let country = countries.find(|c| c.name.en == name || c.name.zh == name);
    let country = country.expect("the table has the names of the package");
    match country.name.en == name {
        true => country.label.en.clone(),
        false => country.label.zh.clone(),
    }
}

#[track_caller]
fn sorts(page: &Page, view: &str, column: usize) {
    let own = rows(page, view);
    sort(page, view, column);
    let up = rows(page, view);
    let heading = heading(view, column);
    page.click(&format!("{heading} button"));
    page.wait_attribute(&heading, "aria-sort", "descending");
    let down = rows(page, view);
    let keys = |rows: &[Vec<String>]| -> Vec<String> {
        rows.iter().map(|row| key(view, column, row)).collect()
    };
    let mut reversed = keys(&down);
    reversed.reverse();
    assert_eq!(keys(&up), reversed, "{view}, column {column}");
    let sorted = |rows: &[Vec<String>]| {
        let mut rows = rows.to_vec();
        rows.sort();
        rows
    };
    assert_eq!(
        sorted(&up),
        sorted(&own),
        "no row is lost: {view}, column {column}"
    );
    assert_eq!(
        page.count(&format!(
            "#{view}-table th[aria-sort]:not([aria-sort=none])"
        )),
        1
    );
    page.click(&format!("{heading} button"));
    page.wait_attribute(&heading, "aria-sort", "none");
    assert_eq!(rows(page, view), own, "{view}, column {column}");
}

/// What tells two rows of a sorted column apart: dates of months and days may begin alike, and counts differ in their units.
fn key(view: &str, column: usize, row: &[String]) -> String {
    let text = &row[column - 1];
    match (view, column) {
        ("timeline", 1) => String::new(),
        // By how many there were.
        ("timeline", 3) => text.matches('(').count().to_string(),
        ("participation", 3) => text.chars().filter(char::is_ascii_digit).collect(),
        _ => text.clone(),
    }
}

#[track_caller]
fn sort(page: &Page, view: &str, column: usize) {
    let heading = heading(view, column);
    page.click(&format!("{heading} button"));
    page.wait_attribute(&heading, "aria-sort", "ascending");
}

fn heading(view: &str, column: usize) -> String {
    format!("#{view}-table thead th:nth-child({column})")
}

#[track_caller]
fn cells(page: &Page, view: &str, column: usize) -> Vec<String> {
    rows(page, view)
        .into_iter()
        .map(|row| row[column - 1].clone())
        .collect()
}

#[track_caller]
fn rows(page: &Page, view: &str) -> Vec<Vec<String>> {
    page.evaluate(
        "return [...document.querySelectorAll(`#${arguments[0]}-table tbody tr`)]
            .map(row => [...row.cells].map(cell => cell.innerText.replace(/\\s+/g, ' ').trim()))",
        &[view.into()],
    )
}
