//! The paragraph panel: where a number comes from.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::browser::device;
use crate::format::fact::{Fact, citing};
use crate::format::passage;
use crate::format::text::{foreign, pick};
use crate::language::lang::Lang;
use crate::language::template::fill;
use crate::model::citation::Citation;
use crate::model::dataset::Dataset;
use crate::model::paragraph::Paragraph;
use crate::model::section::Section;
use crate::model::subject::Subject;
use crate::model::table::Key;
use crate::model::text::Text;
use crate::share::query::is_web_address;
use crate::state::explorer::Explorer;
use crate::state::load::Rest;
use crate::state::locale::Locale;
use crate::ui::citations::cite;
use crate::ui::copying::{Copying, Statement, quote_button};
use crate::ui::dossier::{dossier, heading};
use crate::ui::element::{El, Found, all, el, nothing};
use crate::ui::files::fetch_rest;
use crate::ui::heading::{inner_heading, view_heading};
use crate::ui::later::later;
use crate::ui::lent::sentence;
use crate::ui::parts::panel_part;
use crate::ui::references::{Citable, references};
use crate::ui::run::{effect, memo, next_frame};
use crate::ui::say::{changing, say, say_later, tell};
use crate::ui::status::rest_failed;

/// The panel, while a paragraph is open. It takes the keyboard and gives it back to what opened it.
pub fn panel() -> AnyView {
    let explorer = expect_context::<Explorer>();
    let open = explorer.watch(|s| s.panel.clone());
    let place = Found::new();
    move_keyboard(open, place);
    let is_open = memo(move || open.with(Option::is_some));
    // The panel stays while the reader goes from paragraph to paragraph; only what is in it changes.
    let view = changing(move || match is_open.get() {
        true => later(move |owner| Box::pin(panel_part(owner, open, place))),
        false => nothing(),
    });
    view.into_any()
}

/// The keyboard goes into the panel, and back when it closes.
fn move_keyboard(open: Memo<Option<Subject>>, place: Found) {
    let opener = StoredValue::new_local(None::<Opener>);
    let mut before = None::<Subject>;
    effect(move || {
        let now = open.get();
        match (&before, &now) {
            (None, Some(_)) => {
                opener.set_value(device::focused().map(Opener::new));
            }
            (Some(_), None) => {
                // A frame later: the page is as wide again as it was, and its views are drawn for that width.
                next_frame(move || {
                    let returned = opener.with_value(|o| o.as_ref().is_some_and(Opener::take_back));
                    if !returned {
                        device::focus_id("content");
                    }
                });
            }
            (Some(old), Some(new)) => {
                let is_onward = is_onward(old, new);
                next_frame(move || keep_keyboard(place, is_onward));
            }
            (None, None) => {}
        }
        before = now;
    });
}

/// What opened the panel, and where to look for its like if the page has drawn it anew meanwhile.
struct Opener {
    element: HtmlElement,
    likes: Vec<String>,
}

impl Opener {
    fn new(element: HtmlElement) -> Self {
        let closest = |css| element.closest(css).ok().flatten();
        let home = closest("[id]").map(|home| format!("#{}", home.id()));
        let link = element
            .get_attribute("href")
            .map(|href| format!("a[href='{href}']"));
        let mark = Some("button.hit[tabindex='0']".to_owned());
        // A card goes with its mark, to which the keyboard then returns.
        let likes = match closest(".card") {
            Some(_) => [mark, link],
            None => [link, mark],
        };
        let within = |like: String| home.as_ref().map(|home| format!("{home} {like}"));
        Self {
            likes: likes.into_iter().flatten().filter_map(within).collect(),
            element,
        }
    }

    /// Gives the keyboard back; says whether anything took it.
    fn take_back(&self) -> bool {
        device::focus(&self.element) || self.likes.iter().any(|like| device::focus_first(like))
    }
}

/// True where the reader goes on to a later paragraph.
fn is_onward(old: &Subject, new: &Subject) -> bool {
    match (old, new) {
        (Subject::Paragraph(old), Subject::Paragraph(new)) => new.para > old.para,
        _ => true,
    }
}

/// A link to a neighbour leaves the page with the paragraph that it stood under; the keyboard goes on to the link in its place.
fn keep_keyboard(place: Found, is_onward: bool) {
    let is_lost = device::focused().is_none_or(|element| element.tag_name() == "BODY");
    let Some(panel) = place.get_untracked().filter(|_| is_lost) else {
        return;
    };
    let link = match is_onward {
        true => panel.query_selector(".neighbours .cite:last-of-type"),
        false => panel.query_selector(".neighbours .cite:first-of-type"),
    };
    let link = link.ok().flatten().and_then(|l| l.dyn_into().ok());
    device::focus(&link.unwrap_or(panel));
}

