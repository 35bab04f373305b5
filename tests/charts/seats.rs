//! Who sits where: the matrix, its order, and the states of two lists at once.

use std::collections::BTreeSet;

use forum_explorer::chart::arrangement::{Arrangement, Sort};
use forum_explorer::chart::input::Input;
use forum_explorer::chart::kind::ChartKind::Seats;
use forum_explorer::chart::scene::{Emphasis, Mark, Scene, Shape, Slot};
use forum_explorer::filter::clause::Clause;
use forum_explorer::filter::engine::Engine;
use forum_explorer::filter::selection::Selection;
use forum_explorer::format::text::list;
use forum_explorer::language::lang::Lang::{self, En, Zh};
use forum_explorer::model::body::Membership;
use forum_explorer::model::country::Region;
use forum_explorer::model::dataset::Dataset;
use forum_explorer::model::event::EventKind;
use forum_explorer::model::table::Table;

use crate::cases::{Case, WIDTHS};
use crate::report::report;
use crate::strange::{self, faults};

fn arranged(data: &Dataset, clauses: &[Clause], lang: Lang, width: f64, sort: Sort) -> Scene {
    let mut engine = Engine::new(data);
    engine.select(&Selection::of(clauses.iter().copied()));
    Seats.scene(
        &Input {
            data,
            engine: &engine,
            lang,
            width,
            has_context: false,
            arrangement: Arrangement {
                sort,
                ..Arrangement::default()
            },
        },
        None,
    )
}

fn chosen(clauses: &[Clause]) -> Scene {
    arranged(report(), clauses, En, 1100.0, Sort::Report)
}

/// The states of a body as the report lists them, by the names on the picture.
fn members(body: &str) -> Vec<&'static str> {
    let key = report().bodies.find(body).expect("the body is there");
    let seats = report().memberships.rows().iter();
    let of_body = seats.filter(|seat| seat.body == key);
    of_body
        .map(|seat| report().countries.get(seat.country).unwrap())
        .map(|country| country.label.en.as_str())
        .collect()
}

fn rows(scene: &Scene) -> impl Iterator<Item = &Mark> {
    scene.marks.iter().filter(|mark| !mark.cells.is_empty())
}

fn pairs(scene: &Scene) -> Vec<&Mark> {
    let without_row = |mark: &&Mark| mark.cells.is_empty();
    scene.marks.iter().filter(without_row).collect()
}

fn seats_of(iso3: &str) -> Vec<&'static Membership> {
    let key = report().countries.find(iso3).expect("the state is there");
    let seats = report().memberships.rows().iter();
    seats.filter(|seat| seat.country == key).collect()
}

#[test]
fn the_states_in_both_the_steering_group_and_the_assessment_team_are_those_of_both_lists() {
    let (steering, assessment) = (members("steering-group"), members("assessment-team"));
    let both: BTreeSet<&str> = steering
        .iter()
        .copied()
        .filter(|state| assessment.contains(state))
        .collect();
    assert!(!both.is_empty());
    for width in WIDTHS {
        let scene = Case::new(Seats, "all", En, width).scene();
        let pair = pairs(&scene)[0];
        assert_eq!(pair.card.title, "Steering Group and Assessment Team");
        assert_eq!(pair.card.value, format!("{} states", both.len()));
        // On the picture the title, the number and the names stand in one block.
        let hit = pair.hits[0];
        let block: Vec<&str> = scene
            .labels
            .iter()
            .filter(|label| hit.contains(label.at))
            .map(|label| label.text.as_str())
            .collect();
        let block = block.join(" ");
        let (head, names) = block.split_once(" states ").expect("a head and names");
        assert_eq!(
            head,
            format!("Steering Group and Assessment Team: {}", both.len())
        );
        let names = names.replace(" and ", ", ");
        let drawn: Vec<&str> = names.split(", ").collect();
        assert_eq!(drawn.len(), both.len());
        assert_eq!(drawn.into_iter().collect::<BTreeSet<_>>(), both);
        // And the card cites both lists and says how it was found.
        for body in ["steering-group", "assessment-team"] {
            let key = report().bodies.find(body).unwrap();
            let seats = report().memberships.rows().iter();
            for seat in seats.filter(|seat| seat.body == key) {
                assert!(seat.source.iter().all(|c| pair.card.source.contains(c)));
            }
        }
        let how = format!(
            "Computed: the states that stand in both lists, of {} and {} states",
            steering.len(),
            assessment.len()
        );
        assert!(pair.card.notes.contains(&how), "{:?}", pair.card.notes);
    }
}

