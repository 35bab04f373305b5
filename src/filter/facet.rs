//! What a reader can filter by.

/// One thing to filter by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// The forum's thematic cluster.
    Cluster,
    /// The kind of event.
    Kind,
    /// A single event.
    Event,
    /// The region of a state.
    Region,
    /// A state.
    Country,
    /// A period of days.
    Time,
    /// A topic of outcomes and practices.
    Topic,
}

impl Facet {
    /// All facets, in the order of the filter bar.
    pub const ALL: [Self; 7] = [
        Self::Cluster,
        Self::Kind,
        Self::Event,
        Self::Region,
        Self::Country,
        Self::Time,
        Self::Topic,
    ];

    /// The facet's slug, in addresses and in the vocabulary of facets.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Cluster => "cluster",
            Self::Kind => "kind",
            Self::Event => "event",
            Self::Region => "region",
            Self::Country => "country",
            Self::Time => "time",
            Self::Topic => "topic",
        }
    }

    const fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// A set of facets, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct FacetSet(u8);

impl FacetSet {
    /// No facet.
    pub const NONE: Self = Self(0);
    /// Every facet.
    pub const ALL: Self = Self(0b111_1111);

    /// The set of these facets.
    pub fn of(facets: &[Facet]) -> Self {
        facets.iter().fold(Self::NONE, |set, &f| set.with(f))
    }

    /// This set and one facet more.
    pub const fn with(self, facet: Facet) -> Self {
        Self(self.0 | facet.bit())
    }

    /// This set without one facet.
    pub fn without(self, facet: Facet) -> Self {
        Self(self.0 & !facet.bit())
    }

    /// True when the facet is in the set.
    pub fn has(self, facet: Facet) -> bool {
        self.0 & facet.bit() != 0
    }

    /// The facets of both sets that are not in `other`.
    pub fn minus(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// The facets that are in both sets.
    pub fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// True when no facet is in the set.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The facets in the order of [`Facet::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Facet> {
        Facet::ALL.into_iter().filter(move |&f| self.has(f))
    }
}
