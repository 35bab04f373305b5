//! What was called for outside the numbered outcomes.

use forum_explorer::chart::arrangement::Arrangement;
use forum_explorer::chart::calls::{calls, title};
use forum_explorer::chart::input::Input;
use forum_explorer::chart::kind::ChartKind;
use forum_explorer::chart::view_table::ViewTable;
use forum_explorer::filter::clause::Clause;
use forum_explorer::filter::engine::Engine;
use forum_explorer::filter::selection::Selection;
use forum_explorer::format::text::pick;
use forum_explorer::language::lang::Lang::{self, En};
use forum_explorer::model::call::Call;
use forum_explorer::model::dataset::Dataset;
use forum_explorer::model::table::Table;

use crate::report::report;

/// The heading, the table, and the heading of the outcomes beside it.
fn told(data: &Dataset, clauses: &[Clause], lang: Lang) -> (String, ViewTable, String) {
    let mut engine = Engine::new(data);
    engine.select(&Selection::of(clauses.iter().copied()));
    let input = Input {
        data,
        engine: &engine,
        lang,
        width: 960.0,
        has_context: false,
        arrangement: Arrangement::default(),
    };
    let outcomes = ChartKind::Outcomes.scene(&input, None).title;
    (title(&input), calls(&input), outcomes)
}

fn ids(table: &ViewTable) -> Vec<&str> {
    table.rows.iter().map(|row| row.id.as_str()).collect()
}

fn expected(is_meant: impl Fn(&Call) -> bool) -> Vec<&'static str> {
    let all = report().calls.iter().filter(|(_, call)| is_meant(call));
    all.map(|(key, _)| report().calls.id(key)).collect()
}

#[test]
fn every_call_has_who_made_it_what_for_and_where_it_stands() {
    for lang in Lang::ALL {
        let (title, table, outcomes) = told(report(), &[], lang);
        assert!(title.contains(&report().calls.len().to_string()), "{title}");
        assert!(outcomes.contains(&report().outcomes.len().to_string()));
        assert_eq!(ids(&table), expected(|_| true));
        for (row, call) in table.rows.iter().zip(report().calls.rows()) {
            assert_eq!(row.cells.len(), table.columns.len());
            assert_eq!(row.cells[1].text, pick(&call.actor, lang));
            assert_eq!(row.cells[2].text, pick(&call.summary, lang));
            assert_eq!(row.card.source, call.source);
            assert!(
                row.cells.iter().all(|cell| !cell.text.is_empty()),
                "{}",
                row.id
            );
        }
    }
}

#[test]
fn calls_follow_the_event_its_whole_and_the_topics_and_leave_the_outcomes_alone() {
    let data = report();
    let session = data.events.find("session-2").unwrap();
    let (title, table, outcomes) = told(data, &[Clause::Event(session)], En);
    let of_session = expected(|call| call.event == Some(session));
    assert!(!of_session.is_empty());
    assert_eq!(ids(&table), of_session);
    let share = format!("({} of {})", of_session.len(), data.calls.len());
    assert!(title.contains(&share), "{title}");
    let own = data.outcomes.rows().iter().filter(|o| o.event == session);
    assert!(outcomes.contains(&format!("{} of {}", own.count(), data.outcomes.len())));

    let whole = data.events.find("concluding-debate").unwrap();
    let within = |key| {
        let parent = |key: &_| data.events.get(*key).and_then(|e| e.parent);
        std::iter::successors(Some(key), parent).any(|key| key == whole)
    };
    let (_, table, _) = told(data, &[Clause::Event(whole)], En);
    assert_eq!(ids(&table), expected(|call| call.event.is_some_and(within)));

    let topic = data.topics.find("recruitment").unwrap();
    let (_, table, _) = told(data, &[Clause::Topic(topic)], En);
    assert_eq!(ids(&table), expected(|call| call.topics.contains(&topic)));
}

#[test]
fn a_filter_by_states_is_said_not_to_act() {
    let state = Clause::Country(report().countries.find("CHE").unwrap());
    for lang in Lang::ALL {
        let (_, plain, _) = told(report(), &[], lang);
        let (_, table, _) = told(report(), &[state], lang);
        assert_eq!(ids(&table), ids(&plain));
        assert_eq!(table.notes.len(), plain.notes.len() + 1);
    }
    let mut data = report().clone();
    data.calls = Table::default();
    assert!(told(&data, &[], En).1.rows.is_empty());
}
