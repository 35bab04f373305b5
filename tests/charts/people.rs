//! Who chaired, reported and spoke.

use std::collections::BTreeSet;

use forum_explorer::chart::arrangement::Arrangement;
use forum_explorer::chart::input::Input;
use forum_explorer::chart::kind::ChartKind::People;
use forum_explorer::chart::scene::{Emphasis, Mark, Scene};
use forum_explorer::filter::clause::Clause;
use forum_explorer::filter::engine::Engine;
use forum_explorer::filter::selection::Selection;
use forum_explorer::format::text::pick;
use forum_explorer::language::lang::Lang::{self, En};
use forum_explorer::model::country::Region;
use forum_explorer::model::dataset::Dataset;
use forum_explorer::model::event::{Event, EventKind};
use forum_explorer::model::person::Role;
use forum_explorer::model::table::{Key, Table};

use crate::cases::{Case, WIDTHS};
use crate::report::report;
use crate::strange::{self, faults};

const IMPACT_ASSESSMENT: &str = "session-3-2";

fn drawn(data: &Dataset, clauses: &[Clause], lang: Lang, width: f64) -> Scene {
    let mut engine = Engine::new(data);
    engine.select(&Selection::of(clauses.iter().copied()));
    People.scene(
        &Input {
            data,
            engine: &engine,
            lang,
            width,
            has_context: false,
            arrangement: Arrangement::default(),
        },
        None,
    )
}

fn event(id: &str) -> Key<Event> {
    report().events.find(id).expect("the event is there")
}

fn roles(is: impl Fn(&Role) -> bool) -> Vec<&'static Role> {
    let all = report().roles.rows().iter();
    all.filter(|role| is(role)).collect()
}

fn name(role: &Role) -> &'static str {
    &report().people.get(role.person).unwrap().name.en
}

fn of_event(scene: &Scene, key: Key<Event>) -> Vec<&Mark> {
    let marks = scene.marks.iter();
    marks
        .filter(|m| m.clause == Some(Clause::Event(key)))
        .collect()
}

#[test]
fn who_chairs_the_session_on_impact_assessment_is_read_at_sight() {
    let key = event(IMPACT_ASSESSMENT);
    let chairs: BTreeSet<&str> = roles(|r| r.event == key && r.role == "co-chair")
        .into_iter()
        .map(name)
        .collect();
    assert_eq!(chairs.len(), 2);
    for width in WIDTHS {
        let scene = Case::new(People, "all", En, width).scene();
        let mut bold = BTreeSet::new();
        for mark in of_event(&scene, key) {
            let line: Vec<_> = scene
                .labels
                .iter()
                .filter(|label| mark.hits[0].contains(label.at))
                .collect();
            // Role, name and where from, whole: nothing of them is cut off.
            assert_eq!(line[0].text, mark.card.value);
            assert_eq!(line[1].text, mark.card.title);
            assert!(
                line.iter().all(|label| !label.text.ends_with('…')),
                "{line:?}"
            );
            assert_eq!(line[1].bold, mark.card.value == "co-chair");
            if line[1].bold {
                bold.insert(mark.card.title.as_str());
            }
        }
        assert_eq!(bold, chairs);
    }
    let scene = drawn(report(), &[Clause::Event(key)], En, 1100.0);
    for chair in chairs {
        assert!(scene.title.contains(chair), "{}", scene.title);
    }
    assert!(scene.title.contains("(co-chair)"), "{}", scene.title);
}

