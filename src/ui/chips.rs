//! What is on, what is left, and how to go on where nothing is.

use leptos::prelude::*;

use crate::browser::device;
use crate::chart::arrangement::Arrangement;
use crate::chart::clause_name::{clause_name, is_named_by_data};
use crate::chart::input::Input;
use crate::filter::clause::Clause;
use crate::filter::facet::{Facet, FacetSet};
use crate::filter::relation::Relation;
use crate::filter::selection::Selection;
use crate::format::number::number;
use crate::language::strings::Strings;
use crate::language::template::fill;
use crate::model::event::EventKind;
use crate::state::explorer::Explorer;
use crate::state::locale::Locale;
use crate::ui::element::{El, all, el, nothing};
use crate::ui::run::{memo, next_frame};
use crate::ui::say::{Sentence, changing, say, tell};

/// What is on, each to be taken away; the count of what is left; and how to relax a selection that leaves nothing.
pub fn chips() -> AnyView {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let selection = explorer.watch(|s| s.selection.clone());
    let is_empty = memo(move || {
        explorer.with_input(
            locale.lang.get(),
            0.0,
            false,
            Arrangement::default(),
            |input| {
                !input
                    .engine
                    .visible(Relation::Events, FacetSet::NONE)
                    .any(|v| v)
            },
        )
    });
    let nothing_left = changing(move || match is_empty.get() {
        true => untrack(|| nothing_left(selection)),
        false => nothing(),
    });
    all([filter_state(selection).view(), nothing_left.into_any()])
}

/// The count, the chips, and the button that takes them all away.
fn filter_state(selection: Memo<Selection>) -> El {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let count = el("p")
        .class("count")
        .attr("role", "status")
        .id("count")
        .attr("tabindex", "-1")
        .text(tell(move || count_sentence(explorer, locale)));
    let chips = el("ul")
        .class("chips")
        .attr("aria-label", say(|s| s.filter.active))
        .child(changing(move || {
            let selection = selection.get();
            let clauses = selection.clauses().iter().enumerate();
            untrack(|| all(clauses.map(|(index, &clause)| chip(index, clause))))
        }));
    let is_on = memo(move || selection.with(|s| !s.is_empty()));
    el("div")
        .class("filter-state")
        .child(count)
        .child(chips)
        .child(changing(move || match is_on.get() {
            true => untrack(|| all([clear_button(), compare_button()])),
            false => nothing(),
        }))
}

fn chip(index: usize, clause: Clause) -> AnyView {
    let explorer = expect_context::<Explorer>();
    let button = el("button")
        .attr("type", "button")
        .class("chip")
        .id(format!("chip-{index}"))
        .attr("aria-label", with_name(|s| s.filter.remove, clause))
        .on("click", move |_| {
            explorer.toggle(clause);
            focus_after_removal(explorer, index);
        })
        .child(match is_named_by_data(clause) {
            true => el("span").of_data(name(clause)),
            false => el("span").text(name(clause)),
        })
        .child(el("span").attr("aria-hidden", "true").text(" ×"));
    el("li").child(button).view()
}

/// A clause's name.
fn name(clause: Clause) -> Sentence {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    tell(move || explorer.with_data(|data| clause_name(clause, data, locale.lang.get())))
}

/// A sentence about a clause.
fn with_name(template: fn(&'static Strings) -> &'static str, clause: Clause) -> Sentence {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    tell(move || {
        let name = explorer.with_data(|data| clause_name(clause, data, locale.lang.get()));
        fill(template(locale.strings()), &[("name", &name)])
    })
}

fn clear_button() -> AnyView {
    let explorer = expect_context::<Explorer>();
    el("button")
        .attr("type", "button")
        .class("button")
        .id("clear")
        .on("click", move |_| {
            explorer.clear();
            device::focus_id("count");
        })
        .text(say(|s| s.filter.clear))
        .view()
}

/// Keeps the selection, to compare the next one with it; nothing while two are compared.
fn compare_button() -> AnyView {
    let explorer = expect_context::<Explorer>();
    let is_comparing = explorer.watch(|s| s.compared.is_some());
    let button = changing(move || match is_comparing.get() {
        true => nothing(),
        false => untrack(|| {
            el("button")
                .attr("type", "button")
                .class("button")
                .id("compare-keep")
                .on("click", move |_| {
                    let now = explorer.with_state(|s| s.selection.clone());
                    explorer.compare_with(Some(now));
                })
                .text(say(|s| s.filter.compare))
                .view()
        }),
    });
    button.into_any()
}

/// That nothing is left, and which filters could be let go of.
fn nothing_left(selection: Memo<Selection>) -> AnyView {
    let buttons = changing(move || {
        let selection = selection.get();
        untrack(|| all(selection.clauses().iter().copied().map(relax_button)))
    });
    el("div")
        .class("nothing")
        .attr("role", "note")
        .child(el("p").text(say(|s| s.filter.empty)))
        .child(el("p").class("actions").child(buttons))
        .view()
}

fn relax_button(clause: Clause) -> AnyView {
    let explorer = expect_context::<Explorer>();
    el("button")
        .attr("type", "button")
        .class("button relax")
        .on("click", move |_| {
            explorer.toggle(clause);
            // The button goes with its filter.
            device::focus_id("count");
        })
        .text(with_name(|s| s.filter.relax, clause))
        .view()
}

/// The keyboard goes on to the chip that took the place of the removed one, or to the count.
fn focus_after_removal(explorer: Explorer, index: usize) {
    let left = explorer.with_state(|s| s.selection.clauses().len());
    let target = match left {
        0 => "count".to_owned(),
        _ => format!("chip-{}", index.min(left - 1)),
    };
    next_frame(move || device::focus_id(&target));
}

/// "6 of 14 thematic meetings"; where the filter is for other kinds, or the package has no such meetings, of events.
fn count_sentence(explorer: Explorer, locale: Locale) -> String {
    explorer.with_input(
        locale.lang.get(),
        0.0,
        false,
        Arrangement::default(),
        |input| {
            let counts_meetings = counts_meetings(input);
            let (shown, total) = count(input, counts_meetings);
            let strings = &locale.strings().filter;
            let template = match counts_meetings {
                true => strings.count_meetings,
                false => strings.count_events,
            };
            let [n, total] = [shown, total].map(|n| number(n as f64, locale.lang.get()));
            fill(template, &[("n", &n), ("total", &total)])
        },
    )
}

fn counts_meetings(input: &Input) -> bool {
    let mut events = input.data.events.rows().iter();
    let has_meetings = events.any(|e| e.kind == EventKind::Thematic);
    let selection = input.engine.selection();
    let wants_others = selection.of_facet(Facet::Kind).next().is_some()
        && !selection.has(Clause::Kind(EventKind::Thematic));
    has_meetings && !wants_others
}

/// How many meetings, or events, are left, of how many.
fn count(input: &Input, counts_meetings: bool) -> (usize, usize) {
    let counted = |kind: EventKind| !counts_meetings || kind == EventKind::Thematic;
    let visible = input.visible(Relation::Events, FacetSet::NONE);
    let (mut shown, mut total) = (0_usize, 0_usize);
    for (key, _) in input.data.events.iter().filter(|(_, e)| counted(e.kind)) {
        total += 1;
        shown += usize::from(visible.get(key.index()).copied().unwrap_or(false));
    }
    (shown, total)
}