/// The panel while something is open in it.
pub fn opened(open: Memo<Option<Subject>>, place: Found) -> AnyView {
    let explorer = expect_context::<Explorer>();
    fetch_rest(explorer);
    // Here and not where it was asked for: the panel's own code may have come only now.
    next_frame(|| device::focus_id("panel"));
    el("div")
        .class("panel")
        .id("panel")
        .attr("role", "dialog")
        .attr("tabindex", "-1")
        .attr("aria-labelledby", "panel-title")
        .found_by(place)
        .on("keydown", move |event| {
            let key = event.dyn_ref::<web_sys::KeyboardEvent>();
            if key.is_some_and(|k| k.key() == "Escape") {
                explorer.open(None);
            }
        })
        .child(head(open))
        .child(changing(move || open.get().map_or_else(nothing, content)))
        .view()
}

fn head(open: Memo<Option<Subject>>) -> El {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let close = el("button")
        .attr("type", "button")
        .class("button")
        .id("panel-close")
        .on("click", move |_| explorer.open(None))
        .text(say_later(|s| s.panel.close));
    let title = move || open.with(|o| o.as_ref().map_or_else(String::new, |c| title(c, locale)));
    // A row's name is the package's, a paragraph's number is ours.
    let language = move || {
        let lang = locale.lang.get();
        let is_row = open.with(|o| matches!(o, Some(Subject::Row(..))));
        let spoken = is_row.then(|| foreign(&title(), lang)).flatten();
        spoken.unwrap_or(lang).tag()
    };
    el("div")
        .class("panel-head")
        .child(
            view_heading()
                .id("panel-title")
                .attr("lang", tell(language))
                .text(tell(title)),
        )
        .child(close)
}

fn title(subject: &Subject, locale: Locale) -> String {
    let citation = match subject {
        Subject::Paragraph(citation) => citation,
        Subject::Row(kind, id) => {
            let explorer = expect_context::<Explorer>();
            return heading(*kind, id, explorer, locale);
        }
    };
    let strings = &locale.later().panel;
    let head = fill(strings.title, &[("n", &citation.para.to_string())]);
    match &citation.footnote {
        Some(letter) => format!("{head} · {}", fill(strings.note, &[("letter", letter)])),
        None => head,
    }
}

/// The paragraph, or why it is not here; tracks the deferred tables.
fn content(subject: Subject) -> AnyView {
    let citation = match subject {
        Subject::Paragraph(citation) => citation,
        Subject::Row(kind, id) => return untrack(|| dossier(kind, id)),
    };
    let explorer = expect_context::<Explorer>();
    let number = citation.para;
    let paragraph = explorer.with_data(|data| {
        let key = data.paragraphs.find(&number.to_string())?;
        data.paragraphs.get(key).cloned()
    });
    let rest = explorer.rest().get();
    let has_paragraphs = explorer.with_data(|data| !data.paragraphs.is_empty());
    untrack(|| match (paragraph, rest) {
        (Some(paragraph), _) => all([body(paragraph), references(Citable::Paragraph(citation))]),
        (None, Rest::Here) if has_paragraphs => unknown(number),
        // The words did not come; what cites the paragraph is here all the same.
        (None, Rest::Here) => all([
            body(Paragraph {
                number,
                section: None,
                gist: Text::default(),
            }),
            rest_failed(),
        ]),
        (None, _) => el("p")
            .attr("role", "status")
            .text(say(|s| s.status.loading_rest))
            .view(),
    })
}

fn unknown(number: u32) -> AnyView {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let last = explorer.with_data(|data| data.paragraphs.rows().iter().map(|p| p.number).max());
    let sentence = move || {
        let last = last.unwrap_or(0).to_string();
        let values = [("n", &*number.to_string()), ("last", &last)];
        fill(locale.later().panel.unknown, &values)
    };
    el("p").attr("role", "alert").text(tell(sentence)).view()
}

