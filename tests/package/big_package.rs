//! The invented package that `big-package` writes: sound, of the asked size, and the same each time.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use forum_explorer::model::event::EventKind;
use forum_explorer::model::issue::{Issue, Severity};
use forum_explorer::package::build::build;
use forum_explorer::package::check::check;
use forum_explorer::package::csv::records;
use forum_explorer::package::folder;

use crate::small::in_words;

/// Runs the program; `folder` is below the tests' own.
fn write(rows: &str, folder: &Path) -> Output {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    Command::new(env!("CARGO_BIN_EXE_big-package"))
        .arg(rows)
        .arg(root.join("public/data"))
        .arg(root.join("public/map/world.txt"))
        .arg(folder)
        .output()
        .expect("the program starts")
}

fn room(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("big-package")
        .join(name);
    let _ = fs::remove_dir_all(&folder);
    folder
}

/// A fresh package with so many rows.
fn package(rows: usize, name: &str) -> PathBuf {
    let folder = room(name);
    let output = write(&rows.to_string(), &folder);
    assert!(output.status.success(), "{output:?}");
    folder
}

/// The bytes of every file by its name.
fn bytes(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).expect("the folder is there");
    entries
        .map(|entry| {
            let entry = entry.expect("an entry");
            let name = entry.file_name().into_string().expect("a name");
            (name, fs::read(entry.path()).expect("a file"))
        })
        .collect()
}

/// A table's rows, cells by the names of their columns.
fn table(folder: &Path, name: &str) -> Vec<BTreeMap<String, String>> {
    let text = fs::read_to_string(folder.join(format!("{name}.csv"))).expect("the table is there");
    let mut rows = records(&text).into_iter();
    let header = rows.next().expect("a header");
    rows.map(|row| {
        assert_eq!(row.len(), header.len(), "{row:?}");
        header.iter().cloned().zip(row).collect()
    })
    .collect()
}

fn column<'a>(rows: &'a [BTreeMap<String, String>], name: &str) -> Vec<&'a str> {
    rows.iter().map(|row| row[name].as_str()).collect()
}

/// What `check-package` finds, in words, but for notes.
fn complaints(folder: &Path) -> Vec<String> {
    let folder = folder::open(folder).expect("the package opens");
    let (data, mut issues) = build(&folder.descriptor, folder.files);
    issues.extend(check(&data, &issues));
    let grave = |issue: &&Issue| Severity::Note < issue.severity;
    issues.iter().filter(grave).map(in_words).collect()
}

#[test]
fn the_same_number_of_rows_gives_the_same_bytes() {
    let (one, other) = (package(3000, "once"), package(3000, "twice"));
    let (one, other) = (bytes(&one), bytes(&other));
    assert_eq!(
        one.keys().collect::<Vec<_>>(),
        [
            "attendance.csv",
            "clusters.csv",
            "countries.csv",
            "datapackage.json",
            "events.csv",
            "paragraphs.csv",
            "participation.csv",
            "places.csv",
            "sections.csv"
        ]
    );
    assert!(one == other);
}

#[test]
fn a_package_written_over_a_larger_one_is_as_if_written_alone() {
    let (over, alone) = (package(4000, "over"), package(700, "alone"));
    assert!(write("700", &over).status.success());
    assert!(bytes(&over) == bytes(&alone));
}

#[test]
fn every_size_has_its_rows_and_is_sound() {
    for (rows, events) in [(1, 12), (12, 12), (613, 12), (5000, 100)] {
        let folder = package(rows, &format!("sound-{rows}"));
        assert_eq!(table(&folder, "attendance").len(), rows);
        assert_eq!(table(&folder, "events").len(), events, "of {rows}");
        assert_eq!(complaints(&folder), [""; 0], "of {rows}");
    }
}

#[test]
fn an_event_has_fifty_rows_one_with_another_and_few_have_none() {
    let folder = package(20_000, "fifty");
    assert_eq!(table(&folder, "events").len(), 400);
    let few = table(&folder, "attendance");
    let events: BTreeSet<&str> = column(&few, "event").into_iter().collect();
    assert!(events.len() > 300, "{} events have rows", events.len());
}

#[test]
fn every_reference_of_the_register_resolves() {
    let folder = package(20_000, "references");
    let register = table(&folder, "attendance");
    let ids = |name: &str, column_name: &str| -> HashSet<String> {
        let rows = table(&folder, name);
        let ids = column(&rows, column_name).into_iter();
        ids.map(str::to_owned).collect()
    };
    let (events, countries) = (ids("events", "id"), ids("countries", "iso3"));
    let paragraphs = ids("paragraphs", "para");
    assert_eq!(countries.len(), 195);
    let (mut without_country, mut without_count) = (0, 0);
    for row in &register {
        assert!(events.contains(&row["event"]), "{row:?}");
        match row["country"].as_str() {
            "" => without_country += 1,
            code => assert!(countries.contains(code), "{row:?}"),
        }
        match row["count"].as_str() {
            "" => without_count += 1,
            count => assert!(count.parse::<u32>().is_ok_and(|n| 0 < n), "{row:?}"),
        }
        for para in row["source"].split(';') {
            assert!(paragraphs.contains(para), "{row:?}");
        }
    }
    let few = 1..register.len() / 10;
    assert!(few.contains(&without_country), "{without_country}");
    assert!(few.contains(&without_count), "{without_count}");
    let roles: BTreeSet<&str> = column(&register, "role").into_iter().collect();
    assert_eq!(
        roles.into_iter().collect::<Vec<_>>(),
        [
            "chair",
            "delegate",
            "observer",
            "organiser",
            "press",
            "speaker"
        ]
    );
}

