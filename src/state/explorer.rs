//! The state of the whole page: `address bar → ViewState → Engine → Scene`, and back only through the methods here.

use std::sync::Arc;

use leptos::prelude::*;

use super::load::{Loaded, Rest};
use crate::chart::arrangement::Arrangement;
use crate::chart::input::Input;
use crate::chart::kind::ChartKind;
use crate::filter::clause::{Clause, Period};
use crate::filter::engine::Engine;
use crate::filter::facet::Facet;
use crate::filter::selection::Selection;
use crate::geometry::outline::World;
use crate::language::lang::Lang;
use crate::model::dataset::Dataset;
use crate::model::event::Event;
use crate::model::subject::Subject;
use crate::model::table::Key;
use crate::share::query::{self, BadPart, Theme, ViewState};

/// How a change of state stands in the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Back undoes it.
    New,
    /// It belongs to the step before: the further way of a drag.
    Same,
}

/// The engine with the selection that it stands for; equal when the selection is.
#[derive(Clone, Debug)]
pub struct Filtered {
    /// The engine.
    pub engine: Engine,
    /// The package that the engine counts.
    package: Arc<Loaded>,
}

impl Filtered {
    fn new(package: Arc<Loaded>) -> Self {
        Self {
            engine: Engine::new(&package.data),
            package,
        }
    }
}

impl PartialEq for Filtered {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.package, &other.package)
            && self.engine.selection() == other.engine.selection()
    }
}

/// The page's state. Copied freely: it holds handles.
#[derive(Clone, Copy)]
pub struct Explorer {
    loaded: RwSignal<Arc<Loaded>>,
    rest: RwSignal<Rest>,
    state: RwSignal<ViewState>,
    bad: RwSignal<Vec<BadPart>>,
    step: StoredValue<Step>,
    filtered: Memo<Filtered>,
    world: RwSignal<Option<Arc<World>>>,
    world_is_missing: RwSignal<bool>,
}

impl Explorer {
    /// The state that an address asks for, over a loaded package.
    pub fn new(loaded: Arc<Loaded>, query: &str) -> Self {
        let (state, bad) = query::read(query, &loaded.data);
        let rest = match loaded.has_deferred() {
            true => Rest::Asleep,
            false => Rest::Here,
        };
        let loaded = RwSignal::new(loaded);
        let state = RwSignal::new(state);
        let filtered = Memo::new_owning(move |previous: Option<Filtered>| {
            let selection = state.with(|s| s.selection.clone());
            let package = loaded.get();
            let kept = previous.filter(|p| Arc::ptr_eq(&p.package, &package));
            let is_fresh = kept.is_none();
            let mut filtered = kept.unwrap_or_else(|| Filtered::new(package));
            let has_changed = is_fresh || *filtered.engine.selection() != selection;
            if has_changed {
                filtered.engine.select(&selection);
            }
            (filtered, has_changed)
        });
        Self {
            loaded,
            rest: RwSignal::new(rest),
            state,
            bad: RwSignal::new(bad),
            step: StoredValue::new(Step::Same),
            filtered,
            world: RwSignal::new(None),
            world_is_missing: RwSignal::new(false),
        }
    }

    /// The package and what was wrong in it.
    pub fn loaded(self) -> Arc<Loaded> {
        self.loaded.get()
    }

    /// Reads the dataset; tracks its completion.
    pub fn with_data<T>(self, read: impl FnOnce(&Dataset) -> T) -> T {
        self.loaded.with(|loaded| read(&loaded.data))
    }

    /// Reads the dataset as it is now.
    pub fn with_untracked_data<T>(self, read: impl FnOnce(&Dataset) -> T) -> T {
        self.loaded.with_untracked(|loaded| read(&loaded.data))
    }

    /// How far the deferred tables are.
    pub fn rest(self) -> RwSignal<Rest> {
        self.rest
    }

    /// Takes over the same package with the files that were missing.
    pub fn complete(self, completed: Loaded) {
        self.loaded.set(Arc::new(completed));
        self.rest.set(Rest::Here);
    }

