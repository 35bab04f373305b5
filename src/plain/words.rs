//! Words of a package and citations, as HTML. Whatever is put between braces of `html!` is escaped.

use maud::{Markup, html};

use crate::format::citation::ranges;
use crate::format::text::pick;
use crate::language::lang::Lang;
use crate::model::citation::Citation;
use crate::model::text::Text;

/// The languages in which a package states things. An interface in a further language would only repeat one of them.
pub const LANGS: [Lang; 2] = [Lang::En, Lang::Zh];

/// Whether the package has a text of its own in a language.
pub fn is_written_in(text: &Text, lang: Lang) -> bool {
    !own_side(text, lang).0.is_empty()
}

/// A text of the package; where the other language stands in, it is marked as that language.
pub fn said(text: &Text, lang: Lang) -> Markup {
    let (own, other) = own_side(text, lang);
    let shown = pick(text, lang);
    html! {
        @if own.is_empty() && !shown.is_empty() { span lang=(other.tag()) { (shown) } }
        @else { (shown) }
    }
}

/// Several texts after each other.
pub fn said_list<'a>(texts: impl Iterator<Item = &'a Text>, lang: Lang) -> Markup {
    html! {
        @for (index, text) in texts.enumerate() {
            @if index > 0 { (lang.strings().list.comma) }
            (said(text, lang))
        }
    }
}

/// The paragraphs that state something: `¶27, 27 i`.
pub fn cited(source: &[Citation]) -> Markup {
    html! { span.quiet { (ranges(source)) } }
}

/// The side in a language, and the language of the side that stands in for it.
fn own_side(text: &Text, lang: Lang) -> (&str, Lang) {
    match lang {
        Lang::Zh => (&text.zh, Lang::En),
        _ => (&text.en, Lang::Zh),
    }
}
