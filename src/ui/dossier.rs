//! The page of a row in the panel: everything that the report says of an event, a country, a person, a body or a term.

use leptos::prelude::*;

use crate::filter::clause::Clause;
use crate::format::dossier::{Dossier, Group, Line, page};
use crate::model::citation::Source;
use crate::model::dataset::Dataset;
use crate::model::subject::{Subject, SubjectKind};
use crate::state::explorer::Explorer;
use crate::state::load::Rest;
use crate::state::locale::Locale;
use crate::ui::citations::{citations, open_link};
use crate::ui::element::{El, all, el, maybe, nothing};
use crate::ui::heading::inner_heading;
use crate::ui::not_stated::value;
use crate::ui::say::{changing, say, say_later, tell};
use crate::ui::status::rest_failed;

/// The page, in the reader's language; or that it is on its way, or that the package has no such row.
pub fn dossier(kind: SubjectKind, id: String) -> AnyView {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let view = changing(move || {
        let lang = locale.lang.get();
        let rest = explorer.rest().get();
        let found = explorer.with_data(|data| page(data, kind, &id, lang));
        untrack(|| match (found, rest) {
            (Some(dossier), Rest::Here) => all([
                rest_failed(),
                body(dossier, filter_button(kind, &id, explorer)),
            ]),
            // What is known already, while the tables that come later are on their way.
            (Some(dossier), _) => all([body(dossier, nothing()), underway()]),
            (None, Rest::Here) => all([rest_failed(), unknown()]),
            (None, _) => underway(),
        })
    });
    view.into_any()
}

/// What the panel's heading says of a page.
pub fn heading(kind: SubjectKind, id: &str, explorer: Explorer, locale: Locale) -> String {
    let lang = locale.lang.get();
    explorer
        .with_data(|data| page(data, kind, id, lang).map(|dossier| dossier.title))
        .unwrap_or_else(|| id.to_owned())
}

fn underway() -> AnyView {
    el("p")
        .attr("role", "status")
        .text(say(|s| s.status.loading_rest))
        .view()
}

fn unknown() -> AnyView {
    el("p")
        .attr("role", "alert")
        .text(say_later(|s| s.panel.no_such_row))
        .view()
}

/// The filter that the page stands for, where there is one.
fn filter_button(kind: SubjectKind, id: &str, explorer: Explorer) -> AnyView {
    let clause = explorer.with_data(|data| clause_of(kind, id, data));
    let Some(clause) = clause else {
        return nothing();
    };
    let is_on = explorer.watch(move |s| s.selection.has(clause));
    el("p")
        .child(
            el("button")
                .attr("type", "button")
                .class("button")
                .id("panel-filter")
                .attr(
                    "aria-pressed",
                    tell(move || if is_on.get() { "true" } else { "false" }),
                )
                .on("click", move |_| explorer.toggle(clause))
                .text(say_later(|s| s.panel.filter_by)),
        )
        .view()
}

fn clause_of(kind: SubjectKind, id: &str, data: &Dataset) -> Option<Clause> {
    match kind {
        SubjectKind::Event => data.events.find(id).map(Clause::Event),
        SubjectKind::Country => data.countries.find(id).map(Clause::Country),
        _ => None,
    }
}

fn body(dossier: Dossier, filter: AnyView) -> AnyView {
    let other = (!dossier.title_other.is_empty()).then(|| {
        el("p")
            .class("quiet")
            .attr("lang", dossier.title_other_lang.tag())
            .text(dossier.title_other)
            .view()
    });
    let origin = dossier
        .origin
        .map(|origin| el("p").class("quiet origin").text(origin).view());
    all([
        el("p").class("trail").text(dossier.kind_name).view(),
        maybe(other),
        maybe(origin),
        filter,
        lines(dossier.facts, "facts page-facts").view(),
        shared(dossier.source),
        all(dossier.groups.into_iter().map(group)),
        neighbours(dossier.previous, dossier.next),
    ])
}

fn group(group: Group) -> AnyView {
    let note = (!group.note.is_empty()).then(|| el("p").class("quiet").text(group.note));
    all([
        inner_heading().class("list-title").text(group.title).view(),
        note.map_or_else(nothing, El::view),
        lines(group.lines, "facts").view(),
        shared(group.source),
    ])
}

/// The paragraphs of all statements above.
fn shared(source: Source) -> AnyView {
    if source.is_empty() {
        return nothing();
    }
    let cited = citations(source);
    el("p")
        .class("quiet shared-source")
        .text(say_later(|s| s.panel.all_from))
        .text(" ")
        .child(cited)
        .view()
}

/// Statements as a list, each with its paragraphs and the page that it leads to.
pub fn lines(lines: Vec<Line>, class: &'static str) -> El {
    el("ul")
        .class(class)
        .child(lines.into_iter().map(line).collect::<Vec<_>>())
}

fn line(line: Line) -> AnyView {
    let mut item = el("li");
    if !line.label.is_empty() {
        let label = el("span").class("fact-table");
        item = item.child(match line.is_data_label {
            true => label.of_data(line.label),
            false => label.text(line.label),
        });
    }
    if !line.value.is_empty() {
        item = item.child(el("strong").child(value(line.value))).text(" ");
    }
    let place = match line.subject {
        Some(subject) if !line.text.is_empty() => open_link(subject).class("page-link"),
        _ => el("span"),
    };
    item = item.child(match line.is_data {
        true => place.of_data(line.text),
        false => place.text(line.text),
    });
    if !line.source.is_empty() {
        item = item.text(" ").child(citations(line.source));
    }
    if !line.note.is_empty() {
        item = item.child(el("p").class("quiet").text(line.note));
    }
    item.view()
}

/// The events before and after.
fn neighbours(previous: Option<Subject>, next: Option<Subject>) -> AnyView {
    if previous.is_none() && next.is_none() {
        return nothing();
    }
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let link = |subject: Subject, words| {
        let named = subject.clone();
        let name = tell(move || {
            let lang = locale.lang.get();
            explorer.with_data(|data| crate::format::subject::name(&named, data, lang))
        });
        el("li")
            .child(el("span").class("fact-table").text(say(words)))
            .child(open_link(subject).class("page-link").of_data(name))
            .view()
    };
    let items = [
        previous.map(|subject| link(subject, |s| s.timeline.previous)),
        next.map(|subject| link(subject, |s| s.timeline.next)),
    ];
    el("ul")
        .class("facts")
        .child(items.into_iter().flatten().collect::<Vec<_>>())
        .view()
}
