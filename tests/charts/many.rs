//! A package of so many events that marks stand for several: what they count is there, and adds up.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use forum_explorer::chart::arrangement::Arrangement;
use forum_explorer::chart::input::Input;
use forum_explorer::chart::kind::ChartKind;
use forum_explorer::chart::scene::{Emphasis, Mark, Scene, Shape, Slot};
use forum_explorer::chart::timeline::{LIST_BELOW_PX, SINGLE_MOST, walk};
use forum_explorer::chart::view_table::view_table;
use forum_explorer::filter::clause::{Clause, Period};
use forum_explorer::filter::engine::Engine;
use forum_explorer::filter::facet::FacetSet;
use forum_explorer::filter::relation::Relation;
use forum_explorer::filter::selection::Selection;
use forum_explorer::language::lang::Lang;
use forum_explorer::model::dataset::Dataset;
use forum_explorer::model::event::{Event, EventKind};
use forum_explorer::model::span::{Date, Precision, Span, parse_date};
use forum_explorer::model::text::Text;

use crate::report::report;

const COUNT: usize = 3000;

/// The report with thousands of invented events, most of them in its main year.
pub fn package() -> &'static Dataset {
    static PACKAGE: OnceLock<Dataset> = OnceLock::new();
    PACKAGE.get_or_init(|| {
        let mut data = report().clone();
        // Any order that is the same each time; Knuth's numbers.
        let mut state = 2011_u32;
        let mut draw = |below: usize| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 8) as usize % below
        };
        for n in 0..COUNT {
            let event = invented(n, &data, &mut draw);
            data.events
                .push(&format!("invented-{n}"), event)
                .expect("the id is new");
        }
        data
    })
}

fn invented(n: usize, data: &Dataset, draw: &mut impl FnMut(usize) -> usize) -> Event {
    let kinds = [
        EventKind::Thematic,
        EventKind::Thematic,
        EventKind::Thematic,
        EventKind::Preparatory,
        EventKind::CivilSociety,
        EventKind::Session,
        EventKind::External,
    ];
    let year = 2011 - [0, 0, 0, 0, 1, 2][draw(6)];
    // The year is quiet in winter and busy in autumn.
    let day = 1 + draw(365).max(draw(365));
    let start = Date::from_ordinal_date(year, day as u16).expect("a day of the year");
    let lasts = [0, 1, 2, 3, 40][draw(5)];
    let clusters: Vec<_> = data.clusters.keys().collect();
    let first = draw(clusters.len());
    let both = if draw(5) == 0 { 2 } else { 1 };
    Event {
        kind: kinds[draw(kinds.len())],
        title: Text::new(format!("第{n}项活动"), format!("Event {n}")),
        short: Text::default(),
        title_origin: data.events.rows()[0].title_origin,
        span: Span {
            start,
            end: Date::from_julian_day(start.to_julian_day() + lasts).expect("a day"),
            precision: Precision::Day,
        },
        place: data.places.key_at(draw(data.places.len())),
        hosts: Vec::new(),
        clusters: (0..both)
            .map(|k| clusters[(first + k) % clusters.len()])
            .collect(),
        feeds: Vec::new(),
        parent: None,
        dates_from: None,
        source: data.events.rows()[draw(50)].source.clone(),
    }
}

fn day(text: &str) -> Date {
    parse_date(text).expect("a day")
}

/// What readers choose one after the other.
fn selections() -> Vec<Selection> {
    let data = package();
    let cluster = Clause::Cluster(data.clusters.keys().nth(1).expect("a second cluster"));
    let kind = Clause::Kind(EventKind::Thematic);
    let event = Clause::Event(data.events.find("invented-7").expect("the event"));
    let summer = Clause::Time(Period::between(day("2011-06-10"), day("2011-08-20")));
    let july = Clause::Time(Period::between(day("2011-07-01"), day("2011-07-31")));
    let nobody = Clause::Time(Period::between(day("1990-01-01"), day("1990-01-01")));
    [
        vec![],
        vec![cluster],
        vec![kind, summer],
        vec![july],
        vec![cluster, july],
        vec![event],
        vec![nobody],
    ]
    .map(Selection::of)
    .to_vec()
}

