//! The register of who took part: read while it arrives, then counted under every filter.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::fetch::{FetchError, Slices, Stop};
use crate::browser::turns::{Turn, pause};
use crate::chart::arrangement::Arrangement;
use crate::chart::input::Input;
use crate::chart::register::{Bar, Counted, Counting, Register};
use crate::chart::view_table::ViewTable;
use crate::format::number::number;
use crate::language::lang::Lang;
use crate::language::template::fill;
use crate::model::attendance::Attendance;
use crate::model::citation::Source;
use crate::model::issue::Issue;
use crate::package::attendance::Reader;
use crate::state::explorer::Explorer;
use crate::state::load::beside;
use crate::state::locale::Locale;
use crate::ui::chart_frame::source_line;
use crate::ui::element::{El, all, el, nothing};
use crate::ui::heading::{inner_heading, view_heading};
use crate::ui::later::later;
use crate::ui::parts::{entries_part, troubles_part};
use crate::ui::run::{effect, memo, task};
use crate::ui::say::{changing, flag, say, say_later, tell};

/// Bytes that are read before the clock is looked at.
const SLICE: usize = 32 * 1024;

/// How far the register is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// So many bytes of so many are read; nobody may have said of how many.
    Underway {
        done: u64,
        total: Option<u64>,
    },
    Here,
    Stopped,
    Failed,
}

/// The register in memory.
struct Held {
    table: Arc<Attendance>,
    counted: Counted,
    issues: Vec<Issue>,
}

/// What the parts of the view share.
#[derive(Clone, Copy)]
struct Shared {
    explorer: Explorer,
    locale: Locale,
    stage: RwSignal<Stage>,
    held: StoredValue<Option<Held>, LocalStorage>,
    /// Ends the attempt that is underway.
    stop: StoredValue<Option<Stop>, LocalStorage>,
}

/// The table as it was read, and what was wrong in it.
type Read = (Arc<Attendance>, Vec<Issue>);

/// The register, on its way until it is here.
pub fn register() -> AnyView {
    let shared = Shared {
        explorer: expect_context(),
        locale: Locale::expect(),
        stage: RwSignal::new(Stage::Stopped),
        held: StoredValue::new_local(None),
        stop: StoredValue::new_local(None),
    };
    on_cleanup(move || shared.stop());
    shared.begin();
    let stage = shared.stage;
    let is_here = memo(move || stage.get() == Stage::Here);
    el("section")
        .class("view view-register")
        .id("register")
        .attr("aria-labelledby", "register-name register-title")
        .child(changing(move || match is_here.get() {
            true => untrack(|| here(shared)),
            false => untrack(|| on_its_way(shared)),
        }))
        .view()
}

impl Shared {
    /// Begins to read the register, from its beginning.
    fn begin(self) {
        self.stop();
        let Some(stop) = Stop::new() else {
            return self.stage.set(Stage::Failed);
        };
        self.stop.set_value(Some(stop.clone()));
        let (done, total) = (0, None);
        self.stage.set(Stage::Underway { done, total });
        task(async move {
            let read = self.read(&stop).await;
            if stop.is_stopped() {
                return;
            }
            let Ok((table, issues)) = read else {
                return self.stage.set(Stage::Failed);
            };
            let Some(counted) = self.count(&table, &stop).await else {
                return;
            };
            self.held.set_value(Some(Held {
                table,
                counted,
                issues,
            }));
            self.stage.set(Stage::Here);
        });
    }

    /// Stops reading; what is here of the register is let go.
    fn stop(self) {
        let stop = self.stop.try_update_value(Option::take).flatten();
        if let Some(stop) = stop {
            stop.stop();
        }
        let _ = self.stage.try_set(Stage::Stopped);
    }

    /// Reads the table in turns, until it is stopped.
    async fn read(self, stop: &Stop) -> Result<Read, FetchError> {
        let loaded = untrack(|| self.explorer.loaded());
        if !loaded.data.attendance.is_empty() {
            return Ok((loaded.data.attendance.clone(), Vec::new()));
        }
        let (descriptor, _) = loaded.written();
        let (name, path) = descriptor.streamed_file().ok_or(FetchError::Network)?;
        let resource = descriptor.resources.iter().find(|r| r.name == name);
        let resource = resource.ok_or(FetchError::Network)?;
        let mut slices = Slices::open(&beside(&loaded.address, &path), stop).await?;
        let total = resource.bytes.or(slices.length());
        let mut reader = Reader::new(resource, &loaded.data);
        let mut turn = Turn::begin();
        while let Some(bytes) = slices.next().await? {
            for slice in bytes.chunks(SLICE) {
                reader.feed(slice);
                if turn.is_over() {
                    let done = reader.bytes();
                    self.stage.set(Stage::Underway { done, total });
                    pause().await;
                    if stop.is_stopped() {
                        return Err(FetchError::Network);
                    }
                    turn = Turn::begin();
                }
            }
        }
        let (table, issues) = reader.finish();
        Ok((Arc::new(table), issues))
    }

