//! The data package as a ZIP archive, whole and as filtered.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::io::{Cursor, Read};

use forum_explorer::chart::kind::ChartKind;
use forum_explorer::chart::scene::Emphasis;
use forum_explorer::export::archive::{Entry, zipped};
use forum_explorer::export::package::{Original, filtered, whole};
use forum_explorer::language::lang::Lang::{self, En, Fr, Zh};
use forum_explorer::model::issue::{Issue, Severity};
use forum_explorer::package::build::build;
use forum_explorer::package::check::check;
use forum_explorer::package::descriptor::Descriptor;
use serde_json::Value;

use crate::forums::{Forum, folders, shipped};

/// Filters over the shipped package.
const FILTERS: [&str; 7] = [
    "?cluster=2",
    "?kind=thematic",
    "?country=CHE",
    "?country=NGA~PHL&cluster=1",
    "?region=africa",
    "?time=2011-09-01..2011-12-31",
    "?kind=milestone&country=FJI",
];

/// The files of an archive, by their paths, as any program unpacks it.
fn unpacked(bytes: Vec<u8>) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut files = BTreeMap::new();
    for place in 0..archive.len() {
        let mut file = archive.by_index(place).expect("a file");
        let mut content = Vec::new();
        file.read_to_end(&mut content).expect("a whole file");
        let name = file.name().expect("a name").into_owned();
        files.insert(name, content);
    }
    files
}

fn part(forum: &Forum, address: &str, lang: Lang) -> BTreeMap<String, Vec<u8>> {
    let colophon = forum.colophon(address, lang);
    let entries = filtered(&forum.original, address, &colophon, lang).expect("a part");
    unpacked(zipped(&entries).expect("an archive"))
}

/// An unpacked package, read again.
fn read_again(mut files: BTreeMap<String, Vec<u8>>) -> Forum {
    let json = String::from_utf8(files.remove("datapackage.json").expect("a descriptor")).unwrap();
    let original = Original {
        json: json.clone(),
        files: files.into_iter().collect(),
    };
    let descriptor = Descriptor::parse(&json).expect("a descriptor");
    let named = descriptor.files().into_iter().map(|(name, path)| {
        let (_, content) = original
            .files
            .iter()
            .find(|(p, _)| *p == path)
            .expect("its file");
        (name, Ok(String::from_utf8(content.clone()).expect("UTF-8")))
    });
    let named: Vec<_> = named.collect();
    let (data, _) = build(&descriptor, named.clone());
    Forum {
        folder: forum_explorer::package::folder::Folder {
            descriptor,
            files: named,
            json,
        },
        data,
        original,
    }
}

/// What is wrong with a package, but for notes.
fn faults(forum: &Forum) -> Vec<Issue> {
    let (data, mut issues) = build(&forum.folder.descriptor, forum.folder.files.clone());
    issues.extend(check(&data, &issues));
    issues.retain(|issue| issue.severity > Severity::Note);
    issues
}

#[test]
fn the_whole_package_is_what_was_published_to_the_byte() {
    for folder in folders() {
        let forum = Forum::open(&folder);
        let entries = whole(&forum.original, &forum.colophon("", En), En);
        let mut files = unpacked(zipped(&entries).expect("an archive"));
        let readme = String::from_utf8(files.remove("README.md").expect("a README")).unwrap();
        assert!(readme.contains(&forum.data.about.version), "{readme}");
        let on_disk = |path: &str| std::fs::read(folder.join(path)).unwrap();
        assert_eq!(files.len(), forum.original.files.len() + 1);
        for (path, content) in files {
            assert!(content == on_disk(&path), "{path}");
        }
    }
}

#[test]
fn a_part_is_a_sound_package_whose_references_all_resolve() {
    let forum = shipped();
    let before = faults(&forum);
    assert!(before.is_empty());
    for address in FILTERS {
        let again = read_again(part(&forum, address, En));
        let after = faults(&again);
        assert!(after.is_empty(), "{address}: {after:?}");
        assert!(again.data.row_count() < forum.data.row_count(), "{address}");
        let root: Value = serde_json::from_str(&again.original.json).unwrap();
        for resource in root["resources"].as_array().unwrap() {
            assert_foreign_keys(&again, resource, address);
        }
    }
}

