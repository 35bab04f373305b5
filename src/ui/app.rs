//! The root: language, loading, and then the page.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{address, device, fetch};
use crate::geometry::outline::World;
use crate::model::issue::Unreachable;
use crate::package::descriptor::{Descriptor, PackageError};
use crate::share::query;
use crate::state::explorer::Explorer;
use crate::state::load::{self, Failure, Load, Loaded, Rest};
use crate::state::locale::{self, Locale};
use crate::ui::page::Page;
use crate::ui::status::{LoadFailed, Loading};

/// The report that the explorer comes with.
const OWN_PACKAGE: &str = "data/forum.json";
/// The outlines of the map.
const WORLD: &str = "map/world.txt";

/// The whole application.
#[component]
pub fn App() -> impl IntoView {
    let asked = query::preview(&address::query());
    let stored = device::stored_language();
    let lang = locale::choose(asked.lang, stored.as_deref(), device::languages());
    let locale = Locale {
        lang: RwSignal::new(lang),
    };
    provide_context(locale);
    Effect::new(move || device::set_root_attribute("lang", locale.lang.get().tag()));
    device::set_root_attribute("data-theme", asked.theme.slug());

    let source = load::descriptor_address(asked.data.as_deref().unwrap_or(OWN_PACKAGE));
    let is_own = asked.data.is_none();
    let state = RwSignal::new(Load::Underway { done: 0, total: 0 });
    let begin = {
        let source = source.clone();
        move || {
            state.set(Load::Underway { done: 0, total: 0 });
            let source = source.clone();
            spawn_local(async move { state.set(load_package(&source, state).await) });
        }
    };
    begin();
    let retry = StoredValue::new(begin);
    move || {
        match state.get() {
        Load::Underway { done, total } => view! { <Loading done total /> }.into_any(),
        Load::Failed(failure) => view! {
            <LoadFailed failure address=source.clone() is_own retry=move || retry.with_value(|begin| begin()) />
        }
        .into_any(),
        Load::Ready(loaded) => {
            let explorer = Explorer::new(loaded, &address::query());
            provide_context(explorer);
            connect_address(explorer, locale);
            fetch_world(explorer);
            view! { <Page /> }.into_any()
        }
    }
    }
}

/// The address bar follows the state, and the state follows Back and Forward.
fn connect_address(explorer: Explorer, locale: Locale) {
    Effect::new(move |is_first: Option<()>| {
        let (query, step) = explorer.address();
        let is_same = address::query().trim_start_matches('?') == query;
        // The address that the page was opened with stays as it was written, unusable parts included.
        if is_first.is_some() && !is_same {
            address::write(&query, step == crate::state::explorer::Step::New);
        }
    });
    address::on_travel(move || {
        explorer.travel(&address::query());
        if let Some(lang) = explorer.with_state(|s| s.lang) {
            locale.lang.set(lang);
        }
    });
    let theme = explorer.watch(|s| s.theme);
    Effect::new(move || device::set_root_attribute("data-theme", theme.get().slug()));
}

fn fetch_world(explorer: Explorer) {
    spawn_local(async move {
        let decoded = fetch::text(WORLD)
            .await
            .ok()
            .and_then(|text| World::decode(&text).ok());
        explorer.set_world(decoded.map(Arc::new));
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
    let named = descriptor.files();
    let total = named.len();
    let mut files = Vec::with_capacity(total);
    for (done, (name, path)) in named.into_iter().enumerate() {
        state.set(Load::Underway { done, total });
        let text = fetch::text(&load::beside(source, &path)).await;
        files.push((name, text.map_err(unreachable)));
    }
    Ok(Loaded::new(source.to_owned(), descriptor, files))
}

/// Brings the deferred tables, once; several askers get one answer.
pub fn fetch_rest(explorer: Explorer) {
    if explorer.rest().get_untracked() != Rest::Asleep {
        return;
    }
    explorer.rest().set(Rest::Underway);
    let loaded = explorer.loaded();
    spawn_local(async move {
        let mut more = Vec::new();
        for (name, path) in loaded.deferred() {
            let text = fetch::text(&load::beside(&loaded.address, &path)).await;
            more.push((name, text.map_err(unreachable)));
        }
        explorer.complete(more);
    });
}

fn unreachable(error: fetch::FetchError) -> Unreachable {
    match error {
        fetch::FetchError::Status(status) => Unreachable::Status(status),
        fetch::FetchError::Network => Unreachable::NoAnswer,
    }
}

fn failure_of(error: PackageError) -> Failure {
    match error {
        PackageError::NotJson { line, column } => Failure::NotJson { line, column },
        PackageError::NotAPackage => Failure::NotAPackage,
        PackageError::NoTables => Failure::NoTables,
    }
}