#[test]
fn every_part_stands_once_with_all_its_roles_and_paragraphs() {
    let scene = Case::new(People, "all", En, 1100.0).scene();
    let mut parts = BTreeSet::new();
    for role in report().roles.rows() {
        parts.insert((role.person.index(), role.event.index()));
        let id = format!(
            "{}--{}",
            report().people.id(role.person),
            report().events.id(role.event)
        );
        let mark = scene.marks.iter().find(|m| m.id == id);
        let mark = mark.unwrap_or_else(|| panic!("{id} is there"));
        assert_eq!(mark.card.title, name(role));
        assert_eq!(mark.clause, Some(Clause::Event(role.event)));
        assert!(role.source.iter().all(|c| mark.card.source.contains(c)));
        let words = En.later().words.roles;
        let word = words.iter().find(|(slug, _)| *slug == role.role);
        let word = word.expect("the role has its word").1;
        assert!(
            mark.card.value.split(", ").any(|told| told == word),
            "{id}: {}",
            mark.card.value
        );
    }
    assert_eq!(scene.marks.len(), parts.len());
}

#[test]
fn events_follow_by_date_and_chairs_come_first() {
    for width in WIDTHS {
        let scene = Case::new(People, "all", En, width).scene();
        let dates: Vec<f64> = scene
            .marks
            .iter()
            .filter_map(|mark| mark.cells[3].order)
            .collect();
        assert_eq!(dates.len(), scene.marks.len());
        assert!(dates.is_sorted());
        for pair in scene.marks.windows(2) {
            let chairs = |mark: &Mark| {
                mark.card.value.starts_with("chair") || mark.card.value.starts_with("co-chair")
            };
            let same = pair[0].clause == pair[1].clause;
            assert!(
                !(same && chairs(&pair[1]) && !chairs(&pair[0])),
                "{}",
                pair[1].id
            );
        }
        // Column by column: further right, or further down.
        for pair in scene.marks.windows(2) {
            let (a, b) = (pair[0].hits[0], pair[1].hits[0]);
            assert!(
                b.left() > a.left() || (b.left() == a.left() && b.top() >= a.bottom()),
                "{} {}",
                pair[0].id,
                pair[1].id
            );
        }
        // An event is never torn apart.
        for pair in scene.marks.windows(2) {
            let (a, b) = (pair[0].hits[0], pair[1].hits[0]);
            assert!(pair[0].clause != pair[1].clause || a.left() == b.left());
        }
    }
}

#[test]
fn columns_are_about_equally_high() {
    let scene = Case::new(People, "all", En, 1100.0).scene();
    let lefts: BTreeSet<i64> = scene
        .marks
        .iter()
        .map(|m| m.hits[0].left() as i64)
        .collect();
    assert_eq!(lefts.len(), 3);
    let bottoms = lefts.iter().map(|left| {
        let of_column = scene
            .marks
            .iter()
            .filter(|m| m.hits[0].left() as i64 == *left);
        of_column.map(|m| m.hits[0].bottom()).fold(0.0, f64::max)
    });
    for bottom in bottoms {
        assert!(bottom > scene.height * 0.75, "{bottom} of {}", scene.height);
    }
    let phone = Case::new(People, "all", En, 358.0).scene();
    assert!(phone.marks.iter().all(|m| m.hits[0].left() == 0.0));
}

#[test]
fn the_title_counts_people_chairs_and_rapporteurs() {
    let count = |roles: Vec<&Role>| -> usize {
        let people: BTreeSet<usize> = roles.iter().map(|r| r.person.index()).collect();
        people.len()
    };
    let is_chair = |r: &Role| ["chair", "co-chair"].contains(&r.role.as_str());
    let title = format!(
        "The report names {} people; {} chaired or co-chaired, {} were rapporteurs",
        count(roles(|_| true)),
        count(roles(is_chair)),
        count(roles(|r| r.role == "rapporteur"))
    );
    assert_eq!(drawn(report(), &[], En, 1100.0).title, title);
    let third = report().clusters.find("3").unwrap();
    let in_third = |r: &Role| {
        report()
            .events
            .get(r.event)
            .unwrap()
            .clusters
            .contains(&third)
    };
    let filtered = drawn(report(), &[Clause::Cluster(third)], En, 1100.0);
    let n = count(roles(in_third));
    let chairs = count(roles(|r| in_third(r) && is_chair(r)));
    assert!(
        filtered
            .title
            .starts_with(&format!("The report names {n} people; {chairs} chaired")),
        "{}",
        filtered.title
    );
}

