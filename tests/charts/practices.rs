//! Practices: bars of topics and of countries that filter each other, and every practice as a row.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use forum_explorer::chart::arrangement::{Arrangement, Sort};
use forum_explorer::chart::input::Input;
use forum_explorer::chart::kind::ChartKind::Practices;
use forum_explorer::chart::scene::{Emphasis, Mark, Scene, Shape, Slot};
use forum_explorer::filter::clause::Clause;
use forum_explorer::filter::engine::Engine;
use forum_explorer::filter::selection::Selection;
use forum_explorer::language::lang::Lang::{self, En};
use forum_explorer::model::country::Region;
use forum_explorer::model::dataset::Dataset;
use forum_explorer::model::subject::{Subject, SubjectKind};
use forum_explorer::model::text::Text;

use crate::cases::{Case, WIDTHS};
use crate::labels::letters;
use crate::report::report;

fn scene(choice: &'static str, lang: Lang, width: f64) -> Scene {
    Case::new(Practices, choice, lang, width).scene()
}

fn drawn_from(data: &Dataset, clauses: &[Clause], sort: Sort, lang: Lang, width: f64) -> Scene {
    let mut engine = Engine::new(data);
    engine.select(&Selection::of(clauses.iter().copied()));
    let input = Input {
        data,
        engine: &engine,
        lang,
        width,
        has_context: false,
        arrangement: Arrangement {
            sort,
            ..Arrangement::default()
        },
    };
    Practices.scene(&input, None)
}

/// The rows of the table.
fn rows(scene: &Scene) -> BTreeSet<&str> {
    let rows = scene.marks.iter().filter(|m| !m.cells.is_empty());
    rows.map(|m| m.id.as_str()).collect()
}

/// The bars of a set, in their order: the id of the row and the mark.
fn bars<'a>(scene: &'a Scene, set: &str) -> Vec<(&'a str, &'a Mark)> {
    let marks = scene.marks.iter();
    let found = marks.filter_map(|m| Some((m.id.strip_prefix(set)?.strip_prefix('.')?, m)));
    found.collect()
}

/// The number that a bar's card begins with.
fn count(mark: &Mark) -> usize {
    let digits = mark.card.value.split(|c: char| !c.is_ascii_digit()).next();
    digits.unwrap().parse().expect("a number")
}

/// The first practice that names a state.
fn first_named(country: &str) -> usize {
    let names = |(_, countries): &(String, Vec<String>)| countries.iter().any(|c| c == country);
    file().iter().position(names).expect("a practice names it")
}

/// The practices of the file itself, read by hand: id and countries.
fn file() -> Vec<(String, Vec<String>)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data/practices.csv");
    let text = fs::read_to_string(path).expect("the table is there");
    // The first two columns hold no quotation marks and no line feeds.
    let lines = text.lines().skip(1);
    let split = |line: &str| {
        let mut cells = line.split(',');
        let id = cells.next().unwrap().to_owned();
        let countries = cells.next().unwrap_or_default().split(';');
        (id, countries.map(str::to_owned).collect())
    };
    lines.map(split).collect()
}

#[test]
fn practices_of_the_philippines_are_exactly_the_rows_that_name_them() {
    let file = file();
    let expected: BTreeSet<&str> = file
        .iter()
        .filter(|(_, countries)| countries.iter().any(|c| c == "PHL"))
        .map(|(id, _)| id.as_str())
        .collect();
    assert!(expected.len() > 10, "the table has them");
    for lang in Lang::ALL {
        for width in WIDTHS {
            let scene = scene("philippines", lang, width);
            assert_eq!(rows(&scene), expected);
            let name = match lang {
                Lang::Zh => "菲律宾：",
                En => "Philippines: ",
                Lang::Fr => "Philippines\u{a0}: ",
            };
            assert!(scene.title.starts_with(name), "{}", scene.title);
            let n = expected.len().to_string();
            assert!(scene.title.contains(&n), "{}", scene.title);
        }
    }
}

#[test]
fn a_joint_practice_of_a_chosen_country_is_not_set_back() {
    let scene = scene("philippines", En, 1100.0);
    let joint = scene
        .marks
        .iter()
        .find(|m| m.id == "philippines-eritrea-bilateral-agreements")
        .expect("the joint practice stays");
    assert_ne!(joint.emphasis, Emphasis::Background);
    assert!(joint.card.title.contains("Eritrea") && joint.card.title.contains("Philippines"));
}

