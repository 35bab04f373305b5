//! The files of a package: all of them where it is not packed, the deferred ones where it is.

use std::cell::Cell;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::Poll;

use leptos::prelude::*;

use crate::browser::fetch::{self, Slices, Stop};
use crate::browser::turns::{Turn, pause};
use crate::format::headline::headlines;
use crate::format::name_order::learn_pinyin;
use crate::model::issue::Unreachable;
use crate::package::build::Building;
use crate::package::descriptor::Descriptor;
use crate::package::limits::MOST_FILE_BYTES;
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
        let (total, here) = (named.len(), Cell::new(0));
        state.set(Load::Underway { done: 0, total });
        let arrived = || {
            here.set(here.get() + 1);
            let done = here.get();
            state.set(Load::Underway { done, total });
        };
        let files = fetched(&source, named, &arrived).await;
        loaded(source, descriptor, files).await
    })
}

/// Asks for all files at once, since on a long way what takes time is the asking. They come in the order in which they are named.
async fn fetched(source: &str, named: Vec<(String, String)>, arrived: &dyn Fn()) -> Vec<NamedFile> {
    let mut coming = Vec::with_capacity(named.len());
    let mut files: Vec<Option<NamedFile>> = Vec::with_capacity(named.len());
    for (name, path) in named {
        files.push(None);
        coming.push(Box::pin(async move {
            let text = text(source, &path).await;
            arrived();
            (name, text)
        }));
    }
    poll_fn(|context| {
        let mut are_here = true;
        for (coming, file) in coming.iter_mut().zip(&mut files) {
            if file.is_some() {
                continue;
            }
            match coming.as_mut().poll(context) {
                Poll::Ready(here) => *file = Some(here),
                Poll::Pending => are_here = false,
            }
        }
        match are_here {
            true => Poll::Ready(()),
            false => Poll::Pending,
        }
    })
    .await;
    files.into_iter().flatten().collect()
}

/// Reads a package in turns.
fn loaded(address: String, descriptor: Descriptor, files: Vec<NamedFile>) -> Reading {
    Box::pin(async move {
        let mut building = Building::new(&descriptor, files.clone());
        let mut turn = Turn::begin();
        while building.step() {
            if turn.is_over() {
                pause().await;
                turn = Turn::begin();
            }
        }
        let built = building.finish();
        Loaded::new(address, descriptor, files, built)
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
    let held = untrack(|| explorer.loaded());
    task(async move {
        let address = held.address.clone();
        let more = fetched(&address, held.missing(), &|| ()).await;
        let (descriptor, _) = held.written();
        let files = held.with_files(more);
        explorer.complete(loaded(address, descriptor.clone(), files).await);
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

/// Reads a file while it arrives, so that one which is larger than it ought to be, or grows when its compression is undone, is given up in time.
async fn text(source: &str, path: &str) -> Result<String, Unreachable> {
    let stop = Stop::new().ok_or(Unreachable::NoAnswer)?;
    let address = load::beside(source, path);
    let mut slices = Slices::open(&address, &stop).await.map_err(unreachable)?;
    let mut bytes = Vec::new();
    while let Some(slice) = slices.next().await.map_err(unreachable)? {
        if bytes.len() + slice.len() > MOST_FILE_BYTES {
            stop.stop();
            return Err(Unreachable::TooLarge(MOST_FILE_BYTES));
        }
        bytes.extend(slice);
    }
    String::from_utf8(bytes).map_err(|_| Unreachable::NotText)
}

fn unreachable(error: fetch::FetchError) -> Unreachable {
    match error {
        fetch::FetchError::Status(status) => Unreachable::Status(status),
        fetch::FetchError::Network => Unreachable::NoAnswer,
    }
}