/// Calls with each of the pictures that readers may see, and what it is drawn from.
fn each(kind: ChartKind, mut look: impl FnMut(&Scene, &Input)) {
    for selection in selections() {
        let mut engine = Engine::new(package());
        engine.select(&selection);
        for (width, has_context) in [
            (1100.0, false),
            (1100.0, true),
            (480.0, false),
            (358.0, true),
        ] {
            let input = Input {
                data: package(),
                engine: &engine,
                lang: Lang::En,
                width,
                has_context,
                arrangement: Arrangement::default(),
            };
            look(&kind.scene(&input, None), &input);
        }
    }
}

fn period(mark: &Mark) -> Period {
    match mark.clause {
        Some(Clause::Time(period)) => period,
        other => panic!("{} chooses a period, not {other:?}", mark.id),
    }
}

fn cell(mark: &Mark, column: usize) -> usize {
    mark.cells[column].order.expect("a number") as usize
}

/// Whether a lane of this name holds the event.
fn stands_in(event: &Event, lane: &str, data: &Dataset) -> bool {
    let is_of_cluster = |numeral: &str| {
        let ids = event.clusters.iter().map(|&key| data.clusters.id(key));
        let numerals = ids.map(|id| ["I", "II", "III"][id.parse::<usize>().expect("a number") - 1]);
        numerals.into_iter().any(|own| own == numeral)
    };
    match (event.kind, lane.strip_prefix("Cluster ")) {
        (EventKind::Thematic, Some(numeral)) => is_of_cluster(numeral),
        (EventKind::Thematic, None) => event.clusters.is_empty() && lane == "Thematic",
        (EventKind::Preparatory | EventKind::Milestone, _) => lane == "Preparation",
        (EventKind::CivilSociety, _) => lane == "Civil society",
        (EventKind::Summit, _) => lane == "Forum meetings",
        (EventKind::External, _) => lane == "Elsewhere",
        (EventKind::Session, _) => lane == "Session",
    }
}

#[test]
fn bars_count_what_begins_in_their_time_and_what_the_filters_leave_of_it() {
    each(ChartKind::Timeline, |scene, input| {
        assert!(scene.is_aggregated, "there are too many for a mark each");
        let range = input.range().expect("there are events");
        let visible = input.visible(Relation::Events, FacetSet::NONE);
        for mark in &scene.marks {
            let (period, lane) = (period(mark), &mark.cells[1].text);
            let begins_in = |event: &Event| {
                event.span.touches(range.first(), range.last())
                    && (period.first()..=period.last())
                        .contains(&event.span.start.max(range.first()))
                    && stands_in(event, lane, input.data)
            };
            let events = input.data.events.iter().zip(&visible);
            let counted: Vec<bool> = events
                .filter(|((_, event), _)| begins_in(event))
                .map(|(_, left)| *left)
                .collect();
            let left = counted.iter().filter(|left| **left).count();
            assert_eq!(cell(mark, 2), counted.len(), "{}", mark.id);
            assert_eq!(cell(mark, 3), left, "{}", mark.id);
            assert!(!counted.is_empty(), "{} stands for something", mark.id);
        }
    });
}

#[test]
fn the_bars_of_all_lanes_add_up_to_the_events() {
    each(ChartKind::Timeline, |scene, input| {
        let range = input.range().expect("there are events");
        let in_range = |e: &&Event| e.span.touches(range.first(), range.last());
        let events = input.data.events.rows().iter().filter(in_range);
        // A meeting of several clusters counts in each of its lanes.
        let expected: usize = events
            .map(|event| match event.kind {
                EventKind::Thematic => event.clusters.len().max(1),
                _ => 1,
            })
            .sum();
        let counted: usize = scene.marks.iter().map(|mark| cell(mark, 2)).sum();
        assert_eq!(counted, expected);
        // The bars of a lane follow each other and have no day in common.
        for lane in scene.marks.chunk_by(|a, b| a.cells[1] == b.cells[1]) {
            let periods: Vec<Period> = lane.iter().map(period).collect();
            let pairs = periods.windows(2);
            assert!(pairs.into_iter().all(|p| p[0].last() < p[1].first()));
        }
        let names: BTreeSet<&str> = scene.groups.iter().map(|g| g.name.as_str()).collect();
        assert_eq!(names.len(), scene.groups.len(), "a group is a lane");
    });
}