#[test]
fn a_bar_counts_the_practices_that_name_it() {
    let scene = scene("all", En, 1100.0);
    let (topics, countries) = (bars(&scene, "topic"), bars(&scene, "country"));
    assert!(topics.len() > 20 && countries.len() > 20);
    for (id, mark) in topics {
        let key = report().topics.find(id).unwrap();
        let practices = report().practices.rows().iter();
        let expected = practices.filter(|p| p.topics.contains(&key)).count();
        assert_eq!(count(mark), expected, "{id}");
        assert_eq!(mark.clause, Some(Clause::Topic(key)));
    }
    for (id, mark) in countries {
        let key = report().countries.find(id).unwrap();
        let expected = file()
            .iter()
            .filter(|(_, countries)| countries.iter().any(|c| c == id))
            .count();
        assert_eq!(count(mark), expected, "{id}");
        assert_eq!(mark.clause, Some(Clause::Country(key)));
        let page = Subject::Row(SubjectKind::Country, id.to_owned());
        assert_eq!(mark.card.subject, Some(page));
    }
}

#[test]
fn bars_start_at_zero_and_are_as_long_as_their_numbers() {
    for width in WIDTHS {
        let scene = scene("all", En, width);
        for set in ["topic", "country"] {
            let mut units = Vec::new();
            for (id, mark) in bars(&scene, set) {
                let Some(&area) = mark.hits.first() else {
                    continue;
                };
                let bar = scene.shapes.iter().find_map(|s| match s {
                    Shape::Fill(r, Slot::Neutral) if area.contains(r.center()) => Some(*r),
                    _ => None,
                });
                let bar = bar.unwrap_or_else(|| panic!("{id} has a bar"));
                let zero = scene.shapes.iter().any(|s| {
                    matches!(s, Shape::Line(p, Slot::Muted, _) if (p[0].x - bar.left()).abs() < 0.01 && p[0].y <= bar.top() && p[1].y >= bar.bottom())
                });
                assert!(zero, "{id} starts on the line of zero");
                units.push(bar.width / count(mark) as f64);
            }
            let is_drawn = set == "topic" || width > 900.0;
            assert_eq!(!units.is_empty(), is_drawn, "{set} at {width}");
            let first = units.first().copied().unwrap_or_default();
            assert!(units.iter().all(|unit| (unit - first).abs() < 0.01));
        }
    }
}

#[test]
fn each_set_of_bars_skips_its_own_facet_and_follows_the_other() {
    let plain = scene("all", En, 1100.0);
    let by_id = |scene: &Scene, set: &str| -> BTreeMap<String, usize> {
        let bars = bars(scene, set).into_iter();
        bars.map(|(id, m)| (id.to_owned(), count(m))).collect()
    };
    let philippines = scene("philippines", En, 1100.0);
    assert_eq!(by_id(&philippines, "country"), by_id(&plain, "country"));
    assert_ne!(by_id(&philippines, "topic"), by_id(&plain, "topic"));
    let most = by_id(&philippines, "topic").into_values().max();
    assert!(most <= Some(rows(&philippines).len()));
    let recruitment = scene("recruitment", En, 1100.0);
    assert_eq!(by_id(&recruitment, "topic"), by_id(&plain, "topic"));
    assert!(by_id(&recruitment, "country").len() < by_id(&plain, "country").len());
    for (id, mark) in bars(&recruitment, "topic") {
        let expected = match id {
            "recruitment" => Emphasis::Selected,
            _ => Emphasis::Background,
        };
        assert_eq!(mark.emphasis, expected, "{id}");
    }
    let idle = |(_, m): &(&str, &Mark)| m.emphasis == Emphasis::Idle;
    assert!(bars(&recruitment, "country").iter().all(idle));
}

#[test]
fn a_region_leaves_no_bar_of_another_regions_country() {
    let africa = [Clause::Region(Region::Africa)];
    let scene = drawn_from(report(), &africa, Sort::Report, En, 1100.0);
    let bars = bars(&scene, "country");
    assert!(!bars.is_empty());
    for (id, _) in bars {
        let key = report().countries.find(id).unwrap();
        let region = report().countries.get(key).unwrap().region;
        assert_eq!(region, Region::Africa, "{id}");
    }
    // The joint practice itself stays, with both of its states.
    assert!(rows(&scene).contains("switzerland-guinea-partnership"));
}

