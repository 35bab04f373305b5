//! Tables with the columns that pictures have no use for: what was on the same days, and where a row stands in two selections.

use std::collections::{BTreeMap, BTreeSet};

use forum_explorer::chart::arrangement::Arrangement;
use forum_explorer::chart::compare::which;
use forum_explorer::chart::input::Input;
use forum_explorer::chart::kind::ChartKind;
use forum_explorer::chart::scene::{Emphasis, Mark};
use forum_explorer::chart::view_table::{ViewTable, view_table};
use forum_explorer::filter::clause::Clause;
use forum_explorer::filter::compare::{compare, membership};
use forum_explorer::filter::engine::Engine;
use forum_explorer::filter::selection::Selection;
use forum_explorer::language::lang::Lang::{self, En, Zh};
use forum_explorer::model::citation::Citation;
use forum_explorer::model::event::EventKind;
use forum_explorer::model::event_ties::on_same_days;
use forum_explorer::model::span::Precision;
use forum_explorer::share::query::read;

use crate::report::report;

fn selection(query: &str) -> Selection {
    let (state, bad) = read(query, report());
    assert_eq!(bad, []);
    state.selection
}

fn table(kind: ChartKind, b: &Selection, a: Option<&Selection>, lang: Lang) -> ViewTable {
    let mut engine = Engine::new(report());
    engine.select(b);
    let input = Input {
        data: report(),
        engine: &engine,
        lang,
        width: 960.0,
        has_context: false,
        arrangement: Arrangement::default(),
    };
    view_table(kind, &kind.scene(&input, None), &input, a)
}

fn compared(kind: ChartKind, a: &str, b: &str) -> ViewTable {
    table(kind, &selection(b), Some(&selection(a)), En)
}

/// The last cells of a row: A, B, the difference.
fn sides(row: &Mark) -> [&str; 3] {
    let [.., a, b, third] = &row.cells[..] else {
        panic!("{} has too few cells", row.id)
    };
    [&a.text, &b.text, &third.text]
}

fn of<'a>(table: &'a ViewTable, id: &str) -> [&'a str; 3] {
    let row = table.rows.iter().find(|row| row.id == id);
    sides(row.unwrap_or_else(|| panic!("{id} is a row")))
}

#[test]
fn meetings_on_the_same_days_are_named_in_the_timelines_table() {
    let data = report();
    let table = table(ChartKind::Timeline, &Selection::default(), None, En);
    let column = table.columns.iter().position(|c| c == "On the same days");
    let column = column.expect("a column");
    assert_eq!(table.notes.len(), 1);
    let is_within = |part, whole| {
        let parent = |key: &_| data.events.get(*key).and_then(|e| e.parent);
        std::iter::successors(parent(&part), parent).any(|key| key == whole)
    };
    let thematic = |key| data.events.get(key).unwrap().kind == EventKind::Thematic;
    let mut pairs = BTreeSet::new();
    for row in &table.rows {
        assert_eq!(row.cells.len(), table.columns.len());
        let key = data.events.find(&row.id).unwrap();
        let event = data.events.get(key).unwrap();
        let text = &row.cells[column].text;
        // Day by day, from the dates alone.
        let is_own = |e: &forum_explorer::model::event::Event| {
            e.span.precision == Precision::Day && e.dates_from.is_none()
        };
        let mut expected = 0;
        for (other, with) in data.events.iter() {
            let is_part = is_within(other, key) || is_within(key, other);
            let mut day = event.span.start;
            let mut meets = false;
            while day <= event.span.end {
                meets |= with.span.start <= day && day <= with.span.end;
                day = day.next_day().unwrap();
            }
            if other != key && meets && is_own(event) && is_own(with) && !is_part {
                expected += 1;
                if thematic(key) && thematic(other) {
                    pairs.insert((key.min(other), key.max(other)));
                }
            }
        }
        let named = text.split("; ").filter(|name| !name.is_empty()).count();
        assert_eq!(named, expected, "{}: {text}", row.id);
    }
    assert!(!pairs.is_empty());
    for (a, b) in pairs {
        let shared = on_same_days(data, a);
        assert!(shared.iter().any(|(other, ..)| *other == b));
    }
}