    /// Makes the register ready to be counted, in turns; `None` when it is stopped.
    async fn count(self, table: &Attendance, stop: &Stop) -> Option<Counted> {
        let explorer = self.explorer;
        let mut counting = explorer.with_untracked_data(|data| Counting::of(data, table));
        loop {
            pause().await;
            if stop.is_stopped() {
                return None;
            }
            counting = match counting.step(table) {
                Counting::Counted(counted) => return Some(counted),
                underway => underway,
            };
        }
    }

    /// Reads the register under the present selection; tracks it and the language.
    fn counted<T: Default>(self, read: impl FnOnce(&mut Held, &Input) -> T) -> T {
        let lang = self.locale.lang.get();
        let arrangement = Arrangement::default();
        self.explorer
            .with_input(lang, 0.0, false, arrangement, |input| {
                let read = |held: &mut Option<Held>| held.as_mut().map(|held| read(held, input));
                self.held.try_update_value(read).flatten()
            })
            .unwrap_or_default()
    }
}

fn head(title: El) -> El {
    el("header")
        .class("view-head")
        .child(
            el("p")
                .class("kicker")
                .id("register-name")
                .text(say_later(|s| s.register.name)),
        )
        .child(title.class("view-title").id("register-title"))
}

/// How much of it is here, with the way to stop; or why it does not come, with the way to ask again.
fn on_its_way(shared: Shared) -> AnyView {
    let Shared { stage, locale, .. } = shared;
    let words = tell(move || {
        let strings = &locale.later().register;
        match stage.get() {
            Stage::Underway { done, total } => said(done, total, locale),
            Stage::Failed => strings.failed.to_owned(),
            Stage::Stopped | Stage::Here => strings.stopped.to_owned(),
        }
    });
    let is_underway = memo(move || matches!(stage.get(), Stage::Underway { .. }));
    let tool = changing(move || {
        let button = el("button").attr("type", "button").class("button");
        match is_underway.get() {
            true => untrack(|| {
                let stop = button
                    .id("register-stop")
                    .on("click", move |_| shared.stop());
                all([
                    bar(shared),
                    stop.text(say_later(|s| s.register.stop)).view(),
                ])
            }),
            false => untrack(|| {
                let load = button
                    .id("register-load")
                    .on("click", move |_| shared.begin());
                load.text(say_later(|s| s.register.load)).view()
            }),
        }
    });
    all([
        head(view_heading().text(words)).view(),
        el("div").class("register-way").child(tool).view(),
    ])
}

fn said(done: u64, total: Option<u64>, locale: Locale) -> String {
    let lang = locale.lang.get();
    let strings = &locale.later().register;
    let part = megabytes(done, lang);
    match total {
        Some(total) => fill(
            strings.loading,
            &[("part", &part), ("all", &megabytes(total, lang))],
        ),
        None => fill(strings.loading_some, &[("part", &part)]),
    }
}

fn megabytes(bytes: u64, lang: Lang) -> String {
    let n = number(bytes as f64 / 1e6, lang);
    fill(lang.later().register.megabytes, &[("n", &n)])
}

/// A bar without a value where nobody says how much there is to come.
fn bar(shared: Shared) -> AnyView {
    let stage = shared.stage;
    let of = memo(move || match stage.get() {
        Stage::Underway { total, .. } => total,
        _ => None,
    });
    changing(move || {
        let name = say_later(|s| s.register.name);
        let bar = el("progress").class("loading-bar").attr("aria-label", name);
        let done = tell(move || match stage.get() {
            Stage::Underway { done, .. } => done.to_string(),
            _ => String::new(),
        });
        match of.get() {
            Some(total) => bar
                .attr("max", total.to_string())
                .attr("value", done)
                .view(),
            None => bar.view(),
        }
    })
    .into_any()
}

/// The finding, its lists of bars, and the entries with their paragraphs.
fn here(shared: Shared) -> AnyView {
    let counts = memo(move || Arc::new(shared.counted(|held, input| held.counted.register(input))));
    let title = tell(move || counts.with(|c| c.title.clone()));
    let ignored = memo(move || counts.with(|c| c.ignored.clone()));
    let notes = memo(move || counts.with(|c| c.notes.clone()));
    let panels = untrack(|| counts.with(|c| c.panels.len()));
    let panels = (0..panels).map(|at| panel(counts, at)).collect::<Vec<_>>();
    all([
        head(view_heading().text(title))
            .child(
                el("p")
                    .class("subtitle")
                    .text(say_later(|s| s.register.subtitle)),
            )
            .view(),
        changing(move || match ignored.get() {
            none if none.is_empty() => nothing(),
            words => el("p")
                .class("ignored")
                .attr("role", "note")
                .text(words)
                .view(),
        })
        .into_any(),
        el("div").class("register-panels").child(panels).view(),
        el("div")
            .class("description")
            .child(changing(move || {
                all(notes
                    .get()
                    .into_iter()
                    .map(|note| el("p").text(note).view()))
            }))
            .view(),
        source_line(source(shared)).view(),
        wrong(shared),
        entries(shared),
    ])
}

