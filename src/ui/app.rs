//! The root: language, loading, and then the page.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::turns::pause;
use crate::browser::{address, ahead, device, fetch, timing};
use crate::language::lang::Lang;
use crate::package::descriptor::{Descriptor, PackageError};
use crate::share::query;
use crate::state::explorer::{Explorer, Step};
use crate::state::load::{self, Failure, Load, Loaded};
use crate::state::locale::{self, Locale};
use crate::ui::element::{all, nothing};
use crate::ui::gradual::Gradual;
use crate::ui::languages::speak;
use crate::ui::later::NotHere;
use crate::ui::page::page;
use crate::ui::parts::{embed_part, files_part};
use crate::ui::run::{effect, task};
use crate::ui::say::changing;
use crate::ui::status::{load_failed, loading, loading_ahead};

/// The report that the explorer comes with.
const OWN_PACKAGE: &str = "data/forum.json";

/// The whole application.
#[component]
pub fn App() -> AnyView {
    let asked = query::preview(&address::query());
    let locale = begin_locale(asked.lang);
    device::set_root_attribute("data-theme", asked.theme.slug());

    let source = load::descriptor_address(asked.data.as_deref().unwrap_or(OWN_PACKAGE));
    let is_own = asked.data.is_none();
    let state = RwSignal::new(Load::Underway { done: 0, total: 0 });
    begin_load(source.clone(), state);
    let view = changing(move || match state.get() {
        // The first drawing waits for its words; a language that is chosen later does not take the page away.
        Load::Ready(_) if locale.is_waiting.get() => underway(0, 0),
        Load::Underway { done, total } => underway(done, total),
        Load::Failed(failure) => {
            ahead::remove();
            tell_host(asked.is_embed, true);
            let again = source.clone();
            let retry = move || begin_load(again.clone(), state);
            load_failed(failure, source.clone(), is_own, retry)
        }
        Load::Ready(loaded) => explore(loaded, locale),
    });
    view.into_any()
}

fn begin_locale(asked: Option<Lang>) -> Locale {
    let stored = device::stored_language();
    let lang = locale::choose(asked, stored.as_deref(), device::languages());
    let locale = Locale::new(lang);
    provide_context(locale);
    effect(move || {
        let about = locale.lang.get().about();
        device::set_root_attribute("lang", about.tag);
        device::set_root_attribute("dir", about.direction.slug());
    });
    speak(lang, locale);
    locale
}

fn begin_load(source: String, state: RwSignal<Load>) {
    state.set(Load::Underway { done: 0, total: 0 });
    task(async move { state.set(load_package(&source, state).await) });
}

/// Where the page stands as it was drawn ahead, it is the room that the page will take.
fn underway(done: usize, total: usize) -> AnyView {
    match ahead::is_shown() {
        true => loading_ahead(done, total),
        false => loading(done, total),
    }
}

fn explore(loaded: Arc<Loaded>, locale: Locale) -> AnyView {
    let explorer = Explorer::new(loaded, &address::query());
    provide_context(explorer);
    connect_address(explorer, locale);
    let gradual = Gradual::begin();
    // What the page reads while it is built must not build it anew: its parts follow it by themselves.
    let page = gradual.place().child(untrack(page));
    let before = changing(move || match gradual.is_whole() {
        true => nothing(),
        false => underway(0, 0),
    });
    let owner = Owner::current().unwrap_or_default();
    gradual.build(move || {
        timing::page_built(ahead::is_shown());
        ahead::remove();
        owner.with(|| tell_host(untrack(|| explorer.with_state(|s| s.is_embed)), false));
    });
    all([before.into_any(), page.view()])
}

/// Speaks to the page around an embed: of what is shown, or that nothing is.
fn tell_host(is_embed: bool, has_failed: bool) {
    if is_embed {
        let owner = Owner::current().unwrap_or_default();
        task(async move {
            // Without the part the view still shows; only the page around it hears nothing.
            let _ = embed_part(owner, has_failed).await;
        });
    }
}

/// The address bar follows the state, and the state follows Back and Forward.
fn connect_address(explorer: Explorer, locale: Locale) {
    let mut is_first = true;
    effect(move || {
        let (query, step) = explorer.address();
        let is_same = address::query().trim_start_matches('?') == query;
        // The address that the page was opened with stays as it was written, unusable parts included.
        if !is_first && !is_same {
            // Back in the page around an embed belongs to that page's reader, not to our filters.
            let is_embed = explorer.with_state(|s| s.is_embed);
            address::write(&query, step == Step::New && !is_embed);
        }
        is_first = false;
    });
    measure_filters(explorer);
    address::on_travel(move || {
        explorer.travel(&address::query());
        if let Some(lang) = explorer.with_state(|s| s.lang) {
            speak(lang, locale);
        }
    });
    effect(move || {
        let theme = explorer.with_state(|s| s.theme);
        device::set_root_attribute("data-theme", theme.slug());
    });
}

/// Records how long each change of what is selected takes, by whatever way the reader makes it.
fn measure_filters(explorer: Explorer) {
    let selection = explorer.watch(|s| s.selection.clone());
    let mut is_first = true;
    effect(move || {
        selection.with(|_| ());
        if !is_first {
            timing::measure_filter();
        }
        is_first = false;
    });
}

async fn load_package(source: &str, state: RwSignal<Load>) -> Load {
    match read_package(source, state).await {
        Ok(loaded) if loaded.data.events.is_empty() && loaded.data.figures.is_empty() => {
            Load::Failed(Failure::Empty)
        }
        Ok(loaded) => Load::Ready(Arc::new(loaded)),
        Err(failure) => Load::Failed(failure),
    }
}

async fn read_package(source: &str, state: RwSignal<Load>) -> Result<Loaded, Failure> {
    let json = fetch::text(source).await.map_err(|error| match error {
        fetch::FetchError::Status(status) => Failure::Status(status),
        fetch::FetchError::Network => Failure::Unreachable,
    })?;
    let descriptor = Descriptor::parse(&json).map_err(failure_of)?;
    // Taking the text apart is one turn of work, and making a dataset of it the next.
    pause().await;
    let descriptor = match Loaded::packed(source.to_owned(), descriptor) {
        Ok(loaded) => return Ok(loaded),
        Err(descriptor) => *descriptor,
    };
    let coming = files_part(source.to_owned(), descriptor, state);
    let loaded = match coming.await {
        Ok(reading) => reading.await,
        Err(NotHere) => return Err(Failure::Unreachable),
    };
    Ok(loaded)
}

fn failure_of(error: PackageError) -> Failure {
    match error {
        PackageError::NotJson { line, column } => Failure::NotJson { line, column },
        PackageError::NotAPackage => Failure::NotAPackage,
        PackageError::NoTables => Failure::NoTables,
    }
}
