//! The forum's own vocabulary, term by term.

use leptos::prelude::*;

use crate::format::terms::Vocabulary;
use crate::format::text::pick;
use crate::language::template::fill;
use crate::model::subject::{Subject, SubjectKind};
use crate::model::term::Term;
use crate::state::explorer::Explorer;
use crate::state::locale::Locale;
use crate::ui::citations::{citations, open_link};
use crate::ui::element::{all, el, nothing};
use crate::ui::say::tell;

/// Every term with its definition, folded; nothing where the package has none.
pub fn glossary() -> AnyView {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let terms = explorer.with_data(|data| {
        let terms = data.terms.iter();
        let with_id = |(key, term): (_, &Term)| (data.terms.id(key).to_owned(), term.clone());
        terms.map(with_id).collect::<Vec<_>>()
    });
    if terms.is_empty() {
        return nothing();
    }
    let count = terms.len().to_string();
    let summary = tell(move || fill(locale.later().panel.glossary, &[("n", &count)]));
    let items: Vec<AnyView> = terms
        .into_iter()
        .map(|(id, term)| entry(id, term))
        .collect();
    el("details")
        .class("list-block")
        .id("glossary")
        .child(el("summary").text(summary))
        .child(el("ul").class("glossary").child(items))
        .view()
}

fn entry(id: String, term: Term) -> AnyView {
    let locale = Locale::expect();
    let Term {
        name,
        definition,
        source,
        ..
    } = term;
    let name = tell(move || pick(&name, locale.lang.get()).to_owned());
    let meaning = tell(move || pick(&definition, locale.lang.get()).to_owned());
    let link = open_link(Subject::Row(SubjectKind::Term, id)).class("page-link");
    el("li")
        .child(link.of_data(name))
        .text(" ")
        .child(el("span").of_data(meaning))
        .text(" ")
        .child(citations(source))
        .view()
}

/// A sentence as it is said now, in the reader's language, with its terms as links.
pub fn with_terms(sentence: String) -> AnyView {
    let explorer = expect_context::<Explorer>();
    let lang = Locale::expect().lang.get();
    let runs = explorer.with_data(|data| {
        let runs = Vocabulary::new(data, lang).runs(&sentence);
        let id = |key| data.terms.id(key).to_owned();
        runs.into_iter()
            .map(|run| (run.text, run.term.map(id)))
            .collect::<Vec<_>>()
    });
    all(runs.into_iter().map(|(text, term)| match term {
        Some(id) => open_link(Subject::Row(SubjectKind::Term, id))
            .class("term")
            .of_data(text)
            .view(),
        None => el("span").text(text).view(),
    }))
}
