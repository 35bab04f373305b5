//! The views that come with the page.

use std::sync::Arc;

use leptos::prelude::*;

use crate::chart::kind::ChartKind;
use crate::chart::scene::Scene;
use crate::chart::timeline::{self, LIST_BELOW_PX};
use crate::model::dataset::Dataset;
use crate::ui::chart_frame::View;
use crate::ui::element::{all, el};
use crate::ui::picture::picture;
use crate::ui::run::memo;
use crate::ui::say::changing;
use crate::ui::timeline_tools::{Line, event, timeline_list, timeline_tools};

/// The view of this kind, if it comes with the page. What counts many events comes later.
pub fn first_view(kind: ChartKind, data: &Dataset) -> Option<View> {
    let is_many = data.events.len() > timeline::SINGLE_MOST;
    if kind == ChartKind::Timeline && is_many {
        return None;
    }
    FIRST.into_iter().find(|view| view.kind == kind)
}

const FIRST: [View; 1] = [View {
    kind: ChartKind::Timeline,
    ignored: |lang| lang.strings().view.ignored,
    scene: |input, _| timeline::scene_of_few(input),
    body: |scene, width| timeline_body(scene, width, |_| event),
}];

/// The timeline with its tools, or its list of such lines where there is no room for it.
pub fn timeline_body(
    scene: Memo<Arc<Scene>>,
    width: RwSignal<f64>,
    line: fn(bool) -> Line,
) -> AnyView {
    let is_narrow = memo(move || width.get() < LIST_BELOW_PX);
    let drawn = changing(move || match is_narrow.get() {
        true => untrack(|| timeline_list(scene, line)),
        false => untrack(|| picture(ChartKind::Timeline, scene, None)),
    });
    all([timeline_tools(scene, width), el("div").child(drawn).view()])
}
