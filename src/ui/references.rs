//! How to cite a view or a paragraph: a reference in the usual forms, with the paragraphs, the data's version and the view's address.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::device;
use crate::chart::kind::ChartKind;
use crate::chart::scene::Scene;
use crate::format::citation::spoken;
use crate::format::text::pick;
use crate::model::citation::Citation;
use crate::model::span::parse_date;
use crate::share::reference::{Reference, Style};
use crate::state::explorer::Explorer;
use crate::state::locale::Locale;
use crate::ui::element::{El, all, el, nothing};
use crate::ui::run::{effect, memo};
use crate::ui::say::{changing, flag, say_later, tell};
use crate::ui::whole_page::whole_page;

/// What a reader can cite.
#[derive(Clone)]
pub enum Citable {
    /// A view as it is placed now.
    View(ChartKind, Memo<Arc<Scene>>),
    /// A paragraph or a note of it.
    Paragraph(Citation),
}

impl Citable {
    /// What the elements' ids begin with.
    fn slug(&self) -> &'static str {
        match self {
            Self::View(kind, _) => kind.slug(),
            Self::Paragraph(_) => "paragraph",
        }
    }
}

/// The references, folded until a reader opens them.
pub fn references(what: Citable) -> AnyView {
    let is_open = RwSignal::new(false);
    let summary = match what {
        Citable::View(..) => say_later(|s| s.reference.of_view),
        Citable::Paragraph(_) => say_later(|s| s.reference.of_paragraph),
    };
    let id = format!("{}-cite", what.slug());
    let content = changing(move || match is_open.get() {
        true => untrack(|| opened(what.clone())),
        false => nothing(),
    });
    el("details")
        .class("references")
        .id(id)
        .on("toggle", move |_| is_open.update(|open| *open = !*open))
        .child(el("summary").text(summary))
        .child(content)
        .view()
}

fn opened(what: Citable) -> AnyView {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let style = RwSignal::new(Style::default());
    let copied = RwSignal::new(None::<bool>);
    let slug = what.slug();
    let field_id = format!("{slug}-reference");
    let text =
        memo(move || reference(&what, explorer, locale).written(style.get(), locale.lang.get()));
    // What was copied is no longer what stands there.
    effect(move || {
        text.track();
        copied.set(None);
    });
    let field = el("textarea")
        .id(field_id.clone())
        .mark("readonly")
        .attr("rows", "5")
        .attr("aria-label", say_later(|s| s.reference.text))
        .property("value", tell(move || text.get()));
    let copy = el("button")
        .attr("type", "button")
        .class("button")
        .id(format!("{slug}-copy"))
        .on("click", move |_| {
            copied.set(Some(device::copy_field(&field_id)));
        })
        .text(say_later(|s| s.reference.copy));
    let outcome = tell(move || {
        let strings = &locale.later().reference;
        match copied.get() {
            None => "",
            Some(true) => strings.copied,
            Some(false) => strings.not_copied,
        }
    });
    let status = el("span").attr("role", "status").text(outcome);
    all([
        styles(slug, style).view(),
        field.view(),
        el("p").class("actions").child(copy).child(status).view(),
        el("p").text(say_later(|s| s.reference.note)).view(),
    ])
}

fn styles(slug: &'static str, chosen: RwSignal<Style>) -> El {
    let button = |style: Style| {
        el("button")
            .attr("type", "button")
            .id(format!("{slug}-{}", style.slug()))
            .attr("aria-pressed", flag(move || chosen.get() == style))
            .on("click", move |_| chosen.set(style))
            .text(style.name())
            .view()
    };
    el("div")
        .class("switch")
        .attr("role", "group")
        .attr("aria-label", say_later(|s| s.reference.style))
        .child(Vec::from(Style::ALL.map(button)))
}

/// Where this very view opens again; tracks the address.
pub fn view_address(explorer: Explorer, kind: ChartKind) -> String {
    whole_page(explorer, &format!("#{}", kind.slug()))
}

/// The reference to what is shown now; tracks the language, the address and the view.
pub fn reference(what: &Citable, explorer: Explorer, locale: Locale) -> Reference {
    let lang = locale.lang.get();
    let colon = lang.strings().list.colon;
    let (id, part, source, anchor) = match what {
        Citable::View(kind, scene) => (
            kind.slug().to_owned(),
            kind.name(lang).to_owned(),
            scene.with(|s| s.source()),
            format!("#{}", kind.slug()),
        ),
        Citable::Paragraph(citation) => (
            format!("p{}", citation.to_string().replace(':', "-")),
            spoken(citation, lang),
            vec![citation.clone()],
            String::new(),
        ),
    };
    let url = whole_page(explorer, &anchor);
    explorer.with_data(|data| Reference {
        id: format!("{}-{id}", data.about.name),
        title: format!("{}{colon}{part}", pick(&data.about.title, lang)),
        version: data.about.version.clone(),
        created: parse_date(&data.about.created),
        accessed: parse_date(&device::today()),
        url,
        source,
    })
}