/// As frictionless looks at them.
fn assert_foreign_keys(forum: &Forum, resource: &Value, address: &str) {
    let table = |name: &str| -> Vec<BTreeMap<String, String>> {
        let path = format!("{name}.csv");
        let (_, content) = forum
            .original
            .files
            .iter()
            .find(|(p, _)| *p == path)
            .unwrap();
        let mut reader = csv::Reader::from_reader(content.as_slice());
        reader.deserialize().map(|row| row.unwrap()).collect()
    };
    let names = |value: &Value| match value {
        Value::String(one) => vec![one.clone()],
        many => many
            .as_array()
            .unwrap()
            .iter()
            .map(|v| v.as_str().unwrap().to_owned())
            .collect(),
    };
    let own = resource["name"].as_str().unwrap();
    for key in resource["schema"]["foreignKeys"]
        .as_array()
        .into_iter()
        .flatten()
    {
        let target = match key["reference"]["resource"].as_str().unwrap_or("") {
            "" => own,
            other => other,
        };
        let of = |row: &BTreeMap<String, String>, fields: &Value| -> Vec<String> {
            names(fields).iter().map(|name| row[name].clone()).collect()
        };
        let known: HashSet<Vec<String>> = table(target)
            .iter()
            .map(|row| of(row, &key["reference"]["fields"]))
            .collect();
        for row in table(own) {
            let named = of(&row, &key["fields"]);
            let is_empty = named.iter().all(String::is_empty);
            assert!(
                is_empty || known.contains(&named),
                "{address}: {own} names {named:?} of {target}"
            );
        }
    }
}

/// What each view shows of a package under some filters: the rows that are left in, as their cells say them.
fn shown(forum: &Forum, address: &str, lang: Lang) -> Vec<(&'static str, Vec<Vec<String>>)> {
    let of = |kind: ChartKind| {
        forum.under(address, lang, |input| {
            let scene = kind.scene(input, None);
            let left = scene
                .marks
                .into_iter()
                .filter(|m| m.emphasis != Emphasis::Background);
            // Whether a state held a meeting is told of the whole report, whatever the filters.
            let left = left.filter(|_| kind != ChartKind::Seats);
            let mut rows: Vec<Vec<String>> = left
                .map(|m| m.cells.into_iter().map(|cell| cell.text).collect())
                .collect();
            rows.sort();
            (kind.slug(), rows)
        })
    };
    ChartKind::ALL.map(of).to_vec()
}

#[test]
fn a_part_opened_with_its_filters_shows_the_same_rows_as_the_whole() {
    let forum = shipped();
    for address in FILTERS {
        let again = read_again(part(&forum, address, Zh));
        for (before, after) in shown(&forum, address, En)
            .into_iter()
            .zip(shown(&again, address, En))
        {
            assert_eq!(before, after, "{address}");
        }
    }
}

#[test]
fn a_part_has_no_event_that_neither_filters_nor_references_keep() {
    let forum = shipped();
    let again = read_again(part(&forum, "?kind=milestone&country=FJI", En));
    let all: BTreeSet<&str> = forum
        .data
        .events
        .keys()
        .map(|k| forum.data.events.id(k))
        .collect();
    let kept: BTreeSet<&str> = again
        .data
        .events
        .keys()
        .map(|k| again.data.events.id(k))
        .collect();
    assert!(kept.is_subset(&all) && kept.len() < all.len());
    // The first and the last stay, so that the time covered is the same.
    let span = |f: &Forum| {
        let spans = || f.data.events.rows().iter().map(|e| e.span);
        (
            spans().map(|s| s.start).min(),
            spans().map(|s| s.last_day()).max(),
        )
    };
    assert_eq!(span(&forum), span(&again));
    // No state is there that nothing refers to.
    assert!(again.data.countries.len() < forum.data.countries.len());
}

