//! The HTML that puts a view into another page, with a preview that is an embed itself.

use leptos::prelude::*;

use crate::browser::host::Listening;
use crate::browser::{address, device};
use crate::chart::kind::ChartKind;
use crate::format::text::pick;
use crate::language::lang::Lang;
use crate::language::strings::LaterStrings;
use crate::share::embed::shown;
use crate::share::message::NAME;
use crate::share::query::{self, Theme, ViewState};
use crate::share::snippet::{Form, Snippet};
use crate::state::explorer::Explorer;
use crate::state::locale::Locale;
use crate::ui::element::{El, all, el, nothing};
use crate::ui::header::theme_name;
use crate::ui::run::{effect, memo};
use crate::ui::say::{Sentence, changing, flag, say_later, tell};

/// The room that a view is given until the preview has told its height, in CSS pixels.
const FIRST_GUESS_PX: u32 = 640;
/// The width that a finding is worded for, in CSS pixels.
const FIGURE_PX: f64 = 960.0;
/// The most that a preview is believed, in CSS pixels.
const HEIGHT_MAX_PX: f64 = 20_000.0;
/// The widths of the preview, in CSS pixels: phone, column of text, page.
const WIDTHS: [u32; 3] = [320, 640, 960];

/// What the reader chose.
#[derive(Clone, Copy)]
struct Choice {
    form: RwSignal<Form>,
    lang: RwSignal<Option<Lang>>,
    theme: RwSignal<Theme>,
    has_filters: RwSignal<bool>,
    is_plain: RwSignal<bool>,
    width: RwSignal<u32>,
    height: RwSignal<u32>,
}

/// The builder, folded until a reader opens it.
pub fn embed_builder(kind: ChartKind) -> AnyView {
    let is_open = RwSignal::new(false);
    let content = changing(move || match is_open.get() {
        true => untrack(|| opened(kind)),
        false => nothing(),
    });
    el("details")
        .class("references")
        .id(format!("{}-embed", kind.slug()))
        .on("toggle", move |_| is_open.update(|open| *open = !*open))
        .child(el("summary").text(say_later(|s| s.embed.name)))
        .child(content)
        .view()
}

fn opened(kind: ChartKind) -> AnyView {
    if address::is_on_disk() {
        return el("p").text(say_later(|s| s.embed.on_disk)).view();
    }
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let choice = Choice {
        form: RwSignal::new(Form::default()),
        lang: RwSignal::new(Some(locale.lang.get_untracked())),
        theme: RwSignal::new(Theme::Auto),
        has_filters: RwSignal::new(true),
        is_plain: RwSignal::new(false),
        width: RwSignal::new(640),
        height: RwSignal::new(FIRST_GUESS_PX),
    };
    let snippet = memo(move || snippet(kind, choice, explorer, locale));
    all([
        choices(kind, choice).view(),
        code(kind, choice, snippet),
        preview(kind, choice, snippet),
    ])
}

/// A row of buttons of which one holds.
fn switch<T: Copy + PartialEq + Send + Sync + 'static>(
    id: String,
    name: Sentence,
    signal: RwSignal<T>,
    offers: Vec<(String, T, El)>,
) -> AnyView {
    let buttons = offers.into_iter().map(|(slug, value, content)| {
        content
            .id(format!("{id}-{slug}"))
            .attr("type", "button")
            .attr("aria-pressed", flag(move || signal.get() == value))
            .on("click", move |_| signal.set(value))
            .view()
    });
    el("div")
        .class("switch")
        .attr("role", "group")
        .attr("aria-label", name)
        .child(buttons.collect::<Vec<_>>())
        .view()
}

