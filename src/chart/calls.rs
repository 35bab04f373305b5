//! What somebody called on others to do, outside the numbered outcomes: a table without a picture. Calls are never counted as outcomes.

use crate::chart::card::Card;
use crate::chart::clause_name::facet_names;
use crate::chart::event_card::short_name;
use crate::chart::input::Input;
use crate::chart::outcomes::topic_names;
use crate::chart::scene::{Cell, Emphasis, Mark};
use crate::chart::view_table::ViewTable;
use crate::filter::clause::Clause;
use crate::filter::facet::FacetSet;
use crate::filter::relation::Relation;
use crate::format::text::pick;
use crate::language::template::fill;
use crate::model::call::Call;
use crate::model::subject::{Subject, SubjectKind};
use crate::model::table::Key;

/// The heading: how many of all calls the selection leaves.
pub fn title(input: &Input) -> String {
    let words = &input.lang.later().calls;
    let visible = input.engine.visible(Relation::Calls, FacetSet::NONE);
    let left = visible.filter(|&shows| shows).count();
    let all = input.data.calls.len();
    let template = match left == all {
        true => words.title,
        false => words.title_of,
    };
    let (n, all) = (left.to_string(), all.to_string());
    fill(template, &[("n", &n), ("all", &all)])
}

/// The calls that the selection leaves, in the report's order.
pub fn calls(input: &Input) -> ViewTable {
    let (lang, words) = (input.lang, &input.lang.later().calls);
    let visible = input.engine.visible(Relation::Calls, FacetSet::NONE);
    let rows = input.data.calls.iter().zip(visible);
    let rows = rows.filter(|(_, shows)| *shows);
    let columns = [
        words.column_event,
        words.column_who,
        words.column_call,
        words.column_topics,
    ];
    let mut notes = vec![words.note.to_owned()];
    let ignored = input.engine.ignored(Relation::Calls, FacetSet::NONE);
    if !ignored.is_empty() {
        notes.push(fill(
            words.ignored,
            &[("facets", &facet_names(ignored, lang))],
        ));
    }
    ViewTable {
        columns: columns.map(str::to_owned).to_vec(),
        rows: rows.map(|((key, call), _)| row(key, call, input)).collect(),
        notes,
    }
}

fn row(key: Key<Call>, call: &Call, input: &Input) -> Mark {
    let lang = input.lang;
    let events = &input.data.events;
    let event = call.event.and_then(|key| events.get(key));
    let clause = call.event.map(Clause::Event);
    let is_chosen = |clause| input.engine.selection().has(clause);
    // Of no event by date: after all that have one.
    let order = call.event.map_or(f64::INFINITY, |key| key.index() as f64);
    let made_at = event.map_or("–".to_owned(), |e| short_name(input.data, e, lang));
    let topics = topic_names(&call.topics, input).join(lang.strings().list.comma);
    let gist = pick(&call.summary, lang);
    Mark {
        id: input.data.calls.id(key).to_owned(),
        hits: Vec::new(),
        card: Card {
            title: gist.to_owned(),
            source: call.source.clone(),
            subject: call
                .event
                .map(|key| Subject::Row(SubjectKind::Event, events.id(key).to_owned())),
            ..Card::default()
        },
        clause,
        emphasis: match clause.is_some_and(is_chosen) {
            true => Emphasis::Selected,
            false => Emphasis::Idle,
        },
        cells: vec![
            Cell {
                order: Some(order),
                ..Cell::of_data(made_at)
            },
            Cell::of_data(pick(&call.actor, lang)),
            Cell::of_data(gist),
            Cell::of_data(topics),
        ],
    }
}
