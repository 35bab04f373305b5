//! What a hit says, marks, opens and filters by.

use forum_explorer::filter::clause::Clause;
use forum_explorer::language::lang::Lang::{self, En, Zh};
use forum_explorer::model::citation::Citation;
use forum_explorer::model::subject::{Subject, SubjectKind};
use forum_explorer::search::hit::Hit;
use forum_explorer::search::kind::HitKind;

use crate::find;
use crate::report::report;

fn first(query: &str, kind: HitKind, lang: Lang) -> Hit {
    let found = find(query, lang);
    let hit = found.hits.into_iter().find(|hit| hit.kind == kind);
    hit.unwrap_or_else(|| panic!("{query} finds a {kind:?}"))
}

fn marked(hit: &Hit) -> Vec<&str> {
    hit.marks
        .iter()
        .map(|&(from, to)| &hit.title[from..to])
        .collect()
}

fn paragraph(para: u32) -> Option<Subject> {
    Some(Subject::Paragraph(Citation {
        para,
        footnote: None,
    }))
}

#[test]
fn the_words_are_marked_in_the_title_as_it_is_written() {
    assert_eq!(marked(&first("munz", HitKind::Person, En)), ["Münz"]);
    assert_eq!(
        marked(&first("munz rain", HitKind::Person, En)),
        ["Rain", "Münz"]
    );
    assert_eq!(marked(&first("萨瑟兰", HitKind::Person, Zh)), ["萨瑟兰"]);
    assert_eq!(marked(&first("得萨", HitKind::Person, Zh)), ["得·萨"]);
    let event = first("马尼拉第二次", HitKind::Event, Zh);
    assert_eq!(marked(&event), ["第二次", "马尼拉"]);
}

#[test]
fn a_name_in_the_other_language_marks_the_name_in_the_readers_own() {
    assert_eq!(marked(&first("马尼拉", HitKind::Place, En)), ["Manila"]);
    assert_eq!(marked(&first("manila", HitKind::Place, Zh)), ["马尼拉"]);
}

#[test]
fn what_matches_in_the_detail_alone_has_no_mark() {
    let hit = first("bbc", HitKind::Person, En);
    assert_eq!(hit.title, "Zeinab Badawi");
    assert!(hit.marks.is_empty());
    assert!(hit.detail.contains("BBC"));
}

#[test]
fn rows_with_pages_open_them() {
    for (query, kind, page, id) in [
        ("munz", HitKind::Person, SubjectKind::Person, "rainer-munz"),
        ("Philippines", HitKind::Country, SubjectKind::Country, "PHL"),
        (
            "Assessment Team",
            HitKind::Body,
            SubjectKind::Body,
            "assessment-team",
        ),
        (
            "Common Space",
            HitKind::Term,
            SubjectKind::Term,
            "common-space",
        ),
        (
            "Recruitment of Workers for Overseas",
            HitKind::Event,
            SubjectKind::Event,
            "thematic-dubai",
        ),
    ] {
        let subject = first(query, kind, En).subject;
        assert_eq!(subject, Some(Subject::Row(page, id.to_owned())), "{query}");
    }
}

#[test]
fn a_place_opens_its_one_event_or_its_state_and_filters_by_its_events() {
    let data = report();
    let dubai = first("dubai", HitKind::Place, En);
    assert_eq!(
        dubai.subject,
        Some(Subject::Row(
            SubjectKind::Event,
            "thematic-dubai".to_owned()
        ))
    );
    assert_eq!(
        dubai.clauses,
        [Clause::Event(data.events.find("thematic-dubai").unwrap())]
    );
    let geneva = first("geneva", HitKind::Place, En);
    assert_eq!(
        geneva.subject,
        Some(Subject::Row(SubjectKind::Country, "CHE".to_owned()))
    );
    let place = data.places.find("geneva");
    let there: Vec<Clause> = data
        .events
        .iter()
        .filter(|(_, e)| e.place == place)
        .map(|(key, _)| Clause::Event(key))
        .collect();
    assert!(there.len() > 1);
    assert_eq!(geneva.clauses, there);
}

#[test]
fn a_hit_carries_the_filter_that_it_stands_for() {
    let data = report();
    let topic = data.topics.find("recruitment").unwrap();
    assert_eq!(
        first("recruitment", HitKind::Topic, En).clauses,
        [Clause::Topic(topic)]
    );
    let country = data.countries.find("CHE").unwrap();
    assert_eq!(
        first("瑞士", HitKind::Country, En).clauses,
        [Clause::Country(country)]
    );
    let cluster = data.clusters.find("1").unwrap();
    assert_eq!(
        first("labour mobility", HitKind::Cluster, En).clauses,
        [Clause::Cluster(cluster)]
    );
    assert!(first("munz", HitKind::Person, En).clauses.is_empty());
}

#[test]
fn other_rows_open_the_first_paragraph_that_states_them() {
    let data = report();
    let outcome = data
        .outcomes
        .rows()
        .iter()
        .find(|o| o.summary.en.contains("recruiters"))
        .unwrap();
    let hit = first(&outcome.summary.en, HitKind::Outcome, En);
    assert_eq!(hit.subject, paragraph(outcome.source[0].para));
    assert_eq!(hit.source, outcome.source);
    let session = &data.events.get(outcome.event).unwrap().title.en;
    assert!(hit.detail.contains(session.as_str()));
}

#[test]
fn every_hit_of_the_report_says_where_it_stands() {
    for hit in find("migration", En).hits {
        assert!(!hit.title.is_empty());
        assert!(!hit.source.is_empty(), "{} {:?}", hit.title, hit.kind);
        assert!(hit.subject.is_some(), "{} {:?}", hit.title, hit.kind);
    }
}

#[test]
fn a_count_says_its_number_as_the_report_states_it() {
    let figure = report()
        .figures
        .rows()
        .iter()
        .find(|f| f.quantity.is_none());
    if let Some(figure) = figure {
        let query = format!("{} {}", figure.population.en, figure.category.en);
        let hit = first(&query, HitKind::Figure, En);
        assert!(hit.detail.contains("not stated"), "{}", hit.detail);
    }
    let hit = first("214 million", HitKind::Context, En);
    assert!(hit.detail.contains("about 214 million"), "{}", hit.detail);
}

#[test]
fn every_kind_has_a_word_in_each_language() {
    for lang in Lang::ALL {
        let slugs: Vec<&str> = lang
            .later()
            .search
            .kinds
            .iter()
            .map(|(slug, _)| *slug)
            .collect();
        assert_eq!(slugs, HitKind::ALL.map(HitKind::slug));
    }
    assert_eq!(HitKind::Country.name(Zh), "国家");
}
