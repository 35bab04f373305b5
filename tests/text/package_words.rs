//! The shipped package says nothing that the interface has no word for, and every row that cites a paragraph is told.

use std::collections::BTreeSet;

use forum_explorer::chart::funding::form_slug;
use forum_explorer::format::fact::citing;
use forum_explorer::format::headline::{first_headlines, headlines};
use forum_explorer::language::lang::Lang;
use forum_explorer::language::strings::Words;
use forum_explorer::model::event::EventKind;
use forum_explorer::model::quantity::Quantity;

use crate::report::report;

#[track_caller]
fn assert_words<'a>(vocabulary: fn(Lang) -> Words, slugs: impl Iterator<Item = &'a str>) {
    let used: BTreeSet<&str> = slugs.filter(|slug| !slug.is_empty()).collect();
    assert!(!used.is_empty(), "the package uses the vocabulary");
    for lang in Lang::ALL {
        let known: BTreeSet<&str> = vocabulary(lang).iter().map(|(slug, _)| *slug).collect();
        let missing: Vec<_> = used.difference(&known).collect();
        assert!(
            missing.is_empty(),
            "without a word in {lang:?}: {missing:?}"
        );
    }
}

#[test]
fn every_unit_has_a_word() {
    let data = report();
    let figures = data.figures.rows().iter().map(|f| &f.quantity);
    let answers = data.answers.rows().iter().map(|a| &a.quantity);
    let projects = data.projects.rows().iter().map(|p| &p.quantity);
    let world = data.world_figures.rows().iter().map(|w| &w.quantity);
    let all: Vec<&Quantity> = figures
        .chain(answers)
        .chain(projects)
        .chain(world)
        .flatten()
        .collect();
    assert_words(
        |lang| lang.strings().words.units,
        all.iter().map(|q| q.unit.as_str()),
    );
}

#[test]
fn every_dimension_has_a_word() {
    assert_words(
        |lang| lang.strings().words.dimensions,
        report().figures.rows().iter().map(|f| f.dimension.as_str()),
    );
}

#[test]
fn every_part_of_a_person_or_state_has_a_word() {
    assert_words(
        |lang| lang.later().words.roles,
        report().roles.rows().iter().map(|r| r.role.as_str()),
    );
    assert_words(
        |lang| lang.later().words.roles,
        report().memberships.rows().iter().map(|m| m.role.as_str()),
    );
}

#[test]
fn every_kind_region_and_form_has_a_word() {
    assert_words(
        |lang| lang.strings().words.kinds,
        EventKind::ALL.into_iter().map(EventKind::slug),
    );
    assert_words(
        |lang| lang.strings().words.kinds,
        report().events.rows().iter().map(|e| e.kind.slug()),
    );
    assert_words(
        |lang| lang.strings().words.regions,
        report().countries.rows().iter().map(|c| c.region.slug()),
    );
    assert_words(
        |lang| lang.strings().words.flow_kinds,
        report().flows.rows().iter().map(|f| f.kind.slug()),
    );
    assert_words(
        |lang| lang.later().words.forms,
        report().flows.rows().iter().map(|f| form_slug(f.form)),
    );
}

#[test]
fn every_currency_has_a_word() {
    assert_words(
        |lang| lang.strings().words.currencies,
        report().flows.rows().iter().map(|f| f.currency.as_str()),
    );
}

#[test]
fn every_sort_of_row_that_cites_a_paragraph_is_told_by_its_word() {
    let data = report();
    let last = data
        .paragraphs
        .rows()
        .iter()
        .map(|p| p.number)
        .max()
        .expect("there are paragraphs");
    for lang in Lang::ALL {
        let facts: Vec<_> = (1..=last)
            .flat_map(|para| citing(data, para, lang))
            .collect();
        let told: BTreeSet<&str> = facts.iter().map(|fact| fact.table.as_str()).collect();
        let words: BTreeSet<&str> = lang
            .later()
            .words
            .tables
            .iter()
            .map(|(_, word)| *word)
            .collect();
        assert_eq!(told, words);
        let nameless: Vec<_> = facts.iter().filter(|fact| fact.what.is_empty()).collect();
        assert!(nameless.is_empty(), "{nameless:?}");
    }
}

#[test]
fn a_row_is_told_at_each_paragraph_that_it_cites_and_at_no_other() {
    let data = report();
    let event = data
        .events
        .get(data.events.find("concluding-debate").unwrap())
        .unwrap();
    let cited: BTreeSet<u32> = event.source.iter().map(|c| c.para).collect();
    let last = data
        .paragraphs
        .rows()
        .iter()
        .map(|p| p.number)
        .max()
        .unwrap();
    for para in 1..=last {
        let facts = citing(data, para, Lang::En);
        let told = facts
            .iter()
            .filter(|f| f.table == "Event" && f.what == event.title.en)
            .count();
        assert_eq!(told, usize::from(cited.contains(&para)), "paragraph {para}");
    }
}

#[test]
fn a_paragraph_tells_its_numbers_first_and_the_seats_of_a_body_in_one_line() {
    let facts = citing(report(), 27, Lang::En);
    let at = |table: &str| facts.iter().position(|fact| fact.table == table);
    assert!(facts.iter().any(|fact| fact.value == "US$2,155,232"));
    let places = ["Funding", "Event", "Seat"].map(|table| at(table).expect(table));
    assert!(places.is_sorted(), "{facts:#?}");
    let seats: Vec<_> = facts.iter().filter(|fact| fact.table == "Seat").collect();
    assert_eq!(seats.len(), 1);
    assert_eq!(seats[0].value, "Assessment Team");
    assert!(seats[0].what.contains("Kenya") && seats[0].what.contains(", "));
}

