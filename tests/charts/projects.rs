//! Projects: a block for each, with all its numbers.

use std::collections::BTreeMap;

use forum_explorer::chart::kind::ChartKind::Projects;
use forum_explorer::chart::scene::{Emphasis, Mark, Scene, Shape, Slot};
use forum_explorer::filter::clause::Clause;
use forum_explorer::filter::engine::Engine;
use forum_explorer::filter::selection::Selection;
use forum_explorer::format::number::quantity_label;
use forum_explorer::geometry::rect::Rect;
use forum_explorer::language::lang::Lang::{self, En, Zh};
use forum_explorer::model::citation::Citation;
use forum_explorer::model::dataset::Dataset;
use forum_explorer::model::project::Project;
use forum_explorer::model::quantity::{Approximation, Quantity};
use forum_explorer::model::span::{Precision, parse_date};
use forum_explorer::model::subject::{Subject, SubjectKind};
use forum_explorer::model::text::Text;

use crate::cases::{Case, WIDTHS};
use crate::labels::assert_legible;
use crate::report::report;

fn mark<'a>(scene: &'a Scene, id: &str) -> &'a Mark {
    let found = scene.marks.iter().find(|mark| mark.id == id);
    found.unwrap_or_else(|| panic!("{id} is shown"))
}

fn project(mark: &Mark) -> &'static Project {
    let key = report().projects.find(&mark.id).expect("it is a row");
    report().projects.get(key).expect("it is a row")
}

/// The boxes of each project, by its title, in the order of the picture.
fn blocks(scene: &Scene) -> Vec<(&'static str, Vec<Rect>)> {
    let mut blocks: Vec<(&str, Vec<Rect>)> = Vec::new();
    for mark in &scene.marks {
        let title = project(mark).title.en.as_str();
        match blocks.last_mut().filter(|(last, _)| *last == title) {
            Some((_, hits)) => hits.extend(&mark.hits),
            None => blocks.push((title, mark.hits.clone())),
        }
    }
    blocks
}

/// The filled bar inside a mark's box.
fn bar(scene: &Scene, mark: &Mark) -> Option<Rect> {
    let hit = mark.hits[0];
    let bars = scene.shapes.iter().filter_map(|s| match s {
        Shape::Fill(rect, Slot::Neutral) if hit.contains(rect.center()) => Some(*rect),
        _ => None,
    });
    bars.reduce(Rect::union)
}

fn with_countries(choice: &[&str]) -> Scene {
    let countries = choice.iter().map(|iso3| {
        let key = report().countries.find(iso3).expect("the country is there");
        Clause::Country(key)
    });
    let mut engine = Engine::new(report());
    engine.select(&Selection::of(countries));
    Case::new(Projects, "all", En, 1100.0).with_input(report(), |input| {
        Projects.scene(
            &forum_explorer::chart::input::Input {
                engine: &engine,
                ..*input
            },
            None,
        )
    })
}

#[test]
fn a_project_is_one_block_whatever_stands_between_its_rows() {
    for width in WIDTHS {
        let scene = Case::new(Projects, "all", En, width).scene();
        let blocks = blocks(&scene);
        let mut rows: BTreeMap<&str, usize> = BTreeMap::new();
        for project in report().projects.rows() {
            *rows.entry(project.title.en.as_str()).or_default() += 1;
        }
        assert_eq!(blocks.len(), rows.len(), "each title stands once");
        for (title, hits) in &blocks {
            assert_eq!(hits.len(), rows[title], "{title}");
            for pair in hits.windows(2) {
                assert_eq!(pair[0].left(), pair[1].left(), "{title}");
                assert_eq!(pair[0].bottom(), pair[1].top(), "{title}");
            }
        }
        let first = |title: &str| {
            let all = report().projects.rows().iter();
            all.map(|p| p.title.en.as_str()).position(|t| t == title)
        };
        assert!(
            blocks.is_sorted_by_key(|(title, _)| first(title)),
            "projects keep the report's order"
        );
    }
}

#[test]
fn a_wide_picture_has_two_columns_and_a_narrow_one_has_one() {
    let lefts = |width| {
        let scene = Case::new(Projects, "all", En, width).scene();
        let mut lefts: Vec<i64> = scene
            .marks
            .iter()
            .map(|m| m.hits[0].left() as i64)
            .collect();
        lefts.sort_unstable();
        lefts.dedup();
        lefts.len()
    };
    assert_eq!(lefts(1100.0), 2);
    assert_eq!(lefts(358.0), 1);
}

#[test]
fn every_number_of_a_project_is_written_in_its_block() {
    for lang in Lang::ALL {
        for width in WIDTHS {
            let scene = Case::new(Projects, "all", lang, width).scene();
            let mut count = 0;
            for mark in &scene.marks {
                let Some(quantity) = &project(mark).quantity else {
                    continue;
                };
                let value = quantity_label(quantity, lang);
                let written = scene
                    .labels
                    .iter()
                    .any(|l| l.bold && l.text == value && mark.hits[0].contains(l.at));
                assert!(written, "{}: {value}", mark.id);
                count += 1;
            }
            assert!(count > 15, "there are numbers: {count}");
        }
    }
}

#[test]
fn only_numbers_of_one_unit_in_one_project_are_measured_against_each_other() {
    let scene = Case::new(Projects, "all", En, 1100.0).scene();
    let collected = bar(&scene, mark(&scene, "platform-practices-collected")).expect("a bar");
    let shown = bar(&scene, mark(&scene, "platform-practices-shown")).expect("a bar");
    assert_eq!(collected.left(), shown.left());
    let expected = collected.width * 13.0 / 172.0;
    assert!((shown.width - expected).abs() < 0.01, "{shown:?}");
    // States and members, or one project's people and another's, are not compared.
    for id in [
        "platform-states-sharing",
        "platform-members",
        "unaccompanied-children-officers",
        "japan-classes-children",
    ] {
        assert_eq!(bar(&scene, mark(&scene, id)), None, "{id}");
    }
}

