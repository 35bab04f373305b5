//! The list of charts. Adding one: its file, a variant here with its arms, its strings, one snapshot case.

use crate::chart::input::Input;
use crate::chart::scene::Scene;
use crate::chart::{funding, geography, participation, timeline};
use crate::filter::facet::FacetSet;
use crate::filter::relation::Relation;
use crate::geometry::outline::World;
use crate::language::lang::Lang;

/// A view with a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ChartKind {
    /// Every dated event.
    Timeline,
    /// Who took part.
    Participation,
    /// Where, and which states.
    Geography,
    /// Who paid.
    Funding,
}

impl ChartKind {
    /// All charts, in the order of the page.
    pub const ALL: [Self; 4] = [
        Self::Timeline,
        Self::Participation,
        Self::Geography,
        Self::Funding,
    ];

    /// The name in addresses and of elements.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Timeline => "timeline",
            Self::Participation => "participation",
            Self::Geography => "geography",
            Self::Funding => "funding",
        }
    }

    /// The chart with this slug.
    pub fn parse(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.slug() == slug)
    }

    /// The view's short name.
    pub fn name(self, lang: Lang) -> &'static str {
        let strings = lang.strings();
        match self {
            Self::Timeline => strings.timeline.name,
            Self::Participation => strings.participation.name,
            Self::Geography => strings.geography.name,
            Self::Funding => strings.funding.name,
        }
    }

    /// How to use the view, keys included.
    pub fn how_to(self, lang: Lang) -> &'static str {
        let strings = lang.strings();
        match self {
            Self::Timeline => strings.timeline.how_to,
            Self::Participation => strings.participation.how_to,
            Self::Geography => strings.geography.how_to,
            Self::Funding => strings.funding.how_to,
        }
    }

    /// What the view says of filters that cannot act on it; `{facets}` names them.
    pub fn ignored_sentence(self, lang: Lang) -> &'static str {
        let strings = lang.strings();
        match self {
            Self::Timeline | Self::Participation => strings.view.ignored,
            Self::Geography => strings.geography.ignored,
            Self::Funding => strings.funding.ignored,
        }
    }

    /// The facets of the selection that cannot act on some of what the view shows; the view says so.
    pub fn ignored(self, input: &Input) -> FacetSet {
        match self {
            Self::Timeline => FacetSet::NONE,
            Self::Participation => input.engine.ignored(Relation::Figures, participation::OWN),
            Self::Geography => input.engine.ignored(Relation::Memberships, geography::OWN),
            Self::Funding => input.engine.ignored(Relation::Flows, funding::OWN),
        }
    }

    /// The view, placed. `world` is used by the map alone; without it the map keeps its marks and list.
    pub fn scene(self, input: &Input, world: Option<&World>) -> Scene {
        match self {
            Self::Timeline => timeline::scene(input),
            Self::Participation => participation::scene(input),
            Self::Geography => geography::scene(input, world),
            Self::Funding => funding::scene(input),
        }
    }
}