#[test]
fn every_pair_is_the_intersection_of_two_lists_and_those_with_most_in_common_come_first() {
    let scene = Case::new(Seats, "all", En, 1100.0).scene();
    let ids: Vec<&str> = report()
        .bodies
        .keys()
        .map(|key| report().bodies.id(key))
        .collect();
    let mut expected: Vec<usize> = Vec::new();
    for (index, a) in ids.iter().enumerate() {
        for b in &ids[index + 1..] {
            let of_b = members(b);
            let common = members(a).into_iter().filter(|s| of_b.contains(s));
            expected.push(common.count());
        }
    }
    expected.sort_unstable();
    let drawn = pairs(&scene);
    let counts: Vec<usize> = drawn
        .iter()
        .map(|pair| {
            let (a, b) = pair.id.split_once("--").expect("two bodies");
            let of_b = members(b);
            let common: Vec<String> = members(a)
                .into_iter()
                .filter(|state| of_b.contains(state))
                .map(str::to_owned)
                .collect();
            let mut told: Vec<String> = pair.card.notes[0]
                .replace(" and ", ", ")
                .split(", ")
                .map(str::to_owned)
                .collect();
            told.sort_unstable();
            let mut sorted = common.clone();
            sorted.sort_unstable();
            assert_eq!(told, sorted, "{}: {}", pair.id, list(&common, En));
            // The larger body is named first.
            let (first, second) = if members(a).len() >= members(b).len() {
                (a, b)
            } else {
                (b, a)
            };
            let title = |id| {
                let key = report().bodies.find(id).unwrap();
                report().bodies.get(key).unwrap().title.en.as_str()
            };
            let expected = format!("{} and {}", title(first), title(second));
            assert_eq!(pair.card.title, expected);
            common.len()
        })
        .collect();
    assert!(
        counts.len() > 4 && counts.iter().all(|n| *n >= 2),
        "{counts:?}"
    );
    let most: Vec<usize> = expected.into_iter().rev().take(counts.len()).collect();
    assert_eq!(counts, most);
}

#[test]
fn a_row_holds_exactly_the_states_seats() {
    let scene = Case::new(Seats, "all", En, 1100.0).scene();
    let mut late = 0;
    for row in rows(&scene) {
        let seats = seats_of(&row.id);
        let titles: BTreeSet<&str> = seats
            .iter()
            .map(|seat| report().bodies.get(seat.body).unwrap().title.en.as_str())
            .collect();
        let filled: BTreeSet<&str> = scene
            .columns
            .iter()
            .zip(&row.cells)
            .skip(1)
            .filter(|(column, cell)| !cell.text.is_empty() && !column.ends_with(", 2011"))
            .map(|(column, _)| column.as_str())
            .collect();
        assert_eq!(filled, titles, "{}", row.id);
        for seat in &seats {
            assert!(seat.source.iter().all(|c| row.card.source.contains(c)));
            late += usize::from(seat.since.is_some());
        }
        let number = seats.len().to_string();
        let expected = match seats.len() {
            0 => "in none of these bodies".to_owned(),
            1 => "in 1 body".to_owned(),
            _ => format!("in {number} bodies"),
        };
        assert_eq!(row.card.value, expected, "{}", row.id);
        // The number stands in the picture, too.
        let hit = row.hits[0];
        let drawn = scene
            .labels
            .iter()
            .any(|label| hit.contains(label.at) && label.text == number);
        assert_eq!(drawn, !seats.is_empty(), "{}", row.id);
    }
    assert!(late > 0, "the report has late joiners");
    let states: BTreeSet<usize> = report()
        .memberships
        .rows()
        .iter()
        .map(|seat| seat.country.index())
        .collect();
    let seated = rows(&scene).filter(|row| !seats_of(&row.id).is_empty());
    assert_eq!(seated.count(), states.len());
    assert!(scene.title.starts_with(&format!("{} states", states.len())));
}

