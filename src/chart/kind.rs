//! The list of charts. Adding one: its file, a variant here with its arms, its strings, one snapshot case.

use crate::chart::arrangement::Offers;
use crate::chart::input::Input;
use crate::chart::scene::Scene;
use crate::chart::{
    assessment, funding, geography, outcomes, participation, people, practices, projects, seats,
    timeline, world_figures,
};
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
    /// Which states sit in which bodies.
    Seats,
    /// The numbered outcomes.
    Outcomes,
    /// What states and organisations do.
    Practices,
    /// Who chaired, reported and spoke.
    People,
    /// What the assessment's survey found.
    Assessment,
    /// Projects, and the platform that shows them.
    Projects,
    /// Numbers of the world around the forum.
    World,
}

impl ChartKind {
    /// All charts, in the order of the page.
    pub const ALL: [Self; 11] = [
        Self::Timeline,
        Self::Participation,
        Self::Geography,
        Self::Seats,
        Self::Funding,
        Self::Outcomes,
        Self::Practices,
        Self::People,
        Self::Assessment,
        Self::Projects,
        Self::World,
    ];

    /// The name in addresses and of elements.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Timeline => "timeline",
            Self::Participation => "participation",
            Self::Geography => "geography",
            Self::Funding => "funding",
            Self::Seats => "seats",
            Self::Outcomes => "outcomes",
            Self::Practices => "practices",
            Self::People => "people",
            Self::Assessment => "assessment",
            Self::Projects => "platform",
            Self::World => "world",
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
            Self::Geography => strings.names.geography,
            Self::Funding => strings.names.funding,
            Self::Seats => strings.names.seats,
            Self::Outcomes => strings.names.outcomes,
            Self::Practices => strings.names.practices,
            Self::People => strings.names.people,
            Self::Assessment => strings.names.assessment,
            Self::Projects => strings.names.projects,
            Self::World => strings.names.world_figures,
        }
    }

    /// How to use the view, keys included.
    pub fn how_to(self, lang: Lang) -> &'static str {
        let strings = lang.strings();
        match self {
            Self::Timeline => strings.timeline.how_to,
            Self::Participation => strings.participation.how_to,
            Self::Geography => lang.later().geography.how_to,
            Self::Funding => lang.later().funding.how_to,
            Self::Seats => lang.later().seats.how_to,
            Self::Outcomes => lang.later().outcomes.how_to,
            Self::Practices => lang.later().practices.how_to,
            Self::People => lang.later().people.how_to,
            Self::Assessment => lang.later().assessment.how_to,
            Self::Projects => lang.later().projects.how_to,
            Self::World => lang.later().world_figures.how_to,
        }
    }

    /// What the view says of filters that cannot act on it; `{facets}` names them.
    pub fn ignored_sentence(self, lang: Lang) -> &'static str {
        let strings = lang.strings();
        match self {
            Self::Timeline | Self::Participation => strings.view.ignored,
            Self::Geography => lang.later().geography.ignored,
            Self::Funding => lang.later().funding.ignored,
            Self::Seats => lang.later().seats.ignored,
            Self::Outcomes => lang.later().outcomes.ignored,
            Self::Practices => lang.later().practices.ignored,
            Self::People => lang.later().people.ignored,
            Self::Assessment => lang.later().assessment.ignored,
            Self::Projects => lang.later().projects.ignored,
            Self::World => lang.later().world_figures.ignored,
        }
    }

    /// What a reader can change in the view beside the filters.
    pub fn offers(self) -> Offers {
        match self {
            Self::Participation => Offers {
                sort: true,
                share: true,
                ..Offers::default()
            },
            Self::Geography => Offers {
                map: true,
                ..Offers::default()
            },
            Self::Seats | Self::Practices => Offers {
                sort: true,
                ..Offers::default()
            },
            // Topics overlap, so there is no whole to take shares of.
            Self::Outcomes => Offers {
                sort: true,
                by_cluster: true,
                ..Offers::default()
            },
            _ => Offers::default(),
        }
    }

    /// The relation whose records the view shows, the one that filters can do least with where there are several.
    pub fn relation(self) -> Relation {
        match self {
            Self::Timeline => Relation::Events,
            Self::Participation => Relation::Figures,
            Self::Geography | Self::Seats => Relation::Memberships,
            Self::Funding => Relation::Flows,
            Self::Outcomes => Relation::Outcomes,
            Self::Practices => Relation::Practices,
            Self::People => Relation::Roles,
            Self::Assessment => Relation::Answers,
            Self::Projects => Relation::Projects,
            Self::World => Relation::WorldFigures,
        }
    }

    /// The facets of the selection that cannot act on some of what the view shows; the view says so. A facet that the view sets by itself
    /// acts on it.
    pub fn ignored(self, input: &Input) -> FacetSet {
        let own = match self {
            Self::Timeline => FacetSet::NONE,
            Self::Participation => participation::OWN,
            Self::Geography => geography::OWN,
            Self::Funding => funding::OWN,
            Self::Seats => seats::OWN,
            Self::Outcomes => outcomes::OWN,
            Self::Practices => practices::OWN,
            Self::People => people::OWN,
            Self::Assessment => assessment::OWN,
            Self::Projects => projects::OWN,
            Self::World => world_figures::OWN,
        };
        input.engine.ignored(self.relation(), own)
    }

    /// The view, placed. `world` is used by the map alone; without it the map keeps its marks and list.
    pub fn scene(self, input: &Input, world: Option<&World>) -> Scene {
        match self {
            Self::Timeline => timeline::scene(input),
            Self::Participation => participation::scene(input),
            Self::Geography => geography::scene(input, world),
            Self::Funding => funding::scene(input),
            Self::Seats => seats::scene(input),
            Self::Outcomes => outcomes::scene(input),
            Self::Practices => practices::scene(input),
            Self::People => people::scene(input),
            Self::Assessment => assessment::scene(input),
            Self::Projects => projects::scene(input),
            Self::World => world_figures::scene(input),
        }
    }
}
