//! The package that the README builds step by step is sound, and what it quotes of `check-package` is what that says.

use std::fs;
use std::path::Path;
use std::process::Command;

use forum_explorer::format::headline::headlines;
use forum_explorer::language::lang::Lang;

use crate::small::Package;

const TABLES: [&str; 3] = ["events", "paragraphs", "participation"];

/// The README's chapter on a report of one's own.
fn chapter() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = fs::read_to_string(path).expect("the README is there");
    let after = readme.split_once("\n## Your own report\n");
    let (_, after) = after.expect("it has the chapter");
    let (chapter, _) = after.split_once("\n## ").expect("another one follows");
    chapter.to_owned()
}

/// The text between a fence of this kind, the `count`th from 0, and the next fence.
fn block<'a>(chapter: &'a str, fence: &str, count: usize) -> &'a str {
    let after = chapter.split(fence).nth(count + 1);
    let (block, _) = after
        .and_then(|after| after.split_once("```"))
        .expect("the chapter has the block");
    block
}

/// A table of the chapter as a spreadsheet saves it.
fn csv(chapter: &str, table: &str) -> String {
    let (_, after) = chapter
        .split_once(&format!("\n`{table}`: "))
        .expect("the chapter has the table");
    let lines = after.lines().skip_while(|line| !line.starts_with('|'));
    let rows = lines.take_while(|line| line.starts_with('|'));
    let cells = |row: &str| {
        let cells = row.trim_matches('|').split('|').map(str::trim);
        cells.collect::<Vec<_>>().join(",")
    };
    let rows: Vec<String> = rows.filter(|row| !row.contains("---")).map(cells).collect();
    rows.join("\n") + "\n"
}

fn package(chapter: &str) -> Package {
    Package {
        json: block(chapter, "```json\n", 0).to_owned(),
        files: TABLES
            .map(|table| (table.to_owned(), Ok(csv(chapter, table))))
            .into(),
    }
}

/// What `check-package` prints.
fn checked(package: &Package, folder: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_check-package"))
        .arg(package.write(folder))
        .output()
        .expect("the program starts");
    String::from_utf8(output.stdout).expect("text")
}

#[test]
fn the_package_that_the_readme_builds_is_sound() {
    let chapter = chapter();
    let said = checked(&package(&chapter), "readme-right");
    assert_eq!(said, block(&chapter, "```text\n", 1));
    let (data, _) = package(&chapter).build();
    let heads = headlines(&data, Lang::En);
    let heads: Vec<(&str, &str)> = heads.iter().map(|h| (&*h.value, &*h.what)).collect();
    assert_eq!(heads, [("≈ 120", "Delegates"), ("57", "Women")]);
    let lengths = [data.events.len(), data.paragraphs.len(), data.figures.len()];
    assert_eq!(lengths, [3, 6, 3]);
}

#[test]
fn the_wrong_cells_of_the_readme_are_told_as_it_quotes() {
    let chapter = chapter();
    let wrong = package(&chapter)
        .with("events", "2023-06-14,2023-06-15", "14/06/2023,15/06/2023")
        .with("participation", ",120,", ",about 120,");
    let said = checked(&wrong, "readme-wrong");
    assert!(said.ends_with(block(&chapter, "```text\n", 0)), "{said}");
}

#[test]
fn what_first_exports_have_wrong_is_told_as_the_readme_says() {
    let chapter = chapter();
    let mut semicolons = package(&chapter);
    let text = semicolons.file("events").replace(',', ";");
    *semicolons.file("events") = text;
    let mut blank = package(&chapter);
    blank.file("events").push_str(",,,,,,,\n");
    for (package, told) in [
        (
            semicolons,
            "events id: The table does not have this column.",
        ),
        (blank, "events row 4 id: The cell must not be empty."),
    ] {
        assert!(chapter.contains(&format!("| `{told}` |")), "{told}");
        let complaints = package.complaints();
        let is_told = complaints.iter().any(|said| said.starts_with(told));
        assert!(is_told, "{complaints:?}");
    }
}
