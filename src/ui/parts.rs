//! Where the page is cut: each function here is the door to a module that comes when it is first called. What only such functions
//! reach is not in the first module; see *Parts that come later* in `ARCHITECTURE.md`.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_split_helpers::wasm_split;

use crate::chart::kind::ChartKind;
use crate::chart::scene::Scene;
use crate::chart::view_table::ViewTable;
use crate::language::lang::Lang;
use crate::model::issue::Issue;
use crate::model::subject::Subject;
use crate::package::descriptor::Descriptor;
use crate::state::load::Load;
use crate::ui::arrange_tools::arrange_tools;
use crate::ui::brief::brief;
use crate::ui::compare::comparison;
use crate::ui::data_table::{data_table, region};
use crate::ui::element::Found;
use crate::ui::embedded::{embed_failed, embedded};
use crate::ui::files::{Reading, read_files};
use crate::ui::footer::footer;
use crate::ui::later::{NotHere, built};
use crate::ui::later_views::later_view;
use crate::ui::notices::{notices, troubles};
use crate::ui::panel::opened;
use crate::ui::register::register;
use crate::ui::results::results;
use crate::ui::saving::{data_saving, saving};
use crate::ui::say::Sentence;
use crate::ui::sources::sources;
use crate::ui::view_foot::view_foot;

/// What is open beside the page.
#[wasm_split(reading, fallible)]
pub fn panel_part(
    owner: Owner,
    open: Memo<Option<Subject>>,
    place: Found,
) -> Result<AnyView, NotHere> {
    built(&owner, || opened(open, place))
}

/// The words of the languages that do not come with the page.
#[wasm_split(words, fallible)]
pub fn words_part(lang: Lang) -> Result<(), NotHere> {
    lang.learn();
    Ok(())
}

/// A view as a table.
#[wasm_split(reading, fallible)]
pub fn table_part(
    owner: Owner,
    kind: ChartKind,
    scene: Memo<Arc<Scene>>,
) -> Result<AnyView, NotHere> {
    built(&owner, || data_table(kind, scene))
}

/// What a search found.
#[wasm_split(reading, fallible)]
pub fn results_part(owner: Owner) -> Result<AnyView, NotHere> {
    built(&owner, results)
}

/// Two selections side by side.
#[wasm_split(reading, fallible)]
pub fn compare_part(owner: Owner) -> Result<AnyView, NotHere> {
    built(&owner, comparison)
}

/// The ways to arrange a view.
#[wasm_split(reading, fallible)]
pub fn arrange_part(owner: Owner, kind: ChartKind) -> Result<AnyView, NotHere> {
    built(&owner, || arrange_tools(kind))
}

/// How to use a view, and how to cite it.
#[wasm_split(reading, fallible)]
pub fn view_foot_part(
    owner: Owner,
    kind: ChartKind,
    scene: Memo<Arc<Scene>>,
) -> Result<AnyView, NotHere> {
    built(&owner, || view_foot(kind, scene))
}

/// The foot of the page.
#[wasm_split(reading, fallible)]
pub fn footer_part(owner: Owner) -> Result<AnyView, NotHere> {
    built(&owner, || footer().view())
}

/// The notices at the head of the page.
#[wasm_split(reading, fallible)]
pub fn notices_part(owner: Owner) -> Result<AnyView, NotHere> {
    built(&owner, notices)
}

/// The register of who took part.
#[wasm_split(register, fallible)]
pub fn register_part(owner: Owner) -> Result<AnyView, NotHere> {
    built(&owner, register)
}

/// What was wrong in a table that a view reads by itself.
#[wasm_split(reading, fallible)]
pub fn troubles_part(
    owner: Owner,
    issues: Vec<Issue>,
    id: &'static str,
) -> Result<AnyView, NotHere> {
    built(&owner, || troubles(issues, id))
}

/// The entries of the register as a table.
#[wasm_split(reading, fallible)]
pub fn entries_part(
    owner: Owner,
    title: Sentence,
    table: Memo<Arc<ViewTable>>,
) -> Result<AnyView, NotHere> {
    built(&owner, || region("register", title, table))
}

/// The sources, at the foot of the page.
#[wasm_split(reading, fallible)]
pub fn sources_part(owner: Owner) -> Result<AnyView, NotHere> {
    built(&owner, sources)
}

/// Reads a package that is not packed.
#[wasm_split(reading, fallible)]
pub fn files_part(
    source: String,
    descriptor: Descriptor,
    state: RwSignal<Load>,
) -> Result<Reading, NotHere> {
    Ok(read_files(source, descriptor, state))
}

/// A brief to print.
#[wasm_split(printing, fallible)]
pub fn brief_part(owner: Owner) -> Result<AnyView, NotHere> {
    built(&owner, brief)
}

/// An embedded view, and the page around it; `has_failed` where nothing can be shown.
#[wasm_split(embedding, fallible)]
pub fn embed_part(owner: Owner, has_failed: bool) -> Result<(), NotHere> {
    owner.with(|| match has_failed {
        true => embed_failed(),
        false => untrack(embedded),
    });
    Ok(())
}

/// A view that does not come with the page.
#[wasm_split(reading, fallible)]
pub fn view_part(owner: Owner, kind: ChartKind) -> Result<AnyView, NotHere> {
    built(&owner, || later_view(kind))
}

/// A view as files. A part of its own: most readers save nothing.
#[wasm_split(saving, fallible)]
pub fn saving_part(
    owner: Owner,
    kind: ChartKind,
    scene: Memo<Arc<Scene>>,
) -> Result<AnyView, NotHere> {
    built(&owner, || saving(kind, scene))
}

/// The data package as a file.
#[wasm_split(saving, fallible)]
pub fn data_saving_part(owner: Owner) -> Result<AnyView, NotHere> {
    built(&owner, data_saving)
}