fn choices(kind: ChartKind, choice: Choice) -> El {
    let locale = Locale::expect();
    let id = |end: &str| format!("{}-embed-{end}", kind.slug());
    let forms = Form::ALL.map(|form| {
        let name = say_later(match form {
            Form::Script => |s| s.embed.script,
            Form::Frame => |s| s.embed.frame,
        });
        (form.slug().to_owned(), form, el("button").text(name))
    });
    let readers = el("button").text(say_later(|s| s.embed.readers_language));
    let mut langs = vec![("auto".to_owned(), None, readers)];
    langs.extend(Lang::ALL.map(|lang| {
        let button = el("button").attr("lang", lang.tag()).text(lang.own_name());
        (lang.slug().to_owned(), Some(lang), button)
    }));
    let themes = Theme::ALL.map(|theme| {
        let name = tell(move || theme_name(theme, locale));
        (theme.slug().to_owned(), theme, el("button").text(name))
    });
    let widths = WIDTHS.map(|width| {
        let button = el("button").text(format!("{width} px"));
        (width.to_string(), width, button)
    });
    let toggle =
        |end: &str, signal: RwSignal<bool>, name: fn(&'static LaterStrings) -> &'static str| {
            el("button")
                .attr("type", "button")
                .class("button")
                .id(id(end))
                .attr("aria-pressed", flag(move || signal.get()))
                .on("click", move |_| signal.update(|on| *on = !*on))
                .text(say_later(name))
                .view()
        };
    el("div").class("embed-choices").child(vec![
        switch(
            id("form"),
            say_later(|s| s.embed.form),
            choice.form,
            forms.into(),
        ),
        switch(
            id("lang"),
            say_later(|s| s.embed.language),
            choice.lang,
            langs,
        ),
        switch(
            id("theme"),
            tell(move || locale.strings().page.theme),
            choice.theme,
            themes.into(),
        ),
        switch(
            id("width"),
            say_later(|s| s.embed.width),
            choice.width,
            widths.into(),
        ),
        toggle("filters", choice.has_filters, |s| s.embed.with_filters),
        toggle("plain", choice.is_plain, |s| s.embed.plain),
    ])
}

/// The embed as it will be.
fn preview(kind: ChartKind, choice: Choice, snippet: Memo<Snippet>) -> AnyView {
    let id = format!("{}-preview", kind.slug());
    listen(id.clone(), choice.height);
    // Its own signal: a new height is no reason to load the preview again.
    let address = memo(move || snippet.with(Snippet::address));
    let frame = el("iframe")
        .id(id.clone())
        .attr("title", say_later(|s| s.embed.preview))
        .attr("src", tell(move || address.get() + "&id=" + &id))
        .style("width", tell(move || format!("{}px", choice.width.get())))
        .style("height", tell(move || format!("{}px", choice.height.get())));
    el("div")
        .class("embed-preview")
        .attr("role", "region")
        .attr("tabindex", "0")
        .attr("aria-label", say_later(|s| s.embed.preview))
        .child(frame)
        .view()
}

/// Follows the height that the preview tells.
fn listen(id: String, height: RwSignal<u32>) {
    let listening = Listening::to_own(move |heard| {
        let is_preview = heard.field("source").as_deref() == Some(NAME)
            && heard.field("id").as_deref() == Some(&*id)
            && heard.field("type").as_deref() == Some("resize");
        let told = heard.number("height").filter(|_| is_preview);
        if let Some(told) = told {
            // A cast from a float keeps within the type's bounds.
            height.set(told.clamp(1.0, HEIGHT_MAX_PX) as u32);
        }
    });
    let kept = StoredValue::new_local(listening);
    on_cleanup(move || kept.set_value(None));
}

/// The HTML and its button.
fn code(kind: ChartKind, choice: Choice, snippet: Memo<Snippet>) -> AnyView {
    let locale = Locale::expect();
    let copied = RwSignal::new(None::<bool>);
    let field_id = format!("{}-html", kind.slug());
    let html = memo(move || snippet.with(|s| s.html(choice.form.get())));
    // What was copied is no longer what stands there.
    effect(move || {
        html.track();
        copied.set(None);
    });
    let field = el("textarea")
        .id(field_id.clone())
        .mark("readonly")
        .attr("rows", "6")
        .attr("spellcheck", "false")
        .attr("aria-label", say_later(|s| s.embed.html))
        .property("value", tell(move || html.get()));
    let copy = el("button")
        .attr("type", "button")
        .class("button")
        .id(format!("{}-copy-html", kind.slug()))
        .on("click", move |_| {
            copied.set(Some(device::copy_field(&field_id)))
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
    let note = tell(move || match choice.form.get() {
        Form::Script => locale.later().embed.script_note,
        Form::Frame => locale.later().embed.frame_note,
    });
    let status = el("span").attr("role", "status").text(outcome);
    all([
        field.view(),
        el("p").class("actions").child(copy).child(status).view(),
        el("p").text(note).view(),
    ])
}

/// What the HTML says; tracks what the reader chose, the view and its filters.
fn snippet(kind: ChartKind, choice: Choice, explorer: Explorer, locale: Locale) -> Snippet {
    let page_lang = locale.lang.get();
    let written_in = choice.lang.get().unwrap_or(page_lang);
    let finding = finding(kind, written_in, explorer);
    explorer.with_data(|data| {
        let state = match choice.has_filters.get() {
            true => explorer.with_state(|state| shown(&of_one_view(state, kind), data)),
            false => String::new(),
        };
        let about = pick(&data.about.title, written_in);
        Snippet {
            base: folder(),
            view: kind,
            title: format!("{} – {about}", kind.name(written_in)),
            finding,
            state,
            lang: choice.lang.get(),
            written_in,
            theme: choice.theme.get(),
            is_plain: choice.is_plain.get(),
            version: data.about.version.clone(),
            data: explorer.with_state(|s| s.data.clone()),
            height: choice.height.get(),
        }
    })
}

/// What the view finds, in the language of the embed.
fn finding(kind: ChartKind, lang: Lang, explorer: Explorer) -> String {
    let (context, arrangement) =
        explorer.with_state(|s| (s.has_context, query::arrangement(s, kind)));
    explorer.with_input(lang, FIGURE_PX, context, arrangement, |input| {
        kind.scene(input, None).title
    })
}

/// What the state says of one view: an embed has no use for an open paragraph, a search, or the arrangement of another view.
fn of_one_view(state: &ViewState, kind: ChartKind) -> ViewState {
    let mut one = state.clone();
    one.panel = None;
    one.search.clear();
    one.compared = None;
    one.as_table.retain(|view| *view == kind);
    one.arranged.retain(|(view, _)| *view == kind);
    one
}

/// The explorer's folder.
fn folder() -> String {
    let page = address::page();
    let end = page.rfind('/').map_or(page.len(), |slash| slash + 1);
    page.get(..end).unwrap_or_default().to_owned()
}