#[test]
fn choosing_a_bar_leaves_the_events_that_its_card_counts() {
    let mut tried = 0;
    each(ChartKind::Timeline, |scene, input| {
        for mark in scene.marks.iter().step_by(5) {
            let mut selection = input.engine.selection().clone();
            let clause = mark.clause.expect("a bar can be chosen");
            if !selection.has(clause) {
                selection.toggle(clause);
            }
            let mut engine = input.engine.clone();
            engine.select(&selection);
            let left = engine.visible(Relation::Events, FacetSet::NONE);
            let left = left.filter(|shows| *shows).count();
            let says = format!("Choosing this period leaves {left} event");
            let digits: Vec<String> = mark.card.notes.iter().map(|n| n.replace(',', "")).collect();
            assert!(
                digits.iter().any(|note| note.starts_with(&says)),
                "{}: {says}: {:?}",
                mark.id,
                mark.card.notes
            );
            // What it counted stays, as far as no other filter leaves it out, and the bar is the chosen one.
            let chosen = Input {
                engine: &engine,
                ..*input
            };
            let scene = ChartKind::Timeline.scene(&chosen, None);
            let again = scene
                .marks
                .iter()
                .find(|m| m.id == mark.id)
                .expect("it stays");
            assert_eq!(again.emphasis, Emphasis::Selected);
            if input.engine.selection().is_empty() {
                assert_eq!(cell(again, 3), cell(mark, 2), "{}", mark.id);
            }
            tried += 1;
        }
    });
    assert!(tried > 50, "{tried} bars were chosen");
}

#[test]
fn behind_the_part_that_a_filter_leaves_the_whole_stays_to_be_seen() {
    let dimmed = |scene: &Scene| {
        let shapes = scene.shapes.iter();
        shapes
            .filter(|s| matches!(s, Shape::Fill(_, Slot::Dimmed)))
            .count()
    };
    each(ChartKind::Timeline, |scene, input| {
        let drawn = scene.marks.iter().filter(|m| !m.hits.is_empty());
        let partly = drawn.filter(|m| cell(m, 3) < cell(m, 2)).count();
        assert_eq!(dimmed(scene), partly, "{:?}", input.engine.selection());
    });
}

#[test]
fn the_picture_says_that_bars_count_events_and_of_how_long() {
    let mut said = BTreeSet::new();
    each(ChartKind::Timeline, |scene, input| {
        let is_left = input
            .visible(Relation::Events, FacetSet::NONE)
            .contains(&true);
        if is_left
            && scene
                .subtitle
                .contains("bar counts the events that begin within")
        {
            said.insert(scene.subtitle.clone());
            assert!(scene.description.contains("too many to stand one by one"));
        }
    });
    for unit in ["one month", "one year", "2 years"] {
        assert!(said.iter().any(|s| s.contains(unit)), "{unit}: {said:?}");
    }
}

#[test]
fn a_bar_can_be_hit_and_has_a_row_that_says_the_same() {
    each(ChartKind::Timeline, |scene, input| {
        let table = view_table(ChartKind::Timeline, scene, input, None);
        assert_eq!(table.rows.len(), scene.marks.len());
        assert!(table.rows.len() < 200, "no row an event");
        for mark in &scene.marks {
            assert_eq!(mark.cells.len(), table.columns.len(), "{}", mark.id);
            assert!(!mark.card.source.is_empty(), "{}", mark.id);
            for hit in &mark.hits {
                assert!(hit.width >= 23.99 && hit.height >= 23.99, "{}", mark.id);
            }
        }
        let ids: BTreeSet<&str> = scene.marks.iter().map(|m| m.id.as_str()).collect();
        assert_eq!(ids.len(), scene.marks.len(), "an id stands for one bar");
    });
}

#[test]
fn beside_another_selection_a_row_has_what_each_leaves_of_its_bar() {
    let mut engine = Engine::new(package());
    let kept = &selections()[1];
    engine.select(&selections()[3]);
    let input = Input {
        data: package(),
        engine: &engine,
        lang: Lang::En,
        width: 1100.0,
        has_context: false,
        arrangement: Arrangement::default(),
    };
    let scene = ChartKind::Timeline.scene(&input, None);
    let table = view_table(ChartKind::Timeline, &scene, &input, Some(kept));
    assert_eq!(table.columns.len(), scene.columns.len() + 3);
    for row in &table.rows {
        let number = |column: usize| row.cells[column].order.expect("a number");
        assert_eq!(
            number(5),
            number(3),
            "{}: B is the present selection",
            row.id
        );
        assert_eq!(number(6), number(5) - number(4), "{}", row.id);
    }
    assert!(table.rows.iter().any(|row| row.cells[4].order > Some(0.0)));
}