#[test]
fn every_headline_that_the_package_asks_for_is_there() {
    let data = report();
    assert!(!data.about.headline.is_empty());
    for lang in Lang::ALL {
        let heads = headlines(data, lang);
        assert_eq!(heads.len(), data.about.headline.len());
        for head in heads {
            assert!(
                !head.value.is_empty() && !head.what.is_empty() && !head.source.is_empty(),
                "{head:?}"
            );
        }
    }
}

/// The headline figures of the report, were its package to ask for these.
fn asking_for(ids: &[&str], lang: Lang) -> Vec<(String, String, usize)> {
    let mut data = report().clone();
    data.about.headline = ids.iter().map(|id| (*id).to_owned()).collect();
    let heads = headlines(&data, lang).into_iter();
    heads.map(|h| (h.value, h.what, h.source.len())).collect()
}

#[test]
fn the_five_figures_of_the_report_say_what_they_count() {
    let data = report();
    let told: Vec<(String, String)> = headlines(data, Lang::En)
        .into_iter()
        .map(|head| (head.value, head.what))
        .collect();
    let expected = [
        ("14", "Thematic meetings"),
        ("160", "States"),
        ("≈ 600", "Delegates of states and observers"),
        ("US$2.16 million", "Budget"),
        ("87%", "Satisfied overall with the Forum process"),
    ];
    assert_eq!(told, expected.map(|(a, b)| (a.to_owned(), b.to_owned())));
    // The first load can say all of them.
    assert_eq!(first_headlines(data, Lang::En), headlines(data, Lang::En));
}

#[test]
fn a_package_may_ask_for_figures_of_any_table_and_for_counts() {
    let data = report();
    let body = data.bodies.find("steering-group").expect("a body");
    let seats = data.memberships.rows().iter().filter(|m| m.body == body);
    let members = seats.count().to_string();
    let ids = [
        "events.thematic",
        "memberships.steering-group",
        "recommendations",
        "practices",
        "context.world-migrants-214",
    ];
    let told = asking_for(&ids, Lang::En);
    let words: Vec<(&str, &str)> = told.iter().map(|(v, w, _)| (&**v, &**w)).collect();
    assert_eq!(
        words,
        [
            ("14", "Thematic meetings"),
            (&*members, "states (Steering Group)"),
            (&*data.outcomes.len().to_string(), "Outcomes"),
            (&*data.practices.len().to_string(), "Country practices"),
            (
                "≈ 214 million",
                "International migrants worldwide (acknowledgements)"
            ),
        ]
    );
    assert!(told.iter().all(|(.., paragraphs)| *paragraphs > 0));
    assert_eq!(asking_for(&ids, Lang::Zh).len(), ids.len());
    // A figure of the last table, by its own words.
    let key = data.projects.iter().find(|(_, p)| p.quantity.is_some());
    let (key, project) = key.expect("a project with a number");
    let id = format!("projects.{}", data.projects.id(key));
    assert_eq!(asking_for(&[&id], Lang::En)[0].1, project.metric.en);
}

#[test]
fn a_headline_figure_that_the_package_does_not_have_is_passed_over() {
    for id in [
        "events.dance",
        "events.thematic.bern",
        "memberships.nobody",
        "context.nothing",
        "projects",
        "survey.vitality",
        "",
        ".",
        "funding.",
    ] {
        assert_eq!(asking_for(&[id], Lang::En), [], "{id}");
    }
    let mut empty = forum_explorer::model::dataset::Dataset::default();
    empty.about.headline = vec!["events.thematic".into(), "recommendations".into()];
    assert_eq!(headlines(&empty, Lang::En), []);
}

#[test]
fn whatever_has_a_name_has_one_in_each_language() {
    let data = report();
    let named = [
        data.events.rows().iter().map(|r| &r.title).collect(),
        data.places.rows().iter().map(|r| &r.name).collect(),
        data.countries.rows().iter().map(|r| &r.name).collect(),
        data.bodies.rows().iter().map(|r| &r.title).collect(),
        data.clusters.rows().iter().map(|r| &r.title).collect(),
        data.topics.rows().iter().map(|r| &r.name).collect(),
        data.terms.rows().iter().map(|r| &r.name).collect(),
        data.sections.rows().iter().map(|r| &r.title).collect(),
        data.projects.rows().iter().map(|r| &r.title).collect(),
        data.figures.rows().iter().map(|r| &r.category).collect(),
        data.figures.rows().iter().map(|r| &r.population).collect(),
        data.world_figures
            .rows()
            .iter()
            .map(|r| &r.label)
            .collect::<Vec<_>>(),
    ];
    let is_cjk = |c: char| matches!(c, '\u{3400}'..='\u{9fff}');
    for names in named {
        assert!(!names.is_empty());
        for name in names {
            assert!(name.zh.chars().any(is_cjk), "{name:?}");
            assert!(
                !name.en.is_empty() && !name.en.chars().any(is_cjk),
                "{name:?}"
            );
        }
    }
}