#[test]
fn bars_can_be_ordered() {
    for set in ["topic", "country"] {
        let of = |sort| drawn_from(report(), &[], sort, En, 1100.0);
        let (plain, most, named) = (of(Sort::Report), of(Sort::Value), of(Sort::Name));
        let counts = bars(&most, set).into_iter().map(|(_, m)| count(m));
        assert!(counts.is_sorted_by(|a, b| a >= b));
        let names = bars(&named, set).into_iter().map(|(_, m)| &m.card.title);
        assert!(names.is_sorted());
        let place = |id: &str| match set {
            "topic" => report().topics.find(id).unwrap().index(),
            _ => first_named(id),
        };
        assert!(
            bars(&plain, set)
                .iter()
                .map(|(id, _)| place(id))
                .is_sorted()
        );
    }
}

#[test]
fn the_finding_follows_the_filter() {
    let all = file();
    let with = all.iter().filter(|(_, c)| c.iter().any(|c| !c.is_empty()));
    let countries: BTreeSet<&String> = with.clone().flat_map(|(_, c)| c).collect();
    let expected = format!(
        "{} practices; {} of them from {} countries; ",
        all.len(),
        with.clone().count(),
        countries.len()
    );
    let title = scene("all", En, 1100.0).title;
    assert!(title.starts_with(&expected), "{title}");
    assert!(title.contains("Cooperation between states"), "{title}");
    let recruitment = scene("recruitment", En, 1100.0);
    let start = format!(
        "Recruitment: {} of {} practices",
        rows(&recruitment).len(),
        all.len()
    );
    assert!(
        recruitment.title.starts_with(&start),
        "{}",
        recruitment.title
    );
    for lang in Lang::ALL {
        let choices = [
            "all",
            "recruitment",
            "philippines",
            "switzerland",
            "nothing",
        ];
        let titles: BTreeSet<String> = choices.map(|c| scene(c, lang, 1100.0).title).into();
        assert_eq!(titles.len(), choices.len(), "{titles:?}");
        assert_eq!(
            scene("nothing", lang, 358.0).title,
            lang.strings().filter.empty
        );
        // Practices have no date.
        let plain = scene("all", lang, 1100.0).title;
        assert_eq!(scene("summer", lang, 1100.0).title, plain);
    }
}

#[test]
fn more_bars_than_the_picture_has_room_for_are_told() {
    let mut data = report().clone();
    let countries: Vec<_> = data.countries.keys().take(120).collect();
    let first = data.practices.key_at(0).unwrap();
    data.practices.get_mut(first).unwrap().countries = countries;
    let long = "非常长的主题名称以致任何一栏都容纳不下".repeat(3);
    let topic = data.topics.key_at(0).unwrap();
    data.topics.get_mut(topic).unwrap().name = Text::new(long.clone(), "Long ".repeat(40));
    for lang in Lang::ALL {
        for width in [300.0, 358.0, 700.0, 900.0, 1300.0] {
            let scene = drawn_from(&data, &[], Sort::Report, lang, width);
            assert!(scene.height <= 1400.0, "{}", scene.height);
            let bars = bars(&scene, "country");
            let hidden = bars.iter().filter(|(_, m)| m.hits.is_empty()).count();
            assert!(bars.len() > 120 && hidden > 60);
            let told = scene
                .labels
                .iter()
                .any(|l| l.text.contains(&hidden.to_string()) && l.at.y > scene.height - 24.0);
            assert_eq!(told, width >= 900.0, "{hidden} at {width}");
            for (index, label) in scene.labels.iter().enumerate() {
                let area = letters(label);
                assert!(
                    area.left() >= -0.5 && area.right() <= width + 0.5,
                    "{label:?}"
                );
                for other in &scene.labels[index + 1..] {
                    assert!(!area.intersects(letters(other)), "{label:?} {other:?}");
                }
            }
        }
    }
}

#[test]
fn a_package_without_practices_says_so() {
    let scene = drawn_from(&Dataset::default(), &[], Sort::Value, En, 1100.0);
    assert_eq!(scene.title, En.strings().view.no_data);
    assert!(scene.marks.is_empty() && scene.labels.is_empty());
    assert!(!scene.columns.is_empty());
}