#[test]
fn a_late_joiner_and_a_seat_with_an_office_are_drawn_otherwise_and_said() {
    for width in WIDTHS {
        let scene = Case::new(Seats, "all", En, width).scene();
        for row in rows(&scene) {
            let hit = row.hits[0];
            let seats = seats_of(&row.id);
            let count = |is: &dyn Fn(&Shape) -> bool| scene.shapes.iter().filter(|s| is(s)).count();
            let rings = count(&|s| matches!(s, Shape::Ring(at, ..) if hit.contains(*at)));
            let dots =
                count(&|s| matches!(s, Shape::Disc(at, _, Slot::Paper) if hit.contains(*at)));
            let discs = count(
                &|s| matches!(s, Shape::Disc(at, _, slot) if hit.contains(*at) && *slot != Slot::Paper),
            );
            let late = seats.iter().filter(|s| s.since.is_some()).count();
            let offices = seats.iter().filter(|s| !s.role.is_empty()).count();
            assert_eq!((rings, dots), (late, offices), "{}", row.id);
            assert_eq!(discs, seats.len() - late, "{}", row.id);
        }
        let mauritius = rows(&scene).find(|row| row.id == "MUS").unwrap();
        for note in [
            "Troika (incoming chair)",
            "Steering Group (since September 2011)",
            "Assessment Team (since 27 September 2011)",
        ] {
            assert!(
                mauritius.card.notes.iter().any(|n| n == note),
                "{:?}",
                mauritius.card.notes
            );
        }
    }
}

#[test]
fn hosts_are_the_states_of_the_forums_meetings_of_the_year_and_chairs_those_of_its_chairs() {
    let scene = Case::new(Seats, "all", En, 1100.0).scene();
    let column = |name: &str| scene.columns.iter().position(|c| c.starts_with(name));
    let (hosted, chaired) = (
        column("Hosted").expect("hosts"),
        column("Chaired").expect("chairs"),
    );
    let is_2011 = |event: &forum_explorer::model::event::Event| {
        event.span.start.year() <= 2011 && event.span.last_day().year() >= 2011
    };
    for row in rows(&scene) {
        let key = report().countries.find(&row.id).unwrap();
        let has_met = report().events.rows().iter().any(|event| {
            let place = event.place.and_then(|p| report().places.get(p));
            let is_there = place.and_then(|p| p.country) == Some(key);
            let is_own = matches!(
                event.kind,
                EventKind::Thematic | EventKind::Summit | EventKind::CivilSociety
            );
            is_own && is_2011(event) && (is_there || event.hosts.contains(&key))
        });
        assert_eq!(!row.cells[hosted].text.is_empty(), has_met, "{}", row.id);
        let has_chaired = report().roles.rows().iter().any(|role| {
            let person = report().people.get(role.person).unwrap();
            person.country == Some(key)
                && ["chair", "co-chair"].contains(&role.role.as_str())
                && is_2011(report().events.get(role.event).unwrap())
        });
        assert_eq!(
            !row.cells[chaired].text.is_empty(),
            has_chaired,
            "{}",
            row.id
        );
    }
}

#[test]
fn without_people_the_column_of_chairs_is_left_out() {
    let mut data = report().clone();
    data.roles = Table::default();
    data.people = Table::default();
    let with = chosen(&[]).columns;
    let without = arranged(&data, &[], En, 1100.0, Sort::Report).columns;
    assert_eq!(without, with[..with.len() - 1]);
    assert!(with.last().unwrap().starts_with("Chaired"));
}

#[test]
fn rows_stand_in_the_order_that_the_reader_chose() {
    let ids = |lang, sort| -> Vec<String> {
        let scene = arranged(report(), &[], lang, 1100.0, sort);
        rows(&scene).map(|row| row.id.clone()).collect()
    };
    let in_report = ids(En, Sort::Report);
    let mut expected: Vec<String> = Vec::new();
    for seat in report().memberships.rows() {
        let id = report().countries.id(seat.country).to_owned();
        if !expected.contains(&id) {
            expected.push(id);
        }
    }
    assert_eq!(in_report[..expected.len()], expected);
    let counts: Vec<usize> = ids(En, Sort::Value)
        .iter()
        .map(|id| seats_of(id).len())
        .collect();
    assert!(counts.is_sorted_by(|a, b| a >= b), "{counts:?}");
    assert_ne!(ids(En, Sort::Value), in_report);
    for lang in Lang::ALL {
        let named = ids(lang, Sort::Name);
        let labels: Vec<&str> = named
            .iter()
            .map(|id| report().countries.find(id).unwrap())
            .map(|key| &report().countries.get(key).unwrap().label)
            .map(|label| {
                if lang == Zh {
                    label.zh.as_str()
                } else {
                    label.en.as_str()
                }
            })
            .collect();
        assert!(labels.is_sorted(), "{labels:?}");
        assert_eq!(
            named.iter().collect::<BTreeSet<_>>(),
            in_report.iter().collect::<BTreeSet<_>>()
        );
    }
}