    /// A slice of the state that changes only when it does.
    pub fn watch<T: PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&ViewState) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        // One type of memo for each type of value, not for each reader: see `ui::run`.
        let read: Box<dyn Fn(&ViewState) -> T + Send + Sync> = Box::new(read);
        Memo::new(move |_| self.state.with(|state| read(state)))
    }

    /// Reads the state, tracking all of it.
    pub fn with_state<T>(self, read: impl FnOnce(&ViewState) -> T) -> T {
        self.state.with(read)
    }

    /// Calls a chart's code with all that it is drawn from; tracks the filters and the language given.
    pub fn with_input<T>(
        self,
        lang: Lang,
        width: f64,
        has_context: bool,
        arrangement: Arrangement,
        read: impl FnOnce(&Input) -> T,
    ) -> T {
        self.filtered.with(|filtered| {
            read(&Input {
                data: &filtered.package.data,
                engine: &filtered.engine,
                lang,
                width,
                has_context,
                arrangement,
            })
        })
    }

    /// The map's outlines, once they are here.
    pub fn world(self) -> RwSignal<Option<Arc<World>>> {
        self.world
    }

    /// Takes the map's outlines, or notes that there are none.
    pub fn set_world(self, world: Option<Arc<World>>) {
        self.world_is_missing.set(world.is_none());
        self.world.set(world);
    }

    /// True once the map's outlines have failed to come.
    pub fn is_world_missing(self) -> bool {
        self.world_is_missing.get()
    }

    /// The parts of the address that could not be used.
    pub fn bad_parts(self) -> RwSignal<Vec<BadPart>> {
        self.bad
    }

    /// Turns one clause on or off.
    pub fn toggle(self, clause: Clause) {
        self.change(Step::New, |s| s.selection.toggle(clause));
    }

    /// Chooses one event alone; what else is filtered stays.
    pub fn go_to_event(self, event: Key<Event>) {
        self.change(Step::New, |s| {
            s.selection.clear(Facet::Event);
            s.selection.toggle(Clause::Event(event));
        });
    }

    /// Takes a whole selection over.
    pub fn select(self, selection: Selection) {
        self.change(Step::New, |s| s.selection = selection);
    }

    /// Lets go of one facet.
    pub fn clear_facet(self, facet: Facet) {
        self.change(Step::New, |s| s.selection.clear(facet));
    }

    /// Lets go of everything.
    pub fn clear(self) {
        self.change(Step::New, |s| s.selection = Selection::default());
    }

    /// Chooses a period; the further way of a drag is the same step.
    pub fn set_period(self, period: Option<Period>, step: Step) {
        self.change(step, |s| {
            s.selection.clear(Facet::Time);
            if let Some(period) = period {
                s.selection.toggle(Clause::Time(period));
            }
        });
    }

    /// Shows or hides the years before and after.
    pub fn toggle_context(self) {
        self.change(Step::New, |s| s.has_context = !s.has_context);
    }

    /// Shows a view as a table or as a picture.
    pub fn show_as_table(self, kind: ChartKind, is_table: bool) {
        self.change(Step::New, |s| {
            s.as_table.retain(|&k| k != kind);
            if is_table {
                s.as_table.push(kind);
            }
        });
    }

    /// Shows a brief of these views in the place of the page, or the page again where there are none.
    pub fn show_brief(self, views: Vec<ChartKind>) {
        self.change(Step::New, |s| s.brief = views);
    }

    /// Puts a view into the brief, in the order of the page, or takes it out; the last stays.
    pub fn toggle_in_brief(self, kind: ChartKind) {
        self.change(Step::Same, |s| {
            let is_in = |view: ChartKind| s.brief.contains(&view) != (view == kind);
            let next: Vec<ChartKind> = ChartKind::ALL.into_iter().filter(|&v| is_in(v)).collect();
            if !next.is_empty() {
                s.brief = next;
            }
        });
    }

    /// Opens a paragraph or the page of a row, or closes the panel.
    pub fn open(self, subject: Option<Subject>) {
        self.change(Step::New, |s| s.panel = subject);
    }

    /// Arranges a view: its order, counts or shares, one picture or several.
    pub fn arrange(self, kind: ChartKind, change: impl FnOnce(&mut Arrangement)) {
        self.change(Step::New, |s| query::arrange(s, kind, change));
    }

    /// Searches; the further letters of a word are the same step.
    pub fn search(self, text: String, step: Step) {
        self.change(step, |s| s.search = text);
    }

    /// Keeps a selection to compare the present one with, or lets go of it.
    pub fn compare_with(self, selection: Option<Selection>) {
        self.change(Step::New, |s| s.compared = selection);
    }

    /// Says in the address which language was chosen.
    pub fn note_language(self, lang: Lang) {
        self.change(Step::Same, |s| s.lang = Some(lang));
    }

    /// Chooses a theme.
    pub fn set_theme(self, theme: Theme) {
        self.change(Step::Same, |s| s.theme = theme);
    }

    /// Takes over what the address says after Back or Forward.
    pub fn travel(self, query: &str) {
        let (state, bad) = self.with_data(|data| query::read(query, data));
        self.step.set_value(Step::Same);
        self.bad.set(bad);
        self.state.set(state);
    }

    /// The state as a query, and how it stands in the history; tracks the state.
    pub fn address(self) -> (String, Step) {
        let query = self.with_data(|data| self.state.with(|state| query::write(state, data)));
        (query, self.step.get_value())
    }

    fn change(self, step: Step, change: impl FnOnce(&mut ViewState)) {
        self.step.set_value(step);
        self.state.update(change);
    }
}