#[test]
fn a_chosen_event_stands_out_and_one_without_people_leaves_nothing() {
    let key = event(IMPACT_ASSESSMENT);
    let scene = drawn(report(), &[Clause::Event(key)], En, 1100.0);
    assert_eq!(
        scene.marks.len(),
        drawn(report(), &[], En, 1100.0).marks.len()
    );
    for mark in &scene.marks {
        let is_chosen = mark.clause == Some(Clause::Event(key));
        assert_eq!(
            mark.emphasis == Emphasis::Selected,
            is_chosen,
            "{}",
            mark.id
        );
        assert_eq!(
            mark.emphasis == Emphasis::Background,
            !is_chosen,
            "{}",
            mark.id
        );
    }
    let bern = event("thematic-bern");
    assert_eq!(roles(|r| r.event == bern).len(), 0);
    for lang in Lang::ALL {
        let scene = drawn(report(), &[Clause::Event(bern)], lang, 1100.0);
        let nobody = lang.later().people.nobody.split('}').nth(1).unwrap();
        assert!(scene.title.ends_with(nobody), "{}", scene.title);
        assert!(scene.marks.is_empty());
    }
}

#[test]
fn a_package_of_people_without_roles_has_nothing_to_show() {
    let mut data = report().clone();
    data.roles = Table::default();
    let scene = drawn(&data, &[], En, 1100.0);
    assert_eq!(scene.title, En.strings().view.no_data);
    assert!(scene.marks.is_empty() && !scene.columns.is_empty());
}

#[test]
fn labels_keep_apart_at_every_width_in_the_report_and_in_a_strange_package() {
    let strange = strange::package();
    for data in [report(), &strange] {
        for lang in Lang::ALL {
            for width in strange::WIDTHS {
                let scene = drawn(data, &[], lang, width);
                assert!(!scene.labels.is_empty());
                assert_eq!(faults(&scene), Vec::<String>::new(), "{lang:?} {width}");
                for mark in &scene.marks {
                    assert!(!mark.card.source.is_empty(), "{}", mark.id);
                    assert!(mark.hits[0].height >= 24.0);
                }
            }
        }
    }
    let numbers: BTreeSet<String> = drawn(&strange, &[], En, 358.0)
        .labels
        .into_iter()
        .map(|label| label.text)
        .collect();
    for number in ["I", "II", "III", "IV", "V"] {
        assert!(numbers.contains(number), "cluster {number} has its box");
    }
}

#[test]
fn a_meeting_in_which_nobody_is_given_a_part_is_said_to_have_nobody_named() {
    let data = report();
    let has_parts = |key: Key<Event>| data.roles.rows().iter().any(|r| r.event == key);
    let meetings = data.events.iter();
    let meeting = meetings
        .filter(|(_, e)| e.kind == EventKind::Thematic)
        .map(|(key, _)| key)
        .find(|&key| !has_parts(key))
        .expect("the report names nobody for some meeting");
    for lang in Lang::ALL {
        let name = pick(&data.events.get(meeting).unwrap().short, lang);
        let place = data.events.get(meeting).unwrap().place.unwrap();
        let place = pick(&data.places.get(place).unwrap().name, lang);
        let title = drawn(data, &[Clause::Event(meeting)], lang, 1100.0).title;
        assert!(
            title.starts_with(name) || title.starts_with(place),
            "{title}"
        );
        assert!(title.contains(lang.later().people.nobody.split('}').nth(1).unwrap()));
    }
    // Not where another filter leaves the parts out, nor where somebody has one.
    let session = event(IMPACT_ASSESSMENT);
    let elsewhere = Clause::Region(Region::Oceania);
    let title = drawn(data, &[Clause::Event(session), elsewhere], En, 1100.0).title;
    assert!(!title.contains("names no chair"), "{title}");
    let both = [Clause::Event(session), Clause::Event(meeting)];
    assert!(!drawn(data, &both, En, 1100.0).marks.is_empty());
}