#[test]
fn a_reader_goes_from_event_to_event_where_bars_count_them() {
    each(ChartKind::Timeline, |_, input| {
        let range = input.range().expect("there are events");
        let spans: Vec<Span> = walk(input)
            .into_iter()
            .map(|key| input.data.events.get(key).expect("an event").span)
            .collect();
        assert!(
            spans.is_sorted_by_key(|span| span.start),
            "in order of time"
        );
        assert!(spans.iter().all(|s| s.touches(range.first(), range.last())));
    });
}

#[test]
fn the_report_keeps_a_mark_for_each_event() {
    for has_context in [false, true] {
        let engine = Engine::new(report());
        let input = Input {
            data: report(),
            engine: &engine,
            lang: Lang::En,
            width: 358.0,
            has_context,
            arrangement: Arrangement::default(),
        };
        let scene = ChartKind::Timeline.scene(&input, None);
        assert!(!scene.is_aggregated);
        assert_eq!(walk(&input).len(), scene.marks.len());
    }
    assert!(report().events.len() < SINGLE_MOST);
}

#[test]
fn numbers_of_bars_stand_inside_their_picture_and_on_no_other_text() {
    each(ChartKind::Timeline, |scene, _| {
        let is_list = scene.width < LIST_BELOW_PX;
        let faults = crate::strange::faults(scene);
        assert!(is_list || faults.is_empty(), "{faults:?}");
    });
}

#[test]
fn discs_of_the_map_add_up_to_the_meetings_that_the_filters_leave() {
    each(ChartKind::Geography, |scene, input| {
        assert!(scene.is_aggregated, "there are too many for a sign each");
        let range = input.range().expect("there are events");
        let events = input.data.events.rows().iter();
        let left = events.zip(input.visible(Relation::Events, FacetSet::NONE));
        let meets = |e: &Event| {
            matches!(e.kind, EventKind::Thematic | EventKind::Summit)
                && e.place.is_some()
                && e.span.touches(range.first(), range.last())
        };
        let expected = left.filter(|(event, left)| *left && meets(event)).count();
        let discs = scene.marks.iter().filter(|m| !m.hits.is_empty());
        let counts = discs.clone().map(|m| {
            let digits: String = m.card.value.chars().filter(char::is_ascii_digit).collect();
            digits.parse::<usize>().expect("a number")
        });
        assert_eq!(counts.sum::<usize>(), expected);
        assert!(discs.count() < 100, "no sign a meeting");
        assert_eq!(crate::strange::faults(scene), Vec::<String>::new());
        if expected > 0 {
            assert!(scene.description.contains("too many for a sign each"));
        }
    });
}

#[test]
fn a_disc_of_one_country_chooses_it_and_says_so() {
    let mut tried = 0;
    each(ChartKind::Geography, |scene, input| {
        for disc in scene.marks.iter().filter(|m| !m.hits.is_empty()) {
            let says = |start: &str| disc.card.notes.iter().any(|n| n.starts_with(start));
            match disc.clause {
                Some(Clause::Country(key)) => {
                    let name = &input.data.countries.get(key).expect("a country").name.en;
                    assert!(says(&format!("Choosing it filters by the country: {name}")));
                    tried += 1;
                }
                _ => assert!(says("Places of several countries"), "{}", disc.card.title),
            }
        }
    });
    assert!(tried > 0, "there are such discs");
}

#[test]
fn a_card_names_some_of_many_meetings_and_says_how_many_more_there_are() {
    each(ChartKind::Geography, |scene, input| {
        for mark in &scene.marks {
            let named = |note: &String| note.split("; ").count();
            assert!(mark.card.notes.iter().all(|n| named(n) < 40), "{}", mark.id);
            let held = mark.cells.get(2).and_then(|cell| cell.order).unwrap_or(0.0);
            if held > 40.0 {
                let says = mark.card.notes.iter().any(|n| n.ends_with(" more"));
                assert!(says, "{}: {:?}", mark.id, input.engine.selection());
            }
        }
    });
}
