//! What a report states, in short: a section a language.

use maud::{Markup, html};

use super::budget::budget;
use super::events::events;
use super::sources::{File, sources};
use super::words::{LANGS, cited, is_written_in, said};
use crate::format::headline::headlines;
use crate::language::lang::Lang;
use crate::model::dataset::Dataset;

/// The way to each language, and a section in each that the package is written in.
pub fn sections(data: &Dataset, files: &[File]) -> Markup {
    let langs = langs(data);
    html! {
        @if langs.len() > 1 { (switch(&langs)) }
        @for &lang in &langs { (section(data, files, lang)) }
    }
}

/// The languages that the package says anything in; English for one that says nothing.
fn langs(data: &Dataset) -> Vec<Lang> {
    let says = |lang: &Lang| {
        let titles = data.events.rows().iter().map(|event| &event.title);
        let mut texts = titles.chain([&data.about.title, &data.about.description]);
        texts.any(|text| is_written_in(text, *lang))
    };
    let langs: Vec<Lang> = LANGS.into_iter().filter(says).collect();
    if langs.is_empty() {
        return vec![Lang::default()];
    }
    langs
}

fn switch(langs: &[Lang]) -> Markup {
    html! {
        nav {
            @for &lang in langs {
                a.button href={ "#" (lang.slug()) } lang=(lang.tag()) hreflang=(lang.tag()) { (lang.own_name()) }
            }
        }
    }
}

fn section(data: &Dataset, files: &[File], lang: Lang) -> Markup {
    let words = lang.plain();
    html! {
        section.plain id=(lang.slug()) lang=(lang.tag()) {
            h2 { (words.title) }
            @if !data.about.description.is_empty() {
                p.lead { (said(&data.about.description, lang)) }
            }
            p.quiet { (words.paragraphs) }
            (figures(data, lang))
            (events(data, lang))
            (budget(data, lang))
            (sources(data, files, lang))
        }
    }
}

fn figures(data: &Dataset, lang: Lang) -> Markup {
    let figures = headlines(data, lang);
    html! {
        @if !figures.is_empty() {
            h3 { (lang.strings().page.key_figures) }
            ul.headline {
                @for figure in figures {
                    li { strong { (figure.value) } " " span { (figure.what) } " " (cited(&figure.source)) }
                }
            }
        }
    }
}