fn body(paragraph: Paragraph) -> AnyView {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let Paragraph {
        number,
        section,
        gist,
        ..
    } = paragraph;
    let trail = move || explorer.with_data(|data| section_trail(data, section, locale));
    // That there is no gist is our sentence.
    let own = gist.clone();
    let language = move || {
        let lang = locale.lang.get();
        foreign(pick(&own, lang), lang).unwrap_or(lang).tag()
    };
    let gist = move || match pick(&gist, locale.lang.get()) {
        "" => locale.later().panel.gist_missing.to_owned(),
        text => text.to_owned(),
    };
    let copying = Copying::new("panel-quoted".to_owned());
    let facts = move || {
        let facts = explorer.with_data(|data| citing(data, number, locale.lang.get()));
        untrack(|| facts_list(facts, number, copying))
    };
    all([
        el("p").class("trail").of_data(tell(trail)).view(),
        el("p")
            .class("gist")
            .attr("lang", tell(language))
            .child(sentence(tell(gist)))
            .view(),
        passage(number),
        changing(facts).into_any(),
        copying.view(),
        foot(number),
    ])
}

/// The report's own words, where the package has them: in the reader's language if it can be, with the numbers that rows take from them.
fn passage(number: u32) -> AnyView {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let view = changing(move || {
        let lang = locale.lang.get();
        let found = explorer.with_data(|data| {
            let all = || data.passages.rows().iter().filter(|p| p.para == number);
            let own = all().find(|p| Lang::parse(&p.lang) == Some(lang));
            let passage = own.or_else(|| all().next()).cloned()?;
            let runs = passage::runs(&passage.text, &citing(data, number, lang));
            Some((passage.lang, runs))
        });
        let Some((tag, runs)) = found else {
            return nothing();
        };
        let runs = runs.into_iter().map(|(text, is_stated)| match is_stated {
            true => el("mark").text(text).view(),
            false => text.into_any(),
        });
        el("blockquote").attr("lang", tag).child(all(runs)).view()
    });
    view.into_any()
}

fn foot(number: u32) -> AnyView {
    let explorer = expect_context::<Explorer>();
    let homepage = explorer.with_data(|data| data.about.homepage.clone());
    let document = (!homepage.is_empty() && is_web_address(&homepage)).then(|| {
        el("a")
            .attr("href", homepage)
            .attr("rel", "external")
            .text(say_later(|s| s.panel.document))
    });
    el("div")
        .class("panel-foot")
        .child(neighbours(number))
        .child(document)
        .view()
}

fn facts_list(facts: Vec<Fact>, number: u32, copying: Copying) -> AnyView {
    let strings = &Locale::expect().later().panel;
    if facts.is_empty() {
        return el("p").class("quiet").text(strings.no_figures).view();
    }
    let head = fill(strings.figures, &[("n", &facts.len().to_string())]);
    let items: Vec<AnyView> = facts
        .into_iter()
        .map(|listed| fact(listed, number, copying))
        .collect();
    all([
        inner_heading().class("list-title").text(head).view(),
        el("ul").class("facts").child(items).view(),
    ])
}

fn fact(fact: Fact, para: u32, copying: Copying) -> AnyView {
    let mut item = el("li").child(el("span").class("fact-table").text(fact.table));
    let cited = Citation {
        para,
        footnote: None,
    };
    let statement = Statement {
        value: fact.value.clone(),
        what: fact.what.clone(),
        source: vec![cited.clone()],
    };
    let quote = match fact.value.is_empty() {
        true => nothing(),
        false => quote_button(statement, Citable::Paragraph(cited), copying),
    };
    if !fact.value.is_empty() {
        let value = el("strong");
        let value = match fact.is_data_value {
            true => value.of_data(fact.value),
            false => value.text(fact.value),
        };
        item = item.child(value).text(" ");
    }
    item.child(el("span").of_data(fact.what))
        .text(" ")
        .child(quote)
        .view()
}

/// The paragraphs before and after.
fn neighbours(number: u32) -> El {
    let explorer = expect_context::<Explorer>();
    let exists =
        |n: &u32| explorer.with_data(|data| data.paragraphs.find(&n.to_string()).is_some());
    let link = |para| {
        cite(Citation {
            para,
            footnote: None,
        })
    };
    let arrow = |sign: &'static str| el("span").attr("aria-hidden", "true").text(sign);
    let mut span = el("span").class("neighbours");
    if let Some(before) = number.checked_sub(1).filter(exists) {
        span = span.child(arrow("‹ ")).child(link(before));
    }
    if let Some(after) = number.checked_add(1).filter(exists) {
        span = span.child(link(after)).child(arrow(" ›"));
    }
    span
}

fn section_trail(data: &Dataset, section: Option<Key<Section>>, locale: Locale) -> String {
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
