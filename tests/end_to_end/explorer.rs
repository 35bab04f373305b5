//! The explorer as its reader meets it: what all views show at a moment, and the few things that every test does.

use std::collections::{BTreeMap, BTreeSet};

use forum_explorer::chart::kind::ChartKind;
use forum_explorer::language::lang::Lang;
use serde::Deserialize;

use crate::harness::{Page, until, wait_equal};
use crate::naive::Filter;

/// What the views show, without words of any language but names.
#[derive(Debug, PartialEq, Eq, Deserialize)]
pub struct Shown {
    /// How many are left of how many.
    pub count: (usize, usize),
    /// Each mark of the timeline, and whether the filter leaves it in.
    pub timeline: BTreeMap<String, bool>,
    /// The list beside the map: country and number of parts.
    pub countries: BTreeSet<(String, usize)>,
    /// The discs on the map.
    pub places: BTreeSet<String>,
    /// The bars of participation.
    pub bars: BTreeSet<String>,
    /// How many counts participation says it shows, those without a bar among them.
    pub figures: usize,
    /// Who gave, of every statement below the budget, in order.
    pub statements: Vec<String>,
    /// How many paragraphs stand behind all of it.
    pub paragraphs: usize,
    /// The views that say that some filter does not act on them.
    pub deaf: BTreeSet<String>,
}

const READ: &str = r"
    const all = css => [...document.querySelectorAll(css)];
    const text = e => e.innerText.replace(/\s+/g, ' ').trim();
    const numbers = css => (text(document.querySelector(css)).match(/\d+/g) ?? []).map(Number);
    const marks = view => all(`#${view} button.hit`).map(e => [e.id.slice(view.length + 1), e.ariaLabel]);
    const ids = view => marks(view).map(mark => mark[0]);
    return {
        count: numbers('#count').sort((a, b) => a - b),
        timeline: Object.fromEntries(marks('timeline').map(([id, label]) =>
            [id, !/outside the filter|不在筛选范围内|hors du filtre/.test(label)])),
        countries: all('#geography .countries button').map(e =>
            [text(e.children[0]), Number(text(e.children[1]).match(/\d+/)[0])]),
        places: ids('geography'),
        bars: ids('participation'),
        figures: numbers('#participation .description')[0] ?? 0,
        statements: all('#funding .flows li').map(e => text(e.querySelector('.row-select, strong'))),
        paragraphs: numbers('#sources-title')[0] ?? 0,
        deaf: all('.view > .ignored').map(e => e.parentElement.id).filter(id => id !== 'sources'),
    }";

impl Shown {
    pub fn on(page: &Page) -> Self {
        page.evaluate(READ, &[])
    }
}

/// Opens the page and waits until the report is drawn.
#[track_caller]
pub fn open(page: &Page, query: &str) {
    page.open(query);
    page.wait_for("#count");
    page.wait_for("#timeline-title");
    read_on(page);
}

/// Brings every part of the page into sight that waits for it, and then its top again.
#[track_caller]
pub fn read_on(page: &Page) {
    page.wait_for("#sources");
    bring_all(page);
}

/// Opens one view by itself, as another's page embeds it, and waits until all of it is there.
#[track_caller]
pub fn open_alone(page: &Page, kind: ChartKind, lang: Lang) {
    let (view, lang) = (kind.slug(), lang.slug());
    page.open(&format!("?embed=1&view={view}&lang={lang}"));
    page.wait_for(&format!("#{view}-title"));
    bring_all(page);
}

/// Brings every part into sight that waits for it, in the page or the frame that is read.
#[track_caller]
pub fn bring_all(page: &Page) {
    until("every part of the page", || {
        let waiting: Option<String> = page.evaluate(
            "const part = document.querySelector('.waiting, .loading-part');
             if (!part) return null;
             part.scrollIntoView();
             const files = performance.getEntriesByType('resource')
                 .map(file => `${file.name.split('/').pop()} ${Math.round(file.responseEnd)}`);
             const place = part.getBoundingClientRect();
             return `${part.closest('section')?.id} ${part.outerHTML.slice(0, 300)} at ${place.top}, ${place.height} high; `
                 + `came: ${files.join(', ')}`",
            &[],
        );
        waiting.map_or(Ok(()), Err)
    });
    page.evaluate::<()>("scrollTo(0, 0)", &[]);
}

