//! From event to event: the one before and the one after, whatever else is filtered.

use leptos::prelude::*;

use crate::chart::arrangement::Arrangement;
use crate::chart::event_card::{cluster_numerals, short_name};
use crate::chart::timeline;
use crate::filter::clause::Clause;
use crate::format::date;
use crate::language::lang::Lang;
use crate::language::template::fill;
use crate::model::dataset::Dataset;
use crate::model::event::Event;
use crate::model::table::Key;
use crate::state::explorer::Explorer;
use crate::state::locale::Locale;
use crate::ui::element::{El, el};
use crate::ui::run::memo;
use crate::ui::say::{Words, flag, say, tell};

/// The events of the timeline that the other filters leave in, in order, and the place of the chosen one.
#[derive(Clone, Debug, PartialEq)]
struct Walk {
    events: Vec<Key<Event>>,
    at: Option<usize>,
}

/// The two buttons, and where the reader is: place, event, date, cluster.
pub fn event_steps() -> El {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let has_context = explorer.watch(|s| s.has_context);
    let walk = memo(move || walk(explorer, has_context.get()));
    let where_now = move || {
        let walk = walk.get();
        let key = walk.at.and_then(|at| walk.events.get(at).copied());
        let lang = locale.lang.get();
        let said = |key| explorer.with_data(|data| position(&walk, key, data, lang));
        key.and_then(said).unwrap_or_default()
    };
    el("div")
        .class("event-steps")
        .child(button(
            "event-previous",
            "‹",
            say(|s| s.timeline.previous),
            walk,
            false,
        ))
        .child(
            el("span")
                .class("quiet")
                .attr("role", "status")
                .id("event-position")
                .text(tell(where_now)),
        )
        .child(button(
            "event-next",
            "›",
            say(|s| s.timeline.next),
            walk,
            true,
        ))
}

fn walk(explorer: Explorer, has_context: bool) -> Walk {
    let lang = Lang::default();
    explorer.with_input(lang, 0.0, has_context, Arrangement::default(), |input| {
        let events = timeline::walk(input);
        let selection = input.engine.selection();
        let is_chosen = |key: &Key<Event>| selection.has(Clause::Event(*key));
        Walk {
            at: events.iter().position(is_chosen),
            events,
        }
    })
}

/// `4 of 14: Kingston, 7–8 September 2011, cluster I`, short enough to be listened to.
fn position(walk: &Walk, key: Key<Event>, data: &Dataset, lang: Lang) -> Option<String> {
    let event = data.events.get(key)?;
    let strings = lang.strings();
    let clusters = cluster_numerals(data, event, lang);
    let cluster = match clusters.is_empty() {
        true => String::new(),
        false => fill(strings.filter.cluster_n, &[("number", &clusters)]),
    };
    let said: Vec<String> = [
        short_name(data, event, lang),
        date::span(&event.span, lang),
        cluster,
    ]
    .into_iter()
    .filter(|part| !part.is_empty())
    .collect();
    Some(fill(
        strings.timeline.position,
        &[
            ("n", &(walk.at? + 1).to_string()),
            ("total", &walk.events.len().to_string()),
            ("event", &said.join(strings.list.comma)),
        ],
    ))
}

fn button(
    id: &'static str,
    arrow: &'static str,
    words: Words,
    walk: Memo<Walk>,
    is_onward: bool,
) -> El {
    let explorer = expect_context::<Explorer>();
    let target = move || walk.with(|walk| target(walk, is_onward));
    let arrow = el("span").attr("aria-hidden", "true").text(arrow);
    let button = el("button")
        .attr("type", "button")
        .class("button")
        .id(id)
        // Not `disabled`: the keyboard would be lost at the last event.
        .attr("aria-disabled", flag(move || target().is_none()))
        .on("click", move |_| {
            if let Some(key) = untrack(target) {
                explorer.go_to_event(key);
            }
        });
    match is_onward {
        true => button.text(words).child(arrow),
        false => button.child(arrow).text(words),
    }
}

/// Without a chosen event the first is the next, and the last the one before.
fn target(walk: &Walk, is_onward: bool) -> Option<Key<Event>> {
    let last = walk.events.len().checked_sub(1)?;
    let at = match (walk.at, is_onward) {
        (Some(at), true) => at.checked_add(1),
        (Some(at), false) => at.checked_sub(1),
        (None, true) => Some(0),
        (None, false) => Some(last),
    };
    at.and_then(|at| walk.events.get(at).copied())
}
