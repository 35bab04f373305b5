//! What is beyond the limits is left out and said, and costs no more than itself.

use std::fs::{self, File};

use forum_explorer::model::issue::{Effect, Reason, Unreachable};
use forum_explorer::package::csv::{Split, Splitter};
use forum_explorer::package::folder;
use forum_explorer::package::limits::{MOST_CELL_BYTES, MOST_COLUMNS, MOST_FILE_BYTES, MOST_ROWS};

use crate::small::{Package, complains};

#[test]
fn rows_beyond_the_limit_are_not_read_and_those_before_are() {
    let header = "a\n";
    for (rows, is_whole) in [(MOST_ROWS, true), (MOST_ROWS + 1, false)] {
        let mut splitter = Splitter::new(header.to_owned() + &"1\n".repeat(rows));
        let read = std::iter::from_fn(|| splitter.next()).count();
        assert_eq!(read, 1 + MOST_ROWS, "the header and as many rows");
        let most = MOST_ROWS;
        let fault = (Reason::TooManyRows { most }, Effect::RestLeftOut);
        assert_eq!(splitter.fault(), (!is_whole).then_some(fault));
        assert_eq!(splitter.next(), None, "and nothing more");
    }
}

#[test]
fn a_row_of_too_many_columns_ends_the_table() {
    let mut package = Package::small();
    let events = package.file("events");
    *events = events.clone() + &",".repeat(MOST_COLUMNS) + "\n";
    complains(
        &package,
        "events row 5: The row has more than 1000 columns, the most that are read. This row and all after it were left out.",
    );
    assert_eq!(package.build().0.events.len(), 4);
    *package.file("events") = ",".repeat(MOST_COLUMNS) + "\n1,2\n";
    assert_eq!(package.build().0.events.len(), 0);
}

#[test]
fn a_cell_beyond_the_limit_ends_the_table_and_a_long_one_is_read() {
    for (length, is_read) in [(100_000, true), (MOST_CELL_BYTES + 1, false)] {
        let mut package = Package::small();
        let bodies = package.file("bodies");
        let title = "x".repeat(length);
        bodies.push_str(&format!("long,{title},{title},group,1\n"));
        let (data, _) = package.build();
        let long = data
            .bodies
            .keys()
            .find(|key| data.bodies.id(*key) == "long");
        assert_eq!(long.is_some(), is_read, "{length}");
        if !is_read {
            complains(
                &package,
                "bodies row 2: The row has a cell of more than 1000000 bytes, the most that is read of one. This row and all after it were left out.",
            );
        }
    }
}

#[test]
fn a_file_beyond_the_limit_is_not_read_from_disk() {
    let folder = std::env::temp_dir().join(format!("forum-explorer-limits-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("the system's folder for temporary files is writable");
    let json = r#"{"resources":[{"name":"events","path":"events.csv"}]}"#;
    fs::write(folder.join("datapackage.json"), json).expect("it can be written");
    // It takes no room on disk: nothing was written into it.
    let file = File::create(folder.join("events.csv")).expect("it can be made");
    file.set_len(MOST_FILE_BYTES as u64 + 1)
        .expect("it can be as long");
    let opened = folder::open(&folder);
    fs::remove_dir_all(&folder).expect("it can be removed");
    let files = opened.expect("the package can be opened").files;
    let events = files.into_iter().find(|(name, _)| name == "events");
    assert_eq!(
        events,
        Some((
            "events".to_owned(),
            Err(Unreachable::TooLarge(MOST_FILE_BYTES))
        ))
    );
}
