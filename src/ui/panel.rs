//! The paragraph panel: where a number comes from.

use leptos::prelude::*;

use crate::browser::device;
use crate::format::fact::{Fact, citing};
use crate::format::text::pick;
use crate::language::template::fill;
use crate::model::citation::Citation;
use crate::model::paragraph::Paragraph;
use crate::model::section::Section;
use crate::model::table::Key;
use crate::state::explorer::Explorer;
use crate::state::load::Rest;
use crate::state::locale::Locale;
use crate::ui::app::fetch_rest;
use crate::ui::citations::Cite;
use crate::ui::say::{changing, say, tell};

/// The panel, while a paragraph is open. It takes the keyboard and gives it back to what opened it.
#[component]
pub fn Panel() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let open = explorer.watch(|s| s.panel.clone());
    let opener = StoredValue::new_local(None);
    Effect::new(move |was_open: Option<bool>| {
        let is_open = open.with(Option::is_some);
        match (was_open.unwrap_or(false), is_open) {
            (false, true) => {
                opener.set_value(device::focused());
                request_animation_frame(|| device::focus_id("panel"));
            }
            (true, false) => {
                let returned = opener.with_value(|o| o.as_ref().is_some_and(device::focus));
                if !returned {
                    device::focus_id("content");
                }
            }
            _ => {}
        }
        is_open
    });
    move || open.get().map(|citation| view! { <Opened citation /> })
}

#[component]
fn Opened(citation: Citation) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    fetch_rest(explorer);
    let number = citation.para;
    let title = {
        let note = citation.footnote.clone();
        move || {
            let strings = &locale.strings().panel;
            let head = fill(strings.title, &[("n", &number.to_string())]);
            match &note {
                Some(letter) => format!("{head} · {}", fill(strings.note, &[("letter", letter)])),
                None => head,
            }
        }
    };
    let body = move || {
        let paragraph = explorer.with_data(|data| {
            let key = data.paragraphs.find(&number.to_string())?;
            data.paragraphs.get(key).cloned()
        });
        match (paragraph, explorer.rest().get()) {
            (Some(paragraph), _) => view! { <Body paragraph /> }.into_any(),
            (None, Rest::Here) => view! { <Unknown number /> }.into_any(),
            (None, _) => view! { <p role="status">{say(|s| s.status.loading_rest)}</p> }.into_any(),
        }
    };
    view! {
        <aside class="panel" id="panel" role="dialog" tabindex="-1" aria-labelledby="panel-title"
            on:keydown=move |event| if event.key() == "Escape" { explorer.open(None) }>
            <header>
                <h2 id="panel-title">{tell(title)}</h2>
                <button type="button" class="button" id="panel-close" on:click=move |_| explorer.open(None)>
                    {say(|s| s.panel.close)}
                </button>
            </header>
            {changing(body)}
        </aside>
    }
}

#[component]
fn Unknown(number: u32) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let last = explorer.with_data(|data| data.paragraphs.rows().iter().map(|p| p.number).max());
    view! {
        <p role="alert">{tell(move || fill(
            locale.strings().panel.unknown,
            &[("n", &number.to_string()), ("last", &last.unwrap_or(0).to_string())],
        ))}</p>
    }
}

#[component]
fn Body(paragraph: Paragraph) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let number = paragraph.number;
    let trail = {
        let section = paragraph.section;
        move || explorer.with_data(|data| section_trail(data, section, locale))
    };
    let gist = {
        let gist = paragraph.gist.clone();
        move || match pick(&gist, locale.lang.get()) {
            "" => locale.strings().panel.gist_missing.to_owned(),
            text => text.to_owned(),
        }
    };
    let facts = move || explorer.with_data(|data| citing(data, number, locale.lang.get()));
    let passage = explorer.with_data(|data| {
        let mut all = data.passages.rows().iter().filter(|p| p.para == number);
        all.next().cloned()
    });
    let homepage = explorer.with_data(|data| data.about.homepage.clone());
    view! {
        <p class="trail">{tell(trail)}</p>
        <p class="gist">{tell(gist)}</p>
        {passage.map(|p| view! { <blockquote lang=p.lang>{p.text}</blockquote> })}
        {changing(move || view! { <Facts facts=facts() /> }.into_any())}
        <footer class="panel-foot">
            <Neighbours number />
            {(!homepage.is_empty()).then(|| view! {
                <a href=homepage rel="external">{say(|s| s.panel.document)}</a>
            })}
        </footer>
    }
}

#[component]
fn Facts(facts: Vec<Fact>) -> impl IntoView {
    let locale = Locale::expect();
    if facts.is_empty() {
        return view! { <p class="quiet">{locale.strings().panel.no_figures}</p> }.into_any();
    }
    let head = fill(
        locale.strings().panel.figures,
        &[("n", &facts.len().to_string())],
    );
    view! {
        <h3 class="list-title">{head}</h3>
        <ul class="facts">
            {facts.into_iter().map(|fact| view! {
                <li>
                    <span class="fact-table">{fact.table}</span>
                    {(!fact.value.is_empty()).then(|| view! { <strong>{fact.value}</strong>" " })}
                    <span>{fact.what}</span>
                </li>
            }).collect_view()}
        </ul>
    }
    .into_any()
}

/// The paragraphs before and after.
#[component]
fn Neighbours(number: u32) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let exists =
        move |n: u32| explorer.with_data(|data| data.paragraphs.find(&n.to_string()).is_some());
    let cite = |para| view! { <Cite citation=Citation { para, footnote: None } /> };
    view! {
        <span class="neighbours">
            {number.checked_sub(1).filter(|&n| exists(n)).map(|n| view! { <span aria-hidden="true">"‹ "</span>{cite(n)} })}
            {number.checked_add(1).filter(|&n| exists(n)).map(|n| view! { {cite(n)}<span aria-hidden="true">" ›"</span> })}
        </span>
    }
}

fn section_trail(
    data: &crate::model::dataset::Dataset,
    section: Option<Key<Section>>,
    locale: Locale,
) -> String {
    let mut titles = Vec::new();
    let mut next = section;
    // A package may be wrong about its headings; a circle must not keep the page busy.
    while let Some(section) = next
        .and_then(|key| data.sections.get(key))
        .filter(|_| titles.len() < 8)
    {
        titles.push(pick(&section.title, locale.lang.get()).to_owned());
        next = section.parent;
    }
    titles.reverse();
    titles.join(" › ")
}
