//! An embedded view and the page around it: its looks, its height, and what both say to each other.

use leptos::prelude::*;

use crate::browser::host::{self, ANYBODY, Heard, Listening};
use crate::browser::{address, device};
use crate::filter::clause::Clause;
use crate::format::text::pick;
use crate::language::lang::Lang;
use crate::share::embed::{self, Options, shown};
use crate::share::message::{Foreign, Now, Outgoing, Request, foreign_heights};
use crate::share::query::{self, ViewState, value_of};
use crate::share::site;
use crate::state::explorer::Explorer;
use crate::state::locale::Locale;
use crate::ui::languages::speak;
use crate::ui::run::effect;

/// The most that the panel of an embed is high, in CSS pixels; the style sheet says the same.
const PANEL_PX: f64 = 560.0;
/// How much of what opened it is seen above it.
const ABOVE_PX: f64 = 64.0;

/// What an embed speaks with. Copied freely: it holds handles.
#[derive(Clone, Copy)]
struct Voice {
    options: StoredValue<Options>,
    /// Who we speak to, once they have said who they are.
    host: StoredValue<Option<String>>,
}

impl Voice {
    fn say(self, word: &Outgoing) {
        let host = self.host.get_value();
        if host.is_none() && !word.is_for_anybody() {
            return;
        }
        let json = self.options.with_value(|o| word.json(o, host.is_some()));
        host::say(&json, host.as_deref().unwrap_or(ANYBODY));
    }

    fn say_height(self, height: u32) {
        self.say(&Outgoing::Resize(height));
        let address = address::page() + &address::query();
        let foreign = self
            .options
            .with_value(|o| foreign_heights(height, o, &address));
        for message in foreign {
            match message {
                Foreign::Object(json) => host::say(&json, ANYBODY),
                Foreign::Text(text) => host::say_text(&text, ANYBODY),
            }
        }
    }
}

/// Tells the page around that nothing can be shown.
pub fn embed_failed() {
    let (options, _) = Options::of(&query::preview(&address::query()));
    let voice = Voice {
        options: StoredValue::new(options),
        host: StoredValue::new(None),
    };
    voice.say(&Outgoing::Error {
        code: "data",
        message: Locale::expect().strings().status.failed.to_owned(),
    });
    watch_height(voice);
}

/// Begins to look as the address asks, and to speak and listen.
pub fn embedded() {
    let explorer = expect_context::<Explorer>();
    let (options, bad) = explorer.with_state(Options::of);
    let still = explorer.with_state(|s| s.view.filter(|_| options.is_static && s.data.is_none()));
    if let Some(view) = still {
        let lang = Locale::expect().lang.get_untracked();
        address::leave_for(&site::page(view, lang));
        return;
    }
    device::set_root_attribute("data-embed", &options.style_words());
    if !bad.is_empty() {
        explorer.bad_parts().update(|all| all.extend(bad));
    }
    place_panel(explorer);
    if !host::is_framed() {
        return;
    }
    let voice = Voice {
        options: StoredValue::new(options),
        host: StoredValue::new(None),
    };
    let locale = Locale::expect();
    say_ready(voice, explorer, locale);
    watch_height(voice);
    say_changes(voice, explorer, locale);
    let listening = Listening::to_host(move |heard| hear(voice, heard, explorer, locale));
    keep(listening);
}

/// A frame may be as high as its view, and most of it out of sight: the panel opens where the reader is.
fn place_panel(explorer: Explorer) {
    let is_open = explorer.watch(|s| s.panel.is_some());
    effect(move || {
        if let Some((top, height)) = is_open.get().then(device::focused_top).flatten() {
            let lowest = (height - PANEL_PX).max(0.0);
            let top = (top - ABOVE_PX).clamp(0.0, lowest);
            device::set_root_style("--panel-top", &format!("{top:.0}px"));
        }
    });
}

fn say_ready(voice: Voice, explorer: Explorer, locale: Locale) {
    let data = explorer.with_data(|data| data.about.version.clone());
    let now = now(explorer, locale);
    voice.say(&Outgoing::Ready { now, data });
}

/// Tells the height whenever it is another; lasts as long as the page.
fn watch_height(voice: Voice) {
    let last = StoredValue::new(0);
    let watch = host::watch_height(move |height| {
        if height != last.get_value() {
            last.set_value(height);
            voice.say_height(height);
        }
    });
    keep(watch);
}