#[test]
fn parts_of_other_forums_are_as_sound_as_the_whole() {
    let filters = [
        "?kind=thematic",
        "?cluster=a",
        "?region=africa",
        "?kind=external",
    ];
    for folder in folders() {
        let forum = Forum::open(&folder);
        let before = faults(&forum).len();
        for address in filters {
            if !forum_explorer::share::query::read(address, &forum.data)
                .1
                .is_empty()
            {
                continue;
            }
            let files = part(&forum, address, Fr);
            let again = read_again(files);
            let after = faults(&again);
            assert!(after.len() <= before, "{folder:?} {address}: {after:?}");
            // Tables that the explorer does not know go along.
            for (path, content) in &forum.original.files {
                let is_known = forum
                    .folder
                    .descriptor
                    .files()
                    .iter()
                    .any(|(_, p)| p == path);
                let kept = again.original.files.iter().find(|(p, _)| p == path);
                assert!(
                    is_known || kept.is_some_and(|(_, c)| c == content),
                    "{path}"
                );
            }
        }
    }
}

#[test]
fn a_part_says_that_it_is_one_and_how_it_was_made() {
    let forum = shipped();
    for (lang, title, word) in [
        (
            En,
            "Global Forum on Migration and Development 2011 (filtered part)",
            "Licence",
        ),
        (Zh, "全球移徙与发展论坛2011年会议（筛选部分）", "许可"),
        (
            Fr,
            "Global Forum on Migration and Development 2011 (filtered part)",
            "Licence",
        ),
    ] {
        let mut files = part(&forum, "?cluster=2", lang);
        let readme = String::from_utf8(files.remove("README.md").unwrap()).unwrap();
        for said in ["?cluster=2", "1.0.0", "CC-BY-4.0", "events", word] {
            assert!(readme.contains(said), "{said} in {readme}");
        }
        assert!(!readme.contains('{'), "{readme}");
        let again = read_again(files);
        let text = forum_explorer::format::text::pick(&again.data.about.title, lang);
        assert_eq!(text, title);
        let root: Value = serde_json::from_str(&again.original.json).unwrap();
        assert_eq!(root["filter"]["query"], "?cluster=2");
        assert_eq!(root["version"], "1.0.0");
    }
}

#[test]
fn inline_rows_become_files_and_old_sums_of_bytes_are_gone() {
    let json = r#"{"name":"x","title":"X","resources":[
        {"name":"events","data":[["id","kind","title_en","start","end","precision","source"],
            ["a","summit","A","2019-01-01","2019-01-02","day","1"],
            ["b","thematic","B","2019-02-01","2019-02-02","day","2"],
            ["c","external","C","2019-03-01","2019-03-02","day","2"]]},
        {"name":"topics","path":"t/topics.csv","bytes":9,"hash":"0","schema":{"fields":[{"name":"id"}]}}]}"#;
    let original = Original {
        json: json.to_owned(),
        files: vec![(
            "t/topics.csv".to_owned(),
            b"id,name_en\nwater,Water\n".to_vec(),
        )],
    };
    let entries = filtered(&original, "?kind=summit", &Default::default(), En).expect("a part");
    let content = |path: &str| -> String {
        let entry: &Entry = entries.iter().find(|e| e.path == path).unwrap();
        String::from_utf8(entry.content.clone()).unwrap()
    };
    // The last event stays, as it ends the time that the package covers; the one in the middle goes.
    let events = content("events.csv");
    assert!(
        events.contains("\na,summit") && events.contains("\nc,external"),
        "{events}"
    );
    assert!(!events.contains("\nb,thematic"), "{events}");
    assert_eq!(content("t/topics.csv"), "id,name_en\nwater,Water\n");
    let root: Value = serde_json::from_str(&content("datapackage.json")).unwrap();
    assert_eq!(root["resources"][0]["path"], "events.csv");
    assert_eq!(root["resources"][0]["data"], Value::Null);
    assert_eq!(root["resources"][1]["bytes"], Value::Null);
}

#[test]
fn what_is_no_package_is_refused() {
    let original = Original {
        json: "[]".to_owned(),
        files: Vec::new(),
    };
    assert!(filtered(&original, "", &Default::default(), En).is_err());
}