/// Waits until every view shows what the package says under the filter.
#[track_caller]
pub fn wait_shows(page: &Page, filter: &Filter) {
    page.wait_for("#count");
    read_on(page);
    wait_equal(
        &format!("what is shown under {filter:?}"),
        &filter.shown(),
        || Shown::on(page),
    );
}

/// Waits until the address has exactly this query, the language left out, and these chips are on.
#[track_caller]
pub fn wait_filters(page: &Page, query: &str, chips: &[&str]) {
    wait_equal("the query", &query.to_owned(), || query_of(page));
    let chips: Vec<String> = chips.iter().map(|chip| format!("{chip} ×")).collect();
    wait_equal("the chips", &chips, || page.texts(".chip"));
}

/// The query of the address without its `?` and without the language.
#[track_caller]
pub fn query_of(page: &Page) -> String {
    let query: String = page.evaluate("return location.search", &[]);
    let parts = query.trim_start_matches('?').split('&');
    let parts: Vec<&str> = parts.filter(|part| !part.starts_with("lang=")).collect();
    parts.join("&")
}

/// Chooses a line of a list by a part of its text.
#[track_caller]
pub fn choose(page: &Page, list: &str, line: &str) {
    page.click_text(&format!("{list} option"), line);
}

/// Puts the keyboard on an element without a click.
#[track_caller]
pub fn focus(page: &Page, css: &str) {
    page.wait_for(css);
    page.evaluate::<()>(
        "document.querySelector(arguments[0]).focus()",
        &[css.into()],
    );
}

/// Waits until the keyboard is on an element whose tag, id or text contains the given text.
#[track_caller]
pub fn wait_focus(page: &Page, contains: &str) {
    until(&format!("the keyboard on {contains:?}"), || {
        let focused = page.focused();
        if focused.contains(contains) {
            Ok(())
        } else {
            Err(focused)
        }
    });
}

/// How many steps the history holds.
#[track_caller]
pub fn steps(page: &Page) -> usize {
    page.evaluate("return history.length", &[])
}

/// Brings the end of the page into sight and waits for the tables that come only then.
#[track_caller]
pub fn read_to_the_end(page: &Page) {
    page.evaluate::<()>("document.getElementById('sources').scrollIntoView()", &[]);
    page.wait_for("#conflicts, #unstated");
    page.evaluate::<()>("scrollTo(0, 0)", &[]);
}

/// All that the page says, as text: words, names and states of everything that can be worked, but no card at the pointer.
#[track_caller]
pub fn digest(page: &Page) -> Vec<String> {
    let script = r"
        const said = e => [e.localName, e.id, e.getAttribute('aria-label'), e.getAttribute('aria-pressed'),
            e.getAttribute('aria-valuetext'), e.getAttribute('aria-sort'), e.value ?? null, e.href ?? null].join('|');
        const named = [...document.querySelectorAll('button, a, select, input, [role=slider], th, section')].map(said);
        const texts = [...document.querySelectorAll('header, main, footer, [role=dialog]')].map(e => {
            const copy = e.cloneNode(true);
            copy.querySelectorAll('.card').forEach(card => card.remove());
            return copy.textContent.replace(/\s+/g, ' ').trim();
        });
        return [document.title, document.documentElement.lang, ...texts, ...named]";
    page.evaluate(script, &[])
}

/// What the page asked other hosts for.
#[track_caller]
pub fn requested_elsewhere(page: &Page) -> Vec<String> {
    let home = page.site().url("");
    let is_own = |url: &String| url.starts_with(&home) || url.starts_with("data:");
    let requested = page.requested().into_iter();
    requested.filter(|url| !is_own(url)).collect()
}
