//! When things were on the screen, in the browser's own record, for whoever measures the page.

use serde_json::json;
use thirtyfour::Key;

use crate::explorer::open;
use crate::harness::{Page, browse, until};

/// The entries of the record by this name: when each began, and how long it took, in milliseconds.
fn entries(page: &Page, name: &str) -> Vec<(f64, f64)> {
    page.evaluate(
        "return performance.getEntriesByName(arguments[0]).map(e => [e.startTime, e.duration])",
        &[json!(name)],
    )
}

fn wait_entries(page: &Page, name: &str, count: usize) -> Vec<(f64, f64)> {
    until(name, || {
        let found = entries(page, name);
        if found.len() == count {
            Ok(found)
        } else {
            Err(format!("{found:?}"))
        }
    })
}

#[test]
fn the_record_tells_when_the_first_chart_stood_and_when_all_could_be_used() {
    browse(|page| {
        for query in [
            "?lang=en",
            "?lang=zh&region=asia",
            "?embed=1&view=funding&lang=en",
        ] {
            page.open(query);
            let ready = wait_entries(page, "explorer:ready", 1)[0].0;
            let first = wait_entries(page, "explorer:first-chart", 1)[0].0;
            assert!(0.0 < first && first <= ready, "{query}: {first}, {ready}");
            assert!(page.count(".view") > 0, "{query}");
            assert_eq!(
                page.count(".loading-part"),
                0,
                "{query}: all in sight is there"
            );
        }
    });
}

#[test]
fn each_change_of_filter_is_measured_once_from_what_the_reader_did() {
    browse(|page| {
        open(page, "?lang=en");
        page.hover("#timeline button.hit");
        page.wait_for("#timeline .card");
        assert!(
            entries(page, "explorer:filter").is_empty(),
            "hovering is no filter"
        );
        page.click("#timeline .source-line a.cite");
        page.wait_for("#panel .gist");
        page.press(Key::Escape);
        page.wait_gone("#panel");
        page.evaluate::<()>(
            "addEventListener('click', event => { window.clicked = event.timeStamp; }, { capture: true })",
            &[],
        );
        for (steps, cluster) in ["#cluster-1", "#cluster-2", "#cluster-2"]
            .into_iter()
            .enumerate()
        {
            page.click(cluster);
            let found = wait_entries(page, "explorer:filter", steps + 1);
            let (start, length) = found[steps];
            let clicked: f64 = page.evaluate("return window.clicked", &[]);
            assert_eq!(start, clicked);
            assert!(length > 0.0);
        }
        // Nor was the panel; and going back is a change like any other.
        page.back();
        wait_entries(page, "explorer:filter", 4);
    });
}
