//! The packages of other forums in `tests/fixtures`: what is found wrong with them is what their README says, word for word.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use forum_explorer::format::fact::citing;
use forum_explorer::format::headline::headlines;
use forum_explorer::format::number::quantity_with_unit;
use forum_explorer::format::text::{dimension, pick};
use forum_explorer::language::lang::Lang;
use forum_explorer::model::dataset::Dataset;
use forum_explorer::package::build::build;
use forum_explorer::package::folder;

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(name)
}

fn read(name: &str) -> Dataset {
    let folder = folder::open(&path(name)).expect("the fixture is a package");
    build(&folder.descriptor, folder.files).0
}

/// The block of a README that quotes `check-package`.
fn quoted(name: &str) -> String {
    let readme = fs::read_to_string(path(name).join("README.md")).expect("the fixture has one");
    let (_, after) = readme.split_once("```text\n").expect("it quotes");
    let (block, _) = after.split_once("```").expect("the quotation ends");
    block.to_owned()
}

fn checked(name: &str) -> (Option<i32>, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_check-package"))
        .arg(path(name))
        .output()
        .expect("the program starts");
    let said = String::from_utf8(output.stdout).expect("text");
    (output.status.code(), said)
}

#[test]
fn what_is_found_in_a_fixture_is_what_its_readme_says() {
    for name in ["river-forum", "bare"] {
        let (code, said) = checked(name);
        assert_eq!(said, quoted(name), "{name}");
        assert!(said.contains("errors: 0,"), "{name}");
        assert_eq!(code, Some(0), "{name}");
    }
}

#[test]
fn every_row_of_another_forum_is_read() {
    // The one row of `rivers`, a table that the explorer does not know, is not among them.
    assert_eq!(read("river-forum").row_count(), 199);
    assert_eq!(read("bare").row_count(), 6);
}

#[test]
fn a_cell_that_is_empty_in_one_language_is_read_in_the_other() {
    let data = read("river-forum");
    let court = data.bodies.find("river-court").expect("the body is there");
    let title = &data.bodies.get(court).expect("it has a row").title;
    assert_eq!(pick(title, Lang::Zh), "Court of the River Guardians");
    let lens = data.terms.find("guardian").expect("the term is there");
    let definition = &data.terms.get(lens).expect("it has a row").definition;
    assert_eq!(pick(definition, Lang::En), "依习惯代表河流发言的人");
}

#[test]
fn a_dimension_is_named_by_the_package_else_by_the_explorer_else_by_its_slug() {
    let data = read("river-forum");
    for (id, en, zh) in [
        ("basin-andes", "by river basin", "按流域"),
        ("delegates-women", "by gender", "按性别"),
        ("tarawa-canoes", "by fleet", "按“fleet”"),
    ] {
        let key = data.figures.find(id).expect("the count is there");
        let figure = data.figures.get(key).expect("it has a row");
        let said = [Lang::Zh, Lang::En].map(|lang| {
            (
                lang,
                dimension(&figure.dimension_name, &figure.dimension, lang),
            )
        });
        for (lang, said) in said {
            assert_eq!(said, if lang == Lang::En { en } else { zh }, "{id}");
        }
    }
}

#[test]
fn a_unit_that_only_the_package_knows_keeps_its_distance_in_chinese() {
    let data = read("river-forum");
    let said = |id: &str| {
        let key = data.figures.find(id).expect("the count is there");
        let figure = data.figures.get(key).expect("it has a row");
        let quantity = figure.quantity.as_ref().expect("it has a number");
        quantity_with_unit(quantity, Lang::Zh)
    };
    assert_eq!(said("tarawa-canoes"), "5 canoes");
    assert_eq!(said("delegates-women"), "131人");
}

#[test]
fn a_name_keeps_every_character_that_it_is_written_with() {
    let data = read("river-forum");
    let name = |id: &str| {
        let key = data.people.find(id).expect("the person is there");
        data.people.get(key).expect("it has a row").name.clone()
    };
    assert_eq!(name("nadia").en, "نادية عبد القادر السنوسي");
    assert_eq!(name("rawiri").zh, "塔内·拉威里·Te Kaharoa");
    assert!(
        name("siosaia").en.contains("a\u{304}"),
        "a combining macron"
    );
    let body = data.bodies.find("observatory").expect("the body is there");
    let title = &data.bodies.get(body).expect("it has a row").title;
    assert_eq!(title.en.matches('\u{200b}').count(), 2);
    let longest = data.bodies.rows().iter().map(|body| {
        let lengths = [&body.title.zh, &body.title.en].map(|text| text.chars().count());
        lengths.into_iter().min().unwrap_or_default()
    });
    assert!(
        longest.max() >= Some(150),
        "150 characters in both languages"
    );
}

#[test]
fn the_headline_figures_of_another_forum_are_its_own() {
    let data = read("river-forum");
    for lang in Lang::ALL {
        let heads = headlines(&data, lang);
        assert_eq!(heads.len(), data.about.headline.len());
        for head in heads {
            assert!(!head.value.is_empty() && !head.what.is_empty());
            assert!(!head.source.is_empty(), "{head:?}");
        }
        assert_eq!(headlines(&read("bare"), lang).len(), 0);
    }
}

#[test]
fn each_paragraph_of_another_forum_tells_what_cites_it() {
    let data = read("river-forum");
    for lang in Lang::ALL {
        let mut count = 0;
        for paragraph in data.paragraphs.rows() {
            for fact in citing(&data, paragraph.number, lang) {
                let said = format!("{} {} {}", fact.table, fact.what, fact.value);
                assert!(!fact.table.is_empty() && !fact.what.is_empty(), "{said}");
                assert!(!said.contains(['{', '}']), "{said}");
                count += 1;
            }
        }
        assert!(count > 100, "rows cite paragraphs: {count}");
    }
}