#[test]
fn what_is_dated_to_a_month_a_year_or_by_another_is_on_no_certain_days() {
    let data = report();
    let mut silent = 0;
    for (key, event) in data.events.iter() {
        let shared = on_same_days(data, key);
        if event.span.precision != Precision::Day || event.dates_from.is_some() {
            assert_eq!(shared, [], "{}", data.events.id(key));
            silent += 1;
        }
        for (other, first, last) in shared {
            assert!(first <= last && event.span.touches(first, last));
            let back = on_same_days(data, other);
            assert!(back.contains(&(key, first, last)), "each names the other");
            assert_ne!(data.events.get(other).unwrap().parent, Some(key));
        }
    }
    assert!(silent > 10);
}

#[test]
fn a_row_says_whether_a_or_b_leaves_it_as_the_comparison_does() {
    let data = report();
    let cases = [
        ("cluster=2", "cluster=1"),
        ("event=thematic-abuja", "cluster=1"),
        ("", "event=session-2"),
        ("country=CHE", "country=PHL"),
        ("topic=recruitment", ""),
        ("kind=summit", "kind=civil-society"),
        (
            "time=2011-09-01..2011-10-31&cluster=3",
            "time=2011-10-01..2011-12-31",
        ),
        ("event=thematic-bern&cluster=2", "event=thematic-bern"),
    ];
    let kinds = [
        ChartKind::Timeline,
        ChartKind::Participation,
        ChartKind::Outcomes,
        ChartKind::Practices,
        ChartKind::Projects,
    ];
    let mut told = BTreeMap::new();
    for (a, b) in cases {
        let (a, b) = (selection(a), selection(b));
        let comparison = compare(data, &a, &b);
        for kind in kinds {
            let table = table(kind, &b, Some(&a), En);
            for row in &table.rows {
                let found = membership(&comparison, kind.relation(), &row.id);
                if let Some(found) = found {
                    assert_eq!(sides(row)[2], which(Some(found), En), "{kind:?} {}", row.id);
                    *told.entry(sides(row)[2].to_owned()).or_insert(0) += 1;
                }
            }
            // Nothing that either leaves is missing, but events beyond the year that is drawn.
            if kind != ChartKind::Timeline && kind != ChartKind::Participation {
                let all = comparison.measures.iter().find(|m| {
                    forum_explorer::filter::compare::Measure::of(kind.relation()) == Some(m.measure)
                });
                let all = all.expect("it is counted");
                if all.a.ids().is_some() && all.b.ids().is_some() {
                    let count = all.only_a.len() + all.only_b.len() + all.both.len();
                    assert_eq!(table.rows.len(), count, "{kind:?}");
                }
            }
        }
    }
    assert_eq!(told.len(), 3, "{told:?}");
}

#[test]
fn rows_of_either_side_stand_in_the_views_order_and_can_be_sorted() {
    let table = compared(ChartKind::Timeline, "cluster=2", "cluster=1");
    let date = |row: &Mark| row.cells[0].order.unwrap();
    for id in ["thematic-istanbul", "thematic-san-salvador"] {
        assert_eq!(of(&table, id), ["yes", "no", "A only"]);
    }
    assert_eq!(of(&table, "thematic-bern"), ["no", "yes", "B only"]);
    let dates: Vec<f64> = table.rows.iter().map(date).collect();
    assert!(dates.is_sorted(), "{dates:?}");
    for row in &table.rows {
        assert_eq!(row.cells.len(), table.columns.len());
        let is_outside = row.emphasis == Emphasis::Background;
        assert_eq!(is_outside, sides(row)[2] == "A only", "{}", row.id);
        assert!(
            row.cells
                .iter()
                .rev()
                .take(3)
                .all(|cell| cell.order.is_some())
        );
    }
    let [a, b, both] = ["A only", "B only", "A and B"].map(|side| {
        let rows = table.rows.iter().filter(|row| sides(row)[2] == side);
        rows.count()
    });
    assert_eq!(a + b + both, table.rows.len());
    let note = format!("A only: {a} rows; B only: {b}; in both: {both}.");
    assert!(table.notes.contains(&note), "{:?}", table.notes);
}

