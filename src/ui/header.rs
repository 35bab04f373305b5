//! Title, the report in one sentence and five figures, language and theme.

use leptos::prelude::*;

use crate::browser::device;
use crate::chart::kind::ChartKind;
use crate::format::headline::{Headline, first_headlines};
use crate::format::text::pick;
use crate::language::lang::Lang;
use crate::language::strings::Strings;
use crate::share::query::Theme;
use crate::state::explorer::Explorer;
use crate::state::locale::Locale;
use crate::ui::citations::{LINE_MOST, first_citations, way_to_sources};
use crate::ui::element::{El, Value, all, el};
use crate::ui::languages::speak;
use crate::ui::lent::{Headlines, lent};
use crate::ui::say::{changing, flag, say, tell};
use crate::ui::search_box::{search_field, search_results};

/// The head of the page.
pub fn header() -> AnyView {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let title =
        move || explorer.with_data(|data| pick(&data.about.title, locale.lang.get()).to_owned());
    let sentence = move || {
        explorer.with_data(|data| pick(&data.about.description, locale.lang.get()).to_owned())
    };
    let top = el("div").class("head-top");
    el("header")
        .class("page head")
        .child(top.child(el("h1").of_data(tell(title))).child(controls()))
        .child(search_results())
        .child(el("p").class("lead").of_data(tell(sentence)))
        .child(figures(explorer, locale))
        .child(contents())
        .view()
}

fn figures(explorer: Explorer, locale: Locale) -> El {
    el("ul")
        .class("headline")
        .attr("aria-label", say(|s| s.page.key_figures))
        .child(changing(move || {
            let headlines = lent(explorer).map_or(first_headlines as Headlines, |l| l.headlines);
            let figures = explorer.with_data(|data| headlines(data, locale.lang.get()));
            all(figures.into_iter().map(figure))
        }))
}

/// The way to each view.
fn contents() -> El {
    let locale = Locale::expect();
    let link = |href: String, words| {
        el("li")
            .child(el("a").attr("href", href).text(words))
            .view()
    };
    let mut links: Vec<AnyView> = Vec::new();
    for kind in ChartKind::ALL {
        let name = tell(move || kind.name(locale.lang.get()));
        links.push(link(format!("#{}", kind.slug()), Value::from(name)));
    }
    links.push(link("#sources".to_owned(), say(|s| s.names.sources).into()));
    el("nav")
        .class("contents")
        .attr("aria-label", say(|s| s.page.contents))
        .child(el("ul").child(links))
}

fn figure(headline: Headline) -> AnyView {
    el("li")
        .child(el("strong").text(headline.value))
        .text(" ")
        .child(match headline.is_data {
            true => el("span").of_data(headline.what),
            false => el("span").text(headline.what),
        })
        .text(" ")
        .child(first_citations(
            headline.source,
            LINE_MOST,
            way_to_sources(),
        ))
        .view()
}

fn controls() -> El {
    let languages = switch(|s| s.page.language, Lang::ALL.map(language_button).into());
    let themes = switch(|s| s.page.theme, Theme::ALL.map(theme_button).into());
    el("div")
        .class("controls")
        .child(search_field())
        .child(languages)
        .child(themes)
}

fn switch(name: fn(&'static Strings) -> &'static str, buttons: Vec<AnyView>) -> El {
    el("div")
        .class("switch")
        .attr("role", "group")
        .attr("aria-label", say(name))
        .child(buttons)
}

fn language_button(lang: Lang) -> AnyView {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    el("button")
        .attr("type", "button")
        .attr("lang", lang.tag())
        .id(format!("lang-{}", lang.slug()))
        .attr("aria-pressed", flag(move || locale.lang.get() == lang))
        .on("click", move |_| {
            device::store_language(lang.slug());
            explorer.note_language(lang);
            speak(lang, locale);
        })
        .text(lang.own_name())
        .view()
}

fn theme_button(theme: Theme) -> AnyView {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    el("button")
        .attr("type", "button")
        .id(format!("theme-{}", theme.slug()))
        .attr(
            "aria-pressed",
            flag(move || explorer.with_state(|s| s.theme == theme)),
        )
        .on("click", move |_| explorer.set_theme(theme))
        .text(tell(move || theme_name(theme, locale)))
        .view()
}

/// What a theme is called; tracks the language.
pub fn theme_name(theme: Theme, locale: Locale) -> &'static str {
    let strings = &locale.strings().page;
    match theme {
        Theme::Auto => strings.theme_auto,
        Theme::Light => strings.theme_light,
        Theme::Dark => strings.theme_dark,
        Theme::Contrast => strings.theme_contrast,
    }
}
