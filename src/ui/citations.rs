//! Paragraph numbers that open their paragraph.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, MouseEvent};

use crate::format::citation::{short, spoken};
use crate::format::number::number;
use crate::format::subject::name;
use crate::language::template::fill;
use crate::model::citation::{Citation, Source};
use crate::model::subject::Subject;
use crate::state::explorer::Explorer;
use crate::state::locale::Locale;
use crate::ui::ahead::IS_DRAWN_AHEAD;
use crate::ui::element::{El, all, el, text};
use crate::ui::say::tell;

/// Every paragraph of a source, each a link that opens the panel.
pub fn citations(source: Source) -> AnyView {
    let links: Vec<AnyView> = source.into_iter().map(cite).collect();
    el("span").class("citations").child(links).view()
}

/// How many paragraphs a line names before the rest is only told of: of much data a number may rest on hundreds.
pub const LINE_MOST: usize = 24;

/// The first paragraphs of a source, and how many more there are, on the link that leads to them, if there is one.
pub fn first_citations(mut source: Source, most: usize, way: Option<El>) -> AnyView {
    let rest = source.len().saturating_sub(most);
    source.truncate(most);
    if rest == 0 {
        return citations(source);
    }
    let locale = Locale::expect();
    let words = tell(move || {
        let n = number(rest as f64, locale.lang.get());
        fill(locale.strings().view.and_more, &[("n", &n)])
    });
    let more = match way {
        Some(link) => link.text(words).view(),
        None => text(words),
    };
    all([citations(source), text(" "), more])
}

/// The way to the list of sources at the foot of the page.
pub fn way_to_sources() -> Option<El> {
    Some(el("a").attr("href", "#sources"))
}

/// One paragraph number.
pub fn cite(citation: Citation) -> AnyView {
    let locale = Locale::expect();
    let shown = short(&citation);
    let named = citation.clone();
    let label = tell(move || {
        let lang = locale.lang.get();
        let label = fill(
            lang.strings().view.opens,
            &[("citation", &spoken(&named, lang))],
        );
        // Who speaks to the page says what stands there, `27 i`, so the name has that too.
        match named.footnote {
            Some(_) => label + lang.strings().list.comma + &short(&named),
            None => label,
        }
    });
    let link = open_link(Subject::Paragraph(citation)).class("cite");
    let link = match IS_DRAWN_AHEAD {
        // There are hundreds, and the number alone says it for the moment.
        true => link,
        false => link.attr("aria-label", label),
    };
    link.text(shown).view()
}

/// A link that opens a paragraph, or the page of a row, in the panel.
pub fn open_link(subject: Subject) -> El {
    let explorer = expect_context::<Explorer>();
    let href = match &subject {
        Subject::Paragraph(citation) => format!("?p={}", citation.to_string().replace(':', ".")),
        Subject::Row(kind, id) => format!("?open={}.{id}", kind.slug()),
    };
    el("a").attr("href", href).on("click", move |event| {
        // With a modifier the reader wants another tab, and the link alone gives that.
        if !has_modifier(&event) {
            event.prevent_default();
            explorer.open(Some(subject.clone()));
        }
    })
}

/// The link to the page of what a mark or a line stands for.
pub fn page_link(subject: Subject) -> El {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let named = subject.clone();
    let words = tell(move || {
        let name = explorer.with_data(|data| name(&named, data, locale.lang.get()));
        fill(locale.strings().view.page, &[("name", &name)])
    });
    open_link(subject).class("page-link").text(words)
}

fn has_modifier(event: &Event) -> bool {
    event
        .dyn_ref::<MouseEvent>()
        .is_some_and(|click| click.ctrl_key() || click.meta_key() || click.shift_key())
}
