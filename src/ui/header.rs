//! Title, the report in one sentence and five figures, language and theme.

use leptos::prelude::*;

use crate::browser::device;
use crate::format::headline::{Headline, headlines};
use crate::format::text::pick;
use crate::language::lang::Lang;
use crate::share::query::Theme;
use crate::state::explorer::Explorer;
use crate::state::locale::Locale;
use crate::ui::citations::Citations;
use crate::ui::say::{changing, flag, say, tell};

/// The head of the page.
#[component]
pub fn Header() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let title =
        move || explorer.with_data(|data| pick(&data.about.title, locale.lang.get()).to_owned());
    let sentence = move || {
        explorer.with_data(|data| pick(&data.about.description, locale.lang.get()).to_owned())
    };
    let figures = move || explorer.with_data(|data| headlines(data, locale.lang.get()));
    view! {
        <header class="page head">
            <div class="head-top">
                <h1>{tell(title)}</h1>
                <Controls />
            </div>
            <p class="lead">{tell(sentence)}</p>
            <ul class="headline" aria-label=say(|s| s.page.key_figures)>
                {changing(move || figures().into_iter().map(figure).collect_view().into_any())}
            </ul>
        </header>
    }
}

fn figure(headline: Headline) -> impl IntoView {
    view! {
        <li>
            <strong>{headline.value}</strong>
            " "
            <span>{headline.what}</span>
            " "
            <Citations source=headline.source />
        </li>
    }
}

#[component]
fn Controls() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let choose = move |lang: Lang| {
        device::store_language(lang.slug());
        explorer.note_language(lang);
        locale.lang.set(lang);
    };
    let theme = explorer.watch(|s| s.theme);
    view! {
        <div class="controls">
            <div class="switch" role="group" aria-label=say(|s| s.page.language)>
                {Lang::ALL.map(|lang| view! {
                    <button type="button" lang=lang.tag() id=format!("lang-{}", lang.slug())
                        aria-pressed=flag(move || locale.lang.get() == lang)
                        on:click=move |_| choose(lang)>{lang.own_name()}</button>
                }).collect_view()}
            </div>
            <div class="switch" role="group" aria-label=say(|s| s.page.theme)>
                {Theme::ALL.map(|choice| view! {
                    <button type="button" id=format!("theme-{}", choice.slug())
                        aria-pressed=flag(move || theme.get() == choice)
                        on:click=move |_| explorer.set_theme(choice)>
                        {tell(move || theme_name(choice, locale))}
                    </button>
                }).collect_view()}
            </div>
        </div>
    }
}

fn theme_name(theme: Theme, locale: Locale) -> &'static str {
    let strings = &locale.strings().page;
    match theme {
        Theme::Auto => strings.theme_auto,
        Theme::Light => strings.theme_light,
        Theme::Dark => strings.theme_dark,
    }
}