#[test]
fn a_chosen_state_stands_out_and_the_others_stay() {
    let key = report().countries.find("CHE").unwrap();
    let (plain, scene) = (chosen(&[]), chosen(&[Clause::Country(key)]));
    assert_eq!(rows(&plain).count(), rows(&scene).count());
    for row in rows(&scene) {
        let expected = if row.id == "CHE" {
            Emphasis::Selected
        } else {
            Emphasis::Background
        };
        assert_eq!(row.emphasis, expected, "{}", row.id);
    }
    for pair in pairs(&scene) {
        let has_it = pair.card.notes[0].contains("Switzerland");
        assert_eq!(pair.emphasis != Emphasis::Background, has_it, "{}", pair.id);
    }
    let n = seats_of("CHE").len();
    assert_eq!(
        scene.title,
        format!("Switzerland: a seat in {n} of 8 bodies")
    );
}

#[test]
fn a_region_leaves_its_states_and_the_title_counts_them() {
    let scene = chosen(&[Clause::Region(Region::Africa)]);
    let mut states = BTreeSet::new();
    for seat in report().memberships.rows() {
        if report().countries.get(seat.country).unwrap().region == Region::Africa {
            states.insert(seat.country.index());
        }
    }
    assert!(!states.is_empty());
    assert!(
        scene
            .title
            .starts_with(&format!("{} states share the seats of ", states.len())),
        "{}",
        scene.title
    );
    for row in rows(&scene) {
        let key = report().countries.find(&row.id).unwrap();
        assert_eq!(report().countries.get(key).unwrap().region, Region::Africa);
    }
    assert_eq!(scene.columns, chosen(&[]).columns, "columns stay");
}

#[test]
fn a_state_without_a_seat_leaves_nothing() {
    for lang in Lang::ALL {
        let scene = Case::new(Seats, "nothing", lang, 1100.0).scene();
        assert_eq!(scene.title, lang.strings().filter.empty);
        assert!(scene.marks.is_empty());
    }
}

#[test]
fn labels_keep_apart_at_every_width_in_the_report_and_in_a_strange_package() {
    let strange = strange::package();
    for data in [report(), &strange] {
        for lang in Lang::ALL {
            for width in strange::WIDTHS {
                let scene = arranged(data, &[], lang, width, Sort::Report);
                assert!(!scene.labels.is_empty());
                assert_eq!(faults(&scene), Vec::<String>::new(), "{lang:?} {width}");
                assert!(scene.marks.iter().all(|m| !m.card.source.is_empty()));
            }
        }
    }
}

#[test]
fn a_column_without_room_is_counted_in_the_last_one() {
    let data = strange::package();
    let bodies: BTreeSet<usize> = data
        .memberships
        .rows()
        .iter()
        .map(|s| s.body.index())
        .collect();
    assert!(bodies.len() > 20, "more bodies than a phone has room for");
    let scene = arranged(&data, &[], En, 300.0, Sort::Value);
    let row = rows(&scene).next().unwrap();
    let hit = row.hits[0];
    let inside = |at| hit.contains(at);
    let drawn = scene
        .shapes
        .iter()
        .filter(|s| match s {
            Shape::Disc(at, _, slot) => inside(*at) && *slot != Slot::Paper,
            Shape::Ring(at, ..) => inside(*at),
            Shape::Fill(rect, Slot::Neutral) => inside(rect.center()),
            _ => false,
        })
        .count();
    let filled = row.cells[1..].iter().filter(|c| !c.text.is_empty()).count();
    let counted: usize = scene
        .labels
        .iter()
        .filter(|label| inside(label.at) && !label.bold)
        .filter_map(|label| label.text.parse::<usize>().ok())
        .sum();
    assert!(counted > 0, "{} of {filled} drawn", drawn);
    assert_eq!(drawn + counted, filled);
}
