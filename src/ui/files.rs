//! The files of a package: all of them where it is not packed, the deferred ones where it is.

use std::pin::Pin;

use leptos::prelude::*;

use crate::browser::fetch;
use crate::format::headline::headlines;
use crate::format::name_order::learn_pinyin;
use crate::model::issue::Unreachable;
use crate::package::descriptor::Descriptor;
use crate::state::explorer::Explorer;
use crate::state::load::{self, Load, Loaded, NamedFile, Rest};
use crate::ui::glossary::with_terms;
use crate::ui::lent::{Lent, lend};
use crate::ui::run::task;

/// A package whose files are on their way.
pub type Reading = Pin<Box<dyn Future<Output = Loaded>>>;

/// Fetches every file that a descriptor names, and says how far it is.
pub fn read_files(source: String, descriptor: Descriptor, state: RwSignal<Load>) -> Reading {
    Box::pin(async move {
        let named = descriptor.files();
        let total = named.len();
        let mut files = Vec::with_capacity(total);
        for (done, (name, path)) in named.into_iter().enumerate() {
            state.set(Load::Underway { done, total });
            files.push((name, text(&source, &path).await));
        }
        Loaded::new(source, descriptor, files)
    })
}

/// Brings the deferred tables, once; several askers get one answer.
pub fn fetch_rest(explorer: Explorer) {
    lend_words(explorer);
    if explorer.rest().get_untracked() == Rest::Asleep {
        fetch_missing(explorer);
    }
}

/// Asks for every file that is not here, those that failed before among them.
pub fn fetch_missing(explorer: Explorer) {
    lend_words(explorer);
    if explorer.rest().get_untracked() == Rest::Underway {
        return;
    }
    explorer.rest().set(Rest::Underway);
    let loaded = untrack(|| explorer.loaded());
    task(async move {
        let mut more: Vec<NamedFile> = Vec::new();
        for (name, path) in loaded.missing() {
            more.push((name, text(&loaded.address, &path).await));
        }
        explorer.complete(more);
    });
}

/// What the deferred tables add to the words of the first views.
fn lend_words(explorer: Explorer) {
    let lent = Lent {
        headlines,
        sentence: with_terms,
    };
    learn_pinyin();
    lend(lent, explorer);
}

async fn text(source: &str, path: &str) -> Result<String, Unreachable> {
    let text = fetch::text(&load::beside(source, path)).await;
    text.map_err(unreachable)
}

fn unreachable(error: fetch::FetchError) -> Unreachable {
    match error {
        fetch::FetchError::Status(status) => Unreachable::Status(status),
        fetch::FetchError::Network => Unreachable::NoAnswer,
    }
}
