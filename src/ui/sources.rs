//! The paragraphs behind what is shown, where they contradict each other, and what the report leaves out.

use leptos::prelude::*;

use crate::browser::observe::SightWatch;
use crate::chart::kind::ChartKind;
use crate::format::text::pick;
use crate::language::template::fill;
use crate::model::citation::Citation;
use crate::model::conflict::{Conflict, Shown};
use crate::state::explorer::Explorer;
use crate::state::load::Rest;
use crate::state::locale::Locale;
use crate::ui::app::fetch_rest;
use crate::ui::citations::{Citations, Cite};
use crate::ui::say::{changing, say, tell};

/// How many paragraphs are listed before the reader asks for all.
const FIRST: usize = 12;

/// The last section of the page.
#[component]
pub fn Sources() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let has_context = explorer.watch(|s| s.has_context);
    // The same marks that the charts show, whatever their size.
    let paragraphs = Memo::new(move |_| {
        explorer.with_input(locale.lang.get(), 960.0, has_context.get(), |input| {
            let scenes = ChartKind::ALL.map(|kind| kind.scene(input, None));
            let marks = scenes.iter().flat_map(|s| &s.marks);
            let shown = marks.filter(|m| m.emphasis != crate::chart::scene::Emphasis::Background);
            let cited = shown.flat_map(|m| m.card.source.iter().map(|c| c.para));
            let mut cited: Vec<u32> = cited.collect();
            crate::model::order::sort_unique(&mut cited);
            cited
        })
    });
    let shows_all = RwSignal::new(false);
    let listed = move || {
        let mut all = paragraphs.get();
        if !shows_all.get() {
            all.truncate(FIRST);
        }
        all
    };
    let hidden = move || {
        (!shows_all.get() && paragraphs.with(Vec::len) > FIRST).then(|| paragraphs.with(Vec::len))
    };
    let section = NodeRef::<leptos::html::Section>::new();
    fetch_when_near(section, explorer);
    view! {
        <section class="view view-sources" id="sources" node_ref=section aria-labelledby="sources-title">
            <header class="view-head">
                <p class="kicker">{say(|s| s.sources.name)}</p>
                <h2 id="sources-title">{tell(move || fill(
                    locale.strings().sources.finding,
                    &[("n", &paragraphs.with(Vec::len).to_string())],
                ))}</h2>
                <p class="subtitle">{say(|s| s.sources.subtitle)}</p>
            </header>
            <ul class="paragraphs">{changing(move || listed().into_iter().map(paragraph).collect_view().into_any())}</ul>
            {changing(move || hidden().map(|n| view! {
                <button type="button" class="button" id="all-paragraphs" on:click=move |_| shows_all.set(true)>
                    {fill(locale.strings().sources.more, &[("n", &n.to_string())])}
                </button>
            }).into_any())}
            {changing(move || match explorer.rest().get() {
                Rest::Here => view! { <Conflicts /><Unstated /> }.into_any(),
                _ => view! { <p class="quiet" role="status">{say(|s| s.status.loading_rest)}</p> }.into_any(),
            })}
        </section>
    }
}

/// The words of the paragraphs come when the section is about to be seen.
fn fetch_when_near(section: NodeRef<leptos::html::Section>, explorer: Explorer) {
    let kept = StoredValue::new_local(None::<SightWatch>);
    Effect::new(move || {
        let Some(element) = section.get() else { return };
        kept.set_value(SightWatch::new(&element, move || fetch_rest(explorer)));
    });
    on_cleanup(move || kept.set_value(None));
}

fn paragraph(number: u32) -> impl IntoView {
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
    view! { <li><Cite citation=Citation { para: number, footnote: None } />" "<span>{tell(gist)}</span></li> }
}

#[component]
fn Conflicts() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let all = explorer.with_data(|data| data.conflicts.rows().to_vec());
    (!all.is_empty()).then(|| {
        let count = all.len().to_string();
        view! {
            <details class="list-block" id="conflicts">
                <summary>{tell(move || fill(locale.strings().sources.conflicts, &[("n", &count)]))}</summary>
                <ul class="conflicts">{all.into_iter().map(conflict).collect_view()}</ul>
            </details>
        }
    })
}

fn conflict(conflict: Conflict) -> impl IntoView {
    let locale = Locale::expect();
    let Conflict {
        quantity,
        value_a,
        source_a,
        value_b,
        source_b,
        shown,
        reason,
    } = conflict;
    let (a, b) = (value_a.clone(), value_b.clone());
    let verdict = move || {
        let lang = locale.lang.get();
        let strings = &locale.strings().sources;
        let shown = match shown {
            Shown::Both => strings.both_shown.to_owned(),
            Shown::A => fill(strings.value_shown, &[("value", pick(&a, lang))]),
            Shown::B => fill(strings.value_shown, &[("value", pick(&b, lang))]),
        };
        format!(
            "{}{} {shown}",
            pick(&reason, lang),
            locale.strings().list.full_stop
        )
    };
    view! {
        <li>
            <p><strong>{tell(move || pick(&quantity, locale.lang.get()).to_owned())}</strong></p>
            <p>
                {tell(move || pick(&value_a, locale.lang.get()).to_owned())}" "<Citations source=source_a />
                <span class="versus" aria-hidden="true">" ≠ "</span>
                {tell(move || pick(&value_b, locale.lang.get()).to_owned())}" "<Citations source=source_b />
            </p>
            <p class="quiet">{tell(verdict)}</p>
        </li>
    }
}

#[component]
fn Unstated() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let all = explorer.with_data(|data| data.unstated.rows().to_vec());
    (!all.is_empty()).then(|| {
        let count = all.len().to_string();
        view! {
            <details class="list-block" id="unstated">
                <summary>{tell(move || fill(locale.strings().sources.unstated, &[("n", &count)]))}</summary>
                <ul class="unstated">
                    {all.into_iter().map(|gap| view! {
                        <li>{tell(move || pick(&gap.text, locale.lang.get()).to_owned())}" "<Citations source=gap.source /></li>
                    }).collect_view()}
                </ul>
            </details>
        }
    })
}
