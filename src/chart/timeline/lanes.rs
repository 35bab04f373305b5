//! The lanes of the timeline: which there are, and which an event stands in.

use crate::chart::input::Input;
use crate::chart::scene::{Scene, Shape, Slot};
use crate::chart::timeline::{LANE_PADDING, ROW_HEIGHT};
use crate::format::number::numeral;
use crate::format::text::word;
use crate::geometry::point::Point;
use crate::geometry::rect::Rect;
use crate::language::lang::Lang;
use crate::language::template::fill;
use crate::model::cluster::Cluster;
use crate::model::dataset::Dataset;
use crate::model::event::{Event, EventKind};
use crate::model::table::Key;

/// Where an event stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LaneKind {
    Cluster(Key<Cluster>),
    /// Thematic meetings of no cluster.
    Thematic,
    Preparation,
    CivilSociety,
    Summit,
    Elsewhere,
    /// Parts of meetings, which stand in the table alone.
    Sessions,
}

impl LaneKind {
    /// All lanes of a package, from top to bottom.
    pub(super) fn all(data: &Dataset) -> impl Iterator<Item = Self> + use<> {
        let fixed = [
            Self::Thematic,
            Self::Preparation,
            Self::CivilSociety,
            Self::Summit,
            Self::Elsewhere,
            Self::Sessions,
        ];
        data.clusters.keys().map(Self::Cluster).chain(fixed)
    }

    pub(super) fn name(self, data: &Dataset, lang: Lang) -> String {
        let strings = lang.strings();
        match self {
            Self::Cluster(key) => fill(
                strings.filter.cluster_n,
                &[("number", &numeral(data.clusters.id(key)))],
            ),
            Self::Thematic => strings.timeline.lane_thematic.to_owned(),
            Self::Preparation => strings.timeline.lane_preparation.to_owned(),
            Self::CivilSociety => strings.timeline.lane_civil_society.to_owned(),
            Self::Summit => strings.timeline.lane_summit.to_owned(),
            Self::Elsewhere => strings.timeline.lane_elsewhere.to_owned(),
            Self::Sessions => word(strings.words.kinds, EventKind::Session.slug()),
        }
    }

    /// The colour of what stands there.
    pub(super) fn slot(self) -> Slot {
        match self {
            Self::Cluster(key) => Slot::of_cluster(key.index()),
            Self::Summit => Slot::Ink,
            _ => Slot::Neutral,
        }
    }
}

/// A session is part of its meeting's mark; every other event stands in the lanes of its clusters or in that of its kind.
pub(super) fn lanes_of(event: &Event) -> Vec<LaneKind> {
    match event.kind {
        EventKind::Session => Vec::new(),
        EventKind::Thematic if !event.clusters.is_empty() => event
            .clusters
            .iter()
            .map(|&c| LaneKind::Cluster(c))
            .collect(),
        EventKind::Thematic => vec![LaneKind::Thematic],
        EventKind::External => vec![LaneKind::Elsewhere],
        EventKind::Preparatory | EventKind::Milestone => vec![LaneKind::Preparation],
        EventKind::CivilSociety => vec![LaneKind::CivilSociety],
        EventKind::Summit => vec![LaneKind::Summit],
    }
}

/// The ground of every second lane.
pub(super) fn draw_band(index: usize, area: Rect, scene: &mut Scene) {
    if index.is_multiple_of(2) {
        // Under everything else, the tick lines included.
        scene.shapes.insert(0, Shape::Fill(area, Slot::Band));
    }
}

pub(super) fn draw_lane_name(kind: LaneKind, area: Rect, input: &Input, scene: &mut Scene) {
    let slot = match kind {
        LaneKind::Cluster(_) => kind.slot(),
        _ => Slot::Ink,
    };
    let y = area.top() + LANE_PADDING + ROW_HEIGHT / 2.0;
    let name = kind.name(input.data, input.lang);
    scene.label(Point::new(8.0, y), name, 13.0, slot).bold = true;
}
