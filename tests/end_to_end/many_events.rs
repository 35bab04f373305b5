//! A package of more events than can stand one by one: bars count them, and filters act on the bars.

use std::path::PathBuf;
use std::process::Command;

use crate::explorer::{open, query_of};
use crate::harness::{Page, browse, until};

/// Enough for some 600 events.
const ROWS: &str = "30000";

/// Writes an invented package, once, and puts it below `many/` of the page's host.
fn put_many(page: &Page) {
    let folder = folder();
    for entry in std::fs::read_dir(&folder).expect("the package was written") {
        let path = entry.expect("a file").path();
        let name = path.file_name().expect("a name").to_string_lossy();
        let content = std::fs::read(&path).expect("a file");
        page.site().put_file(&format!("many/{name}"), content);
    }
}

fn folder() -> PathBuf {
    let folder = std::env::temp_dir().join(format!("many-events-{}", std::process::id()));
    let thread = std::thread::current();
    let folder = folder.join(thread.name().unwrap_or("test").replace("::", "-"));
    std::fs::create_dir_all(&folder).expect("a folder");
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let written = Command::new(env!("CARGO_BIN_EXE_big-package"))
        .arg(ROWS)
        .arg(root.join("public/data"))
        .arg(root.join("public/map/world.txt"))
        .arg(&folder)
        .output()
        .expect("the program runs");
    assert!(written.status.success(), "{written:?}");
    folder
}

/// The numbers that the count above the views says.
fn counted(page: &Page) -> Vec<usize> {
    let count = page.text("#count").replace(',', "");
    let words = count.split(|c: char| !c.is_ascii_digit());
    words.filter_map(|word| word.parse().ok()).collect()
}

#[test]
fn many_events_are_counted_by_bars_that_choose_their_time() {
    browse(|page| {
        put_many(page);
        open(page, "?data=many/datapackage.json&lang=en");
        // All years of it: no single one has too many.
        page.click("#context");
        page.wait_text(
            "#timeline .subtitle",
            "A bar counts the events that begin within",
        );
        let bars = page.count("#timeline button.hit");
        assert!((10..400).contains(&bars), "{bars} bars");
        let before = counted(page);
        page.click("#timeline button.hit");
        page.wait_url("time=");
        until("fewer events", || {
            let now = counted(page);
            (now < before)
                .then_some(())
                .ok_or(format!("{now:?}, {before:?}"))
        });
        assert!(query_of(page).contains("time="));
        assert_eq!(page.count("#timeline button.hit"), bars, "the bars stay");
        page.click("#clear");
        until("all events", || {
            let now = counted(page);
            (now == before)
                .then_some(())
                .ok_or(format!("{now:?}, {before:?}"))
        });
    });
}

#[test]
fn on_a_phone_they_are_a_list_of_what_the_bars_count() {
    browse(|page| {
        put_many(page);
        page.set_window(390, 800);
        open(page, "?data=many/datapackage.json&lang=zh");
        page.wait_for("#timeline .event-list");
        let lines = page.count("#timeline .event-list li");
        assert!((5..300).contains(&lines), "{lines} lines");
    });
}
