//! The paragraphs behind what is shown, where they contradict each other, and what the report leaves out.

use leptos::prelude::*;

use crate::browser::observe::SightWatch;
use crate::chart::arrangement::Arrangement;
use crate::chart::kind::ChartKind;
use crate::chart::scene::Emphasis;
use crate::format::text::{pick, sentences};
use crate::language::template::fill;
use crate::model::citation::Citation;
use crate::model::conflict::{Conflict, Shown};
use crate::model::order::sort_unique;
use crate::model::text::Text;
use crate::model::unstated::Unstated;
use crate::state::explorer::Explorer;
use crate::state::load::Rest;
use crate::state::locale::Locale;
use crate::ui::audit::data_check;
use crate::ui::calls::calls;
use crate::ui::citations::{citations, cite};
use crate::ui::element::{El, Found, all, el, nothing};
use crate::ui::files::fetch_rest;
use crate::ui::glossary::glossary;
use crate::ui::heading::view_heading;
use crate::ui::run::{effect, memo};
use crate::ui::say::{Sentence, changing, say, say_later, tell};
use crate::ui::status::rest_failed;

/// How many paragraphs are listed before the reader asks for all.
const FIRST: usize = 12;

/// The last section of the page.
pub fn sources() -> AnyView {
    let explorer = expect_context::<Explorer>();
    let paragraphs = cited_paragraphs(explorer);
    let shows_all = RwSignal::new(false);
    let section = Found::new();
    fetch_when_near(section, explorer);
    el("section")
        .class("view view-sources")
        .id("sources")
        .attr("aria-labelledby", "sources-title")
        .found_by(section)
        .child(head(paragraphs))
        .child(el("ul").class("paragraphs").child(changing(move || {
            let mut listed = paragraphs.get();
            if !shows_all.get() {
                listed.truncate(FIRST);
            }
            untrack(|| all(listed.into_iter().map(paragraph)))
        })))
        .child(changing(move || {
            let count = paragraphs.with(Vec::len);
            match !shows_all.get() && count > FIRST {
                true => untrack(|| more(count, shows_all)),
                false => nothing(),
            }
        }))
        .child(changing(move || match explorer.rest().get() {
            Rest::Here => untrack(|| {
                all([
                    rest_failed(),
                    calls(),
                    conflicts(),
                    unstated(),
                    glossary(),
                    data_check(),
                ])
            }),
            _ => underway(),
        }))
        .view()
}

/// The paragraphs of the same marks that the charts show, whatever their size.
fn cited_paragraphs(explorer: Explorer) -> Memo<Vec<u32>> {
    let locale = Locale::expect();
    let has_context = explorer.watch(|s| s.has_context);
    memo(move || {
        explorer.with_input(
            locale.lang.get(),
            960.0,
            has_context.get(),
            Arrangement::default(),
            |input| {
                let scenes = ChartKind::ALL.map(|kind| kind.scene(input, None));
                let marks = scenes.iter().flat_map(|s| &s.marks);
                let shown = marks.filter(|m| m.emphasis != Emphasis::Background);
                let cited = shown.flat_map(|m| m.card.source.iter().map(|c| c.para));
                let mut cited: Vec<u32> = cited.collect();
                sort_unique(&mut cited);
                cited
            },
        )
    })
}

/// The words of the paragraphs come when the section is about to be seen.
fn fetch_when_near(section: Found, explorer: Explorer) {
    let kept = StoredValue::new_local(None::<SightWatch>);
    effect(move || {
        let Some(element) = section.get() else { return };
        kept.set_value(SightWatch::new(&element, move || fetch_rest(explorer)));
    });
    on_cleanup(move || kept.set_value(None));
}

fn head(paragraphs: Memo<Vec<u32>>) -> El {
    let locale = Locale::expect();
    let finding = move || {
        let count = paragraphs.with(Vec::len).to_string();
        fill(locale.later().sources.finding, &[("n", &count)])
    };
    el("header")
        .class("view-head")
        .child(el("p").class("kicker").text(say(|s| s.names.sources)))
        .child(view_heading().id("sources-title").text(tell(finding)))
        .child(
            el("p")
                .class("subtitle")
                .text(say_later(|s| s.sources.subtitle)),
        )
}

