//! The views that come when they are about to be seen.

use leptos::prelude::*;

use crate::chart::kind::ChartKind;
use crate::ui::chart_frame::{View, chart_frame};
use crate::ui::picture::picture;

/// The view of this kind in its frame.
pub fn later_view(kind: ChartKind) -> AnyView {
    chart_frame(view(kind))
}

fn view(kind: ChartKind) -> View {
    macro_rules! plain {
        ($($kind:ident: $chart:ident),*) => {
            match kind {
                $(ChartKind::$kind => View {
                    kind,
                    scene: |input, _| crate::chart::$chart::scene(input),
                    body: |scene, _| picture(ChartKind::$kind, scene, None),
                },)*
                _ => View { kind, scene: |_, _| Default::default(), body: |_, _| crate::ui::element::nothing() },
            }
        };
    }
    plain!(Seats: seats, Outcomes: outcomes, Practices: practices, People: people, Assessment: assessment, Projects: projects, World: world_figures)
}