#[test]
fn a_states_meetings_are_compared_as_numbers_with_their_difference() {
    let table = compared(ChartKind::Geography, "cluster=1", "cluster=3");
    let data = report();
    let hosted = |cluster: &str, state: &str| {
        let cluster = data.clusters.find(cluster).unwrap();
        let state = data.countries.find(state).unwrap();
        let meetings = data.events.rows().iter().filter(|e| {
            let place = e.place.and_then(|p| data.places.get(p)?.country);
            matches!(
                e.kind,
                EventKind::Thematic
                    | EventKind::Summit
                    | EventKind::CivilSociety
                    | EventKind::External
            ) && e.clusters.contains(&cluster)
                && (place == Some(state) || e.hosts.contains(&state))
        });
        meetings.count() as i64
    };
    let mut differs = BTreeSet::new();
    for row in &table.rows {
        let (a, b) = (hosted("1", &row.id), hosted("3", &row.id));
        let sign = match b - a {
            0 => "0".to_owned(),
            n if n > 0 => format!("+{n}"),
            n => format!("−{}", -n),
        };
        assert_eq!(
            sides(row),
            [&*a.to_string(), &*b.to_string(), &*sign],
            "{}",
            row.id
        );
        differs.insert((b - a).signum());
        // Each number has its paragraphs, that of A too.
        let [kept, present] = ["cluster=1", "cluster=3"].map(|query| {
            let alone = self::table(ChartKind::Geography, &selection(query), None, En);
            let same = alone.rows.into_iter().find(|other| other.id == row.id);
            same.map_or(Vec::new(), |row| row.card.source)
        });
        let cited = |one: &Citation| row.card.source.contains(one);
        assert!(kept.iter().chain(&present).all(cited), "{}", row.id);
    }
    assert_eq!(differs, BTreeSet::from([-1, 0, 1]));
    assert_eq!(table.columns.last().unwrap(), "B minus A");
}

#[test]
fn a_view_that_the_filters_cannot_divide_says_so_and_shows_no_zeros() {
    for kind in [
        ChartKind::Assessment,
        ChartKind::World,
        ChartKind::Seats,
        ChartKind::Funding,
    ] {
        for lang in [En, Zh] {
            let plain = table(kind, &selection("cluster=1"), None, lang);
            let table = table(
                kind,
                &selection("cluster=1"),
                Some(&selection("cluster=2")),
                lang,
            );
            assert_eq!(table.columns, plain.columns, "{kind:?}");
            assert_eq!(table.rows, plain.rows);
            let cluster = lang
                .strings()
                .words
                .facets
                .iter()
                .find(|(f, _)| *f == "cluster");
            assert!(
                table.notes[0].contains(cluster.unwrap().1),
                "{:?}",
                table.notes
            );
        }
    }
    // What is counted stays as it is: the difference is in the rows.
    let figures = compared(
        ChartKind::Participation,
        "kind=civil-society",
        "kind=summit",
    );
    assert!(figures.rows.len() > 2);
    assert!(figures.rows.iter().all(|row| sides(row)[2] != "0"));
    assert!(figures.notes.iter().any(|note| note.contains("the same")));
}

#[test]
fn what_a_leaves_is_listed_where_b_leaves_nothing() {
    let nothing = "country=KIR&region=europe&time=1999-12-31";
    for kind in ChartKind::ALL {
        let alone = table(kind, &selection("event=session-2"), None, En);
        let table = compared(kind, "event=session-2", nothing);
        for row in &table.rows {
            assert_eq!(row.cells.len(), table.columns.len(), "{kind:?}");
        }
        assert!(alone.rows.is_empty() || !table.columns.is_empty());
    }
    let outcomes = compared(ChartKind::Outcomes, "event=session-2", "time=1999-12-31");
    let session = report().events.find("session-2").unwrap();
    let of_session = report()
        .outcomes
        .rows()
        .iter()
        .filter(|o| o.event == session);
    assert_eq!(outcomes.rows.len(), of_session.count());
    assert!(outcomes.rows.iter().all(|row| sides(row)[2] == "A only"));
    assert_eq!(outcomes.rows[0].clause, Some(Clause::Event(session)));
}