fn paragraph(number: u32) -> AnyView {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let gist = move || {
        explorer.with_data(|data| {
            let key = data.paragraphs.find(&number.to_string());
            let paragraph = key.and_then(|k| data.paragraphs.get(k));
            paragraph.map_or(String::new(), |p| {
                pick(&p.gist, locale.lang.get()).to_owned()
            })
        })
    };
    let citation = Citation {
        para: number,
        footnote: None,
    };
    el("li")
        .child(cite(citation))
        .text(" ")
        .child(el("span").of_data(tell(gist)))
        .view()
}

/// The button that lists the rest.
fn more(count: usize, shows_all: RwSignal<bool>) -> AnyView {
    let locale = Locale::expect();
    let label = move || fill(locale.later().sources.more, &[("n", &count.to_string())]);
    el("button")
        .attr("type", "button")
        .class("button")
        .id("all-paragraphs")
        .on("click", move |_| shows_all.set(true))
        .text(tell(label))
        .view()
}

fn underway() -> AnyView {
    el("p")
        .class("quiet")
        .attr("role", "status")
        .text(say(|s| s.status.loading_rest))
        .view()
}

fn conflicts() -> AnyView {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let items = explorer.with_data(|data| data.conflicts.rows().to_vec());
    let count = items.len().to_string();
    let summary = tell(move || fill(locale.later().sources.conflicts, &[("n", &count)]));
    let items = items.into_iter().map(conflict).collect();
    block(
        "conflicts",
        summary,
        items,
        say_later(|s| s.sources.no_conflicts),
    )
}

fn unstated() -> AnyView {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let items = explorer.with_data(|data| data.unstated.rows().to_vec());
    let count = items.len().to_string();
    let summary = tell(move || fill(locale.later().sources.unstated, &[("n", &count)]));
    let items = items.into_iter().map(gap).collect();
    block(
        "unstated",
        summary,
        items,
        say_later(|s| s.sources.no_unstated),
    )
}

/// A list to unfold; that there is nothing to list is said.
fn block(name: &'static str, summary: Sentence, items: Vec<AnyView>, none: Sentence) -> AnyView {
    if items.is_empty() {
        return el("p").class("quiet").id(name).text(none).view();
    }
    el("details")
        .class("list-block")
        .id(name)
        .child(el("summary").text(summary))
        .child(el("ul").class(name).child(items))
        .view()
}

fn gap(gap: Unstated) -> AnyView {
    el("li")
        .child(el("span").of_data(picked(gap.text)))
        .text(" ")
        .child(citations(gap.source))
        .view()
}

/// A text of the package in the reader's language.
fn picked(text: Text) -> Sentence {
    let locale = Locale::expect();
    tell(move || pick(&text, locale.lang.get()).to_owned())
}

fn conflict(conflict: Conflict) -> AnyView {
    let verdict = verdict(&conflict);
    let versus = el("span")
        .class("versus")
        .attr("aria-hidden", "true")
        .text(" ≠ ");
    let values = el("p")
        .child(el("span").of_data(picked(conflict.value_a)))
        .text(" ")
        .child(citations(conflict.source_a))
        .child(versus)
        .child(el("span").of_data(picked(conflict.value_b)))
        .text(" ")
        .child(citations(conflict.source_b));
    el("li")
        .child(el("p").child(el("strong").of_data(picked(conflict.quantity))))
        .child(values)
        .child(el("p").class("quiet").text(verdict))
        .view()
}

/// Why the values differ, and which of them the charts show.
fn verdict(conflict: &Conflict) -> Sentence {
    let locale = Locale::expect();
    let conflict = conflict.clone();
    tell(move || {
        let lang = locale.lang.get();
        let strings = &locale.later().sources;
        let value_shown = |value| fill(strings.value_shown, &[("value", pick(value, lang))]);
        let shown = match conflict.shown {
            Shown::Both => strings.both_shown.to_owned(),
            Shown::A => value_shown(&conflict.value_a),
            Shown::B => value_shown(&conflict.value_b),
        };
        let reason = pick(&conflict.reason, lang);
        let reason = format!("{reason}{}", locale.strings().list.full_stop);
        sentences(&[reason, shown], lang)
    })
}