#[test]
fn no_two_rows_of_the_register_are_of_the_same_event_country_and_role() {
    let register = table(&package(20_000, "pairs"), "attendance");
    let mut seen = HashSet::new();
    for row in &register {
        let key = (&row["event"], &row["country"], &row["role"]);
        assert!(seen.insert(key), "{row:?}");
    }
}

#[test]
fn the_totals_are_what_the_register_adds_up_to() {
    let folder = package(20_000, "totals");
    let events = table(&folder, "events");
    let year_of: BTreeMap<&str, &str> = events
        .iter()
        .map(|event| (event["id"].as_str(), &event["start"][..4]))
        .collect();
    let mut sums: BTreeMap<String, u64> = BTreeMap::new();
    for row in &table(&folder, "attendance") {
        let count: u64 = row["count"].parse().unwrap_or_default();
        let year = year_of[row["event"].as_str()];
        for id in [
            format!("{}-{year}", row["role"]),
            format!("participants-{year}"),
            "participants".to_owned(),
        ] {
            *sums.entry(id).or_default() += count;
        }
    }
    let totals = table(&folder, "participation");
    let stated: BTreeMap<String, u64> = totals
        .iter()
        .map(|row| (row["id"].clone(), row["value"].parse().expect("a number")))
        .collect();
    assert_eq!(stated, sums);
    assert!(totals.iter().all(|row| {
        let is_sum = row["dimension"] == "total";
        is_sum != row["derived"].is_empty()
    }));
}

#[test]
fn the_register_is_uneven_as_registers_are() {
    let folder = package(100_000, "uneven");
    let folder_read = folder::open(&folder).expect("the package opens");
    let (data, _) = build(&folder_read.descriptor, folder_read.files);
    for kind in EventKind::ALL {
        let count = data.events.rows().iter().filter(|e| e.kind == kind).count();
        assert!(0 < count, "no event is of the kind {}", kind.slug());
    }
    assert_eq!(data.clusters.rows().len(), 8);
    assert!(data.places.rows().len() >= 300);
    let years: BTreeSet<i32> = data
        .events
        .rows()
        .iter()
        .map(|e| e.span.start.year())
        .collect();
    assert_eq!(years.len(), 12);
    let has = |what: fn(&forum_explorer::model::event::Event) -> bool| {
        data.events
            .rows()
            .iter()
            .filter(|event| what(event))
            .count()
    };
    assert!(0 < has(|event| event.place.is_none()));
    assert!(0 < has(|event| event.hosts.len() > 1));
    assert!(0 < has(|event| event.clusters.len() > 1));
    assert!(0 < has(|event| event.parent.is_some()));
    assert!(0 < has(|event| !event.feeds.is_empty()));
    let register = table(&folder, "attendance");
    let mut by_country: BTreeMap<&str, usize> = BTreeMap::new();
    for country in column(&register, "country") {
        *by_country.entry(country).or_default() += 1;
    }
    let mut counts: Vec<usize> = by_country.into_values().collect();
    counts.sort_unstable();
    assert_eq!(counts.len(), 196, "every country and those not stated");
    let (least, most) = (counts[0], counts[counts.len() - 1]);
    assert!(10 * least < most, "{least} beside {most}");
}

#[test]
fn everything_but_the_names_of_countries_says_that_it_is_invented() {
    let folder = package(100, "invented");
    for (name, zh, en) in [
        ("events", "title_zh", "title_en"),
        ("clusters", "title_zh", "title_en"),
        ("participation", "population_zh", "population_en"),
    ] {
        for row in &table(&folder, name) {
            assert!(row[zh].contains("虚构"), "{row:?}");
            assert!(row[en].to_lowercase().contains("invented"), "{row:?}");
        }
    }
    for place in &table(&folder, "places") {
        let is_city = place["precision"] == "city";
        assert_eq!(place["name_en"].starts_with("Invented city"), is_city);
        assert_eq!(place["name_zh"].starts_with("虚构城"), is_city);
    }
}

#[test]
fn another_package_is_not_written_over() {
    let folder = room("another");
    fs::create_dir_all(&folder).expect("the folder can be made");
    fs::write(folder.join("datapackage.json"), r#"{"name": "mine"}"#).expect("a file");
    let output = write("100", &folder);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).expect("text");
    assert!(said.contains("holds another package"), "{said}");
    assert_eq!(bytes(&folder).len(), 1);
}

#[test]
fn what_is_no_number_of_rows_is_refused_with_the_usage() {
    for rows in ["0", "-1", "many", ""] {
        let folder = room("refused");
        let output = write(rows, &folder);
        assert_eq!(output.status.code(), Some(2), "{rows}");
        let said = String::from_utf8(output.stderr).expect("text");
        assert!(said.starts_with("usage: big-package"), "{said}");
        assert!(!folder.exists());
    }
}
