//! Money and other support: who paid for what.

use super::citation::Source;
use super::country::Country;
use super::event::Event;
use super::formula::Formula;
use super::table::Key;
use super::text::Text;

/// What sort of flow it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FlowKind {
    /// A budget: what was needed.
    Budget,
    /// Money given towards a budget.
    Contribution,
    /// What contributions left open.
    Gap,
    /// Costs that somebody bore.
    CostCover,
    /// Support of a project.
    Project,
}

impl FlowKind {
    /// All kinds.
    pub const ALL: [Self; 5] = [
        Self::Budget,
        Self::Contribution,
        Self::Gap,
        Self::CostCover,
        Self::Project,
    ];

    /// The package's slug.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Budget => "budget",
            Self::Contribution => "contribution",
            Self::Gap => "gap",
            Self::CostCover => "cost-cover",
            Self::Project => "project",
        }
    }

    /// The kind with this slug.
    pub fn parse(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.slug() == slug)
    }
}

/// How support was given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SupportForm {
    /// Money.
    Cash,
    /// Goods or services.
    InKind,
    /// Money and goods or services.
    Both,
    /// The report does not say.
    #[default]
    Unstated,
}

impl SupportForm {
    /// The package's slug.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Cash => "cash",
            Self::InKind => "in-kind",
            Self::Both => "both",
            Self::Unstated => "unstated",
        }
    }

    /// Reads the package's slug; an empty cell means unstated.
    pub fn parse(slug: &str) -> Option<Self> {
        match slug {
            "cash" => Some(Self::Cash),
            "in-kind" => Some(Self::InKind),
            "both" => Some(Self::Both),
            "" | "unstated" => Some(Self::Unstated),
            _ => None,
        }
    }
}

/// One statement of who paid whom, or for what.
#[derive(Clone, Debug)]
pub struct Flow {
    /// Its sort.
    pub kind: FlowKind,
    /// Who gave.
    pub from: Text,
    /// The states that gave, where named.
    pub from_countries: Vec<Key<Country>>,
    /// Who or what received.
    pub to: Text,
    /// The states that received, where named.
    pub to_countries: Vec<Key<Country>>,
    /// How much, in whole units of the currency; `None` where the report gives no amount.
    pub amount: Option<f64>,
    /// ISO 4217 code, empty without an amount.
    pub currency: String,
    /// In what form.
    pub form: SupportForm,
    /// The events it was for.
    pub events: Vec<Key<Event>>,
    /// True where the report calls the figure preliminary.
    pub preliminary: bool,
    /// How a computed amount follows from others.
    pub derived: Option<Formula>,
    /// Where the report states it, or its inputs.
    pub source: Source,
}
