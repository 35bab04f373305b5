//! The page: header, filter bar, views, sources, footer, and the paragraph panel beside them.

use leptos::prelude::*;

use crate::browser::device;
use crate::chart::kind::ChartKind;
use crate::format::text::pick;
use crate::state::explorer::Explorer;
use crate::state::locale::Locale;
use crate::ui::ahead::view_ahead;
use crate::ui::chart_frame::chart_frame;
use crate::ui::element::{El, all, el, maybe, nothing};
use crate::ui::filter_bar::filter_bar;
use crate::ui::first_views::first_view;
use crate::ui::gradual::in_turn;
use crate::ui::header::header;
use crate::ui::later::{later, when_near, within_when_near};
use crate::ui::panel::panel;
use crate::ui::parts::{
    brief_part, compare_part, footer_part, notices_part, register_part, sources_part, view_part,
};
use crate::ui::run::{effect, memo};
use crate::ui::say::{changing, say};

/// Everything once there is a dataset.
pub fn page() -> AnyView {
    let explorer = expect_context::<Explorer>();
    let locale = Locale::expect();
    let title = move || {
        let lang = locale.lang.get();
        explorer.with_data(|data| pick(&data.about.title, lang).to_owned())
    };
    effect(move || device::set_title(&title()));
    let only = explorer.watch(|s| s.view.filter(|_| s.is_embed));
    let skip = el("a").class("skip").attr("href", "#content");
    let has_brief = explorer.watch(|s| !s.brief.is_empty());
    let has_head = memo(move || only.get().is_none() && !has_brief.get());
    let head = changing(move || maybe(has_head.get().then(|| untrack(|| in_turn(header)))));
    all([
        skip.text(say(|s| s.page.skip)).view(),
        head.into_any(),
        content(only, has_brief).view(),
        in_turn(|| within_when_near("waiting", |owner| Box::pin(footer_part(owner)))),
        in_turn(panel),
    ])
}

fn content(only: Memo<Option<ChartKind>>, has_brief: Memo<bool>) -> El {
    el("main")
        .class("page")
        .id("content")
        .attr("tabindex", "-1")
        .child(notices_when_needed())
        .child(changing(move || {
            let only = only.get();
            if has_brief.get() {
                return untrack(|| later(|owner| Box::pin(brief_part(owner))));
            }
            // What the views read while they are built must not build them anew: they follow it by themselves.
            untrack(|| only.map_or_else(every_view, |only| in_turn(move || view(only))))
        }))
}

fn every_view() -> AnyView {
    let filters = in_turn(filter_bar);
    let charts = ChartKind::ALL.map(|kind| in_turn(move || view(kind)));
    let sources = in_turn(|| when_near("sources", |owner| Box::pin(sources_part(owner))));
    let has_register = expect_context::<Explorer>().loaded().has_register();
    let register =
        has_register.then(|| when_near("register", |owner| Box::pin(register_part(owner))));
    all([filters, comparison(), all(charts), maybe(register), sources])
}

/// One view, at once where it comes with the page, else when it is about to be seen.
fn view(kind: ChartKind) -> AnyView {
    if let Some(view) = view_ahead(kind) {
        return view;
    }
    let explorer = expect_context::<Explorer>();
    match explorer.with_data(|data| first_view(kind, data)) {
        Some(view) => chart_frame(view),
        None => when_near(kind.slug(), move |owner| Box::pin(view_part(owner, kind))),
    }
}

/// Two selections side by side, while one is kept.
fn comparison() -> AnyView {
    let explorer = expect_context::<Explorer>();
    let is_comparing = explorer.watch(|s| s.compared.is_some());
    changing(move || match is_comparing.get() {
        true => untrack(|| later(|owner| Box::pin(compare_part(owner)))),
        false => nothing(),
    })
    .into_any()
}

/// Notices are rare; what they are made of comes with the first.
fn notices_when_needed() -> AnyView {
    let explorer = expect_context::<Explorer>();
    let bad = explorer.bad_parts();
    let lacks_words = Locale::expect().is_missing;
    let is_needed = memo(move || {
        bad.with(|bad| !bad.is_empty()) || lacks_words.get() || !explorer.loaded().issues.is_empty()
    });
    changing(move || match is_needed.get() {
        true => untrack(|| later(|owner| Box::pin(notices_part(owner)))),
        false => nothing(),
    })
    .into_any()
}