/// Keeps what watches for as long as the page.
fn keep<T: 'static>(watch: Option<T>) {
    let _kept = StoredValue::new_local(watch);
}

fn say_changes(voice: Voice, explorer: Explorer, locale: Locale) {
    let mut said = None;
    effect(move || {
        let now = now(explorer, locale);
        let is_news = said.as_ref().is_some_and(|said| *said != now);
        if is_news {
            voice.say(&Outgoing::State(now.clone()));
        }
        said = Some(now);
    });
    let clauses = explorer.watch(|s| s.selection.clauses().to_vec());
    let mut before: Vec<Clause> = clauses.get_untracked();
    effect(move || {
        let now = clauses.get();
        let gone = before
            .iter()
            .filter(|c| !now.contains(c))
            .map(|c| (c, false));
        let come = now
            .iter()
            .filter(|c| !before.contains(c))
            .map(|c| (c, true));
        for (&clause, is_selected) in gone.chain(come) {
            let value = explorer.with_data(|data| value_of(clause, data));
            voice.say(&Outgoing::Select {
                facet: clause.facet().slug(),
                value,
                is_selected,
            });
        }
        before = now;
    });
    say_opened(voice, explorer);
}

fn say_opened(voice: Voice, explorer: Explorer) {
    let panel = explorer.watch(|s| s.panel.clone());
    let mut is_first = true;
    effect(move || {
        let panel = panel.get();
        if !is_first {
            let alone = ViewState {
                panel,
                ..ViewState::default()
            };
            let open = explorer.with_data(|data| query::write(&alone, data));
            voice.say(&Outgoing::Navigate(open));
        }
        is_first = false;
    });
}

fn hear(voice: Voice, heard: &Heard, explorer: Explorer, locale: Locale) {
    let id = voice.options.with_value(|o| o.id.clone());
    let Some(request) = Request::read(&|name| heard.field(name), id.as_deref()) else {
        return;
    };
    let is_hello = request == Ok(Request::Hello);
    match voice.host.get_value() {
        None if is_hello => voice.host.set_value(Some(heard.origin.clone())),
        Some(host) if host == heard.origin => {}
        // Who has not said hello, or comes from elsewhere than who has, is not spoken to.
        _ => return,
    }
    match request {
        Ok(request) => meet(request, voice, explorer, locale),
        Err(refused) => refuse(voice, &refused),
    }
}

fn meet(request: Request, voice: Voice, explorer: Explorer, locale: Locale) {
    match request {
        Request::Hello | Request::Report => voice.say(&Outgoing::State(now(explorer, locale))),
        Request::Language(lang) => {
            explorer.note_language(lang);
            speak(lang, locale);
        }
        Request::Theme(theme) => explorer.set_theme(theme),
        Request::State(asked) => {
            let (next, bad) = explorer.with_data(|data| {
                let (next, bad) = explorer.with_state(|s| embed::showing(s, &asked, data));
                (query::write(&next, data), bad)
            });
            explorer.travel(&next);
            for part in &bad {
                refuse(voice, part);
            }
        }
        Request::Focus(mark) => focus(mark.as_deref(), explorer),
    }
}

fn focus(mark: Option<&str>, explorer: Explorer) {
    let view = explorer.with_state(|s| s.view);
    match (view, mark) {
        (Some(view), Some(mark)) => device::focus_id(&format!("{}-{mark}", view.slug())),
        _ => device::focus_id("content"),
    }
}

fn refuse(voice: Voice, part: &query::BadPart) {
    let query::BadPart { name, value } = part;
    voice.say(&Outgoing::Error {
        code: "not-understood",
        message: format!("{name}: \"{value}\" means nothing here."),
    });
}

fn now(explorer: Explorer, locale: Locale) -> Now {
    let lang: Lang = locale.lang.get();
    explorer.with_data(|data| {
        explorer.with_state(|state| Now {
            title: title(state, pick(&data.about.title, lang), lang),
            state: shown(state, data),
            lang,
            theme: state.theme,
        })
    })
}

/// `Timeline – Title of the package`.
fn title(state: &ViewState, package: &str, lang: Lang) -> String {
    match state.view {
        Some(view) => format!("{} – {package}", view.name(lang)),
        None => package.to_owned(),
    }
}