#[test]
fn a_filter_by_country_leaves_its_projects_and_counts_them() {
    let scene = Case::new(Projects, "switzerland", En, 1100.0).scene();
    assert_eq!(
        scene.title,
        "1 project or tool, led by or active in 2 countries"
    );
    let [mark] = &scene.marks[..] else {
        panic!("one project: {}", scene.marks.len())
    };
    assert_eq!(mark.emphasis, Emphasis::Selected);
    let is_accent = |s: &Shape| matches!(s, Shape::Fill(_, Slot::Accent));
    assert!(
        scene.shapes.iter().any(is_accent),
        "its rule is in the accent"
    );
    let all = Case::new(Projects, "all", En, 1100.0).scene();
    assert!(!all.shapes.iter().any(is_accent));
    assert!(
        all.title
            .starts_with(&format!("{} projects", blocks(&all).len()))
    );
}

#[test]
fn a_project_of_several_countries_is_selected_by_the_one_that_was_chosen() {
    let pilots = |scene: &Scene| mark(scene, "gmg-mainstreaming-pilots").clone();
    let country = |iso3| Clause::Country(report().countries.find(iso3).expect("it is there"));
    let plain = pilots(&with_countries(&[]));
    assert_eq!(
        (plain.clause, plain.emphasis),
        (Some(country("BGD")), Emphasis::Idle)
    );
    let chosen = pilots(&with_countries(&["JAM"]));
    assert_eq!(
        (chosen.clause, chosen.emphasis),
        (Some(country("JAM")), Emphasis::Selected)
    );
}

#[test]
fn a_project_of_one_country_leads_to_its_page() {
    let scene = Case::new(Projects, "all", En, 1100.0).scene();
    let page = |id: &str| mark(&scene, id).card.subject.clone();
    let of = |iso3: &str| Some(Subject::Row(SubjectKind::Country, iso3.to_owned()));
    assert_eq!(page("contract-verification"), of("ARE"));
    assert_eq!(
        page("eu-moldova"),
        of("MDA"),
        "leading and taking part is one country"
    );
    assert_eq!(page("guinea-partnership"), None);
    assert_eq!(page("bali-process"), None);
}

#[test]
fn what_the_report_does_not_say_of_a_project_is_said_to_be_missing() {
    for lang in Lang::ALL {
        let scene = Case::new(Projects, "all", lang, 358.0).scene();
        let none = lang.strings().view.not_stated;
        let cells: Vec<&str> = mark(&scene, "bali-process")
            .cells
            .iter()
            .map(|cell| cell.text.as_str())
            .collect();
        assert_eq!(cells[1..], [none; 5]);
        let visits = mark(&scene, "platform-visits");
        assert_eq!(visits.cells[5].text, none);
        assert_eq!(visits.card.value, "");
    }
}

#[test]
fn periods_that_differ_within_a_project_stand_at_their_numbers() {
    let scene = Case::new(Projects, "all", Zh, 1100.0).scene();
    let label = |mark: &Mark, text: &str| {
        let mut own = scene.labels.iter().filter(|l| mark.hits[0].contains(l.at));
        own.any(|l| l.text.contains(text))
    };
    assert!(label(
        mark(&scene, "platform-practices-collected"),
        "2011年5月"
    ));
    assert!(label(mark(&scene, "platform-projects"), "2010年11月"));
    assert!(!label(mark(&scene, "platform-calls"), "年"));
    assert!(label(mark(&scene, "giz-pilot"), "2007年至2010年"));
}

#[test]
fn long_names_and_odd_rows_stay_legible() {
    let long =
        "A programme of programmes whose name nobody has ever been able to shorten ".repeat(5);
    let mut data = Dataset::default();
    let units = ["people", "people", "", "percent", "states"];
    for (index, unit) in units.iter().enumerate() {
        let quantity = Quantity {
            value: [0.0, 5e13, -3.0, 140.0, 7.5][index],
            high: (index == 1).then_some(6e13),
            approximation: Approximation::MoreThan,
            unit: (*unit).to_owned(),
        };
        let project = Project {
            title: Text::new("项目".repeat(60), &long),
            lead: Text::new("", "Coordinating-Secretariat".repeat(8)),
            lead_countries: Vec::new(),
            countries: Vec::new(),
            start: None,
            end: (index == 2).then(|| parse_date("2012-05-01").expect("a date")),
            precision: Precision::Month,
            metric: Text::new("", if index == 3 { "" } else { &long }),
            quantity: (index != 4).then_some(quantity),
            source: vec![Citation {
                para: 3,
                footnote: None,
            }],
        };
        data.projects
            .push(&format!("row-{index}"), project)
            .expect("ids differ");
    }
    for lang in Lang::ALL {
        for width in [300.0, 358.0, 1300.0] {
            let case = Case::new(Projects, "all", lang, width);
            let scene = case.with_input(&data, |input| Projects.scene(input, None));
            assert_legible(&scene);
            assert_eq!(scene.marks.len(), 5);
            for mark in &scene.marks {
                assert!(mark.hits[0].height >= 24.0, "{}", mark.id);
            }
            // A project without a country says nothing of countries.
            assert!(!scene.title.contains('0'), "{}", scene.title);
        }
    }
}