fn panel(counts: Memo<Arc<Register>>, at: usize) -> AnyView {
    let name = tell(move || {
        counts.with(|c| {
            c.panels
                .get(at)
                .map_or_else(String::new, |p| p.name.clone())
        })
    });
    let shown = memo(move || {
        counts.with(|c| {
            let bars = c.panels.get(at).map_or(&[][..], |panel| &panel.bars);
            bars.iter().map(what_stays).collect::<Vec<Bar>>()
        })
    });
    let bars = changing(move || {
        let bars = shown.get().into_iter().enumerate();
        untrack(|| all(bars.map(|(place, bar)| line(counts, at, place, bar))))
    });
    el("div")
        .class("register-panel")
        .child(inner_heading().class("list-title").text(name))
        .child(el("ul").class("register-bars").child(bars))
        .view()
}

/// What of a bar stays while its number changes.
fn what_stays(bar: &Bar) -> Bar {
    Bar {
        is_selected: false,
        value: String::new(),
        percent: 0.0,
        ..bar.clone()
    }
}

fn line(counts: Memo<Arc<Register>>, at: usize, place: usize, bar: Bar) -> AnyView {
    let explorer = expect_context::<Explorer>();
    let Bar {
        id,
        name,
        is_data,
        clause,
        ..
    } = bar;
    let now = move || {
        counts.with(|c| {
            let bar = c.panels.get(at).and_then(|panel| panel.bars.get(place));
            bar.cloned().unwrap_or_default()
        })
    };
    let name = match is_data {
        true => el("span").class("bar-name").of_data(name),
        false => el("span").class("bar-name").text(name),
    };
    let fill = el("span").class("bar-fill").style(
        "inline-size",
        tell(move || format!("{:.2}%", now().percent)),
    );
    let line = match clause {
        Some(clause) => el("button")
            .attr("type", "button")
            .attr("aria-pressed", flag(move || now().is_selected))
            .on("click", move |_| explorer.toggle(clause)),
        None => el("span"),
    };
    let line = line
        .class(match clause {
            Some(_) => "row-select register-bar",
            None => "register-bar",
        })
        .id(id)
        .child(name)
        .text(" ")
        .child(el("span").class("count").text(tell(move || now().value)))
        .child(el("span").class("bar-track").child(fill));
    el("li").child(line).view()
}

/// The paragraphs behind the entries that the filters leave. They are looked for once the bars stand there: all rows may have to be gone
/// through.
fn source(shared: Shared) -> Memo<Source> {
    let found = RwSignal::new(Source::new());
    let look = move || shared.counted(|held, input| held.counted.source(&held.table, input));
    let selection = shared.explorer.watch(|s| s.selection.clone());
    effect(move || {
        let asked = selection.get();
        task(async move {
            pause().await;
            // Only for the last of several steps.
            if selection.try_get_untracked() == Some(asked) {
                found.set(untrack(look));
            }
        });
    });
    memo(move || found.get())
}

/// What was wrong in the file.
fn wrong(shared: Shared) -> AnyView {
    let issues = shared.held.with_value(|held| {
        held.as_ref()
            .map_or_else(Vec::new, |held| held.issues.clone())
    });
    if issues.is_empty() {
        return nothing();
    }
    let (issues, id) = (StoredValue::new(issues), "register-issues");
    later(move |owner| Box::pin(troubles_part(owner, issues.get_value(), id)))
}

/// The entries, once a reader unfolds them: to find them all rows are gone through.
fn entries(shared: Shared) -> AnyView {
    let is_open = RwSignal::new(false);
    let name = say_later(|s| s.register.entries);
    let table = memo(move || {
        Arc::new(match is_open.get() {
            true => shared.counted(|held, input| held.counted.entries(&held.table, input)),
            false => ViewTable::default(),
        })
    });
    let is_empty = memo(move || table.with(|t| t.rows.is_empty()));
    let title = name.clone();
    let body = changing(move || match (is_open.get(), is_empty.get()) {
        (false, _) => nothing(),
        (true, true) => el("p").class("empty").text(say(|s| s.filter.empty)).view(),
        (true, false) => untrack(|| {
            let title = title.clone();
            later(move |owner| Box::pin(entries_part(owner, title.clone(), table)))
        }),
    });
    let summary = el("summary")
        .on("click", move |_| is_open.update(|open| *open = !*open))
        .text(name);
    el("details")
        .class("list-block")
        .child(summary)
        .child(body)
        .view()
}
