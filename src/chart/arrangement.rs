//! How a reader arranged one view: its order, counts or shares, one picture or one for each cluster.

/// The order of what a view lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sort {
    /// As the report has it.
    #[default]
    Report,
    /// The largest first.
    Value,
    /// By name, in the reader's language.
    Name,
}

impl Sort {
    /// All orders.
    pub const ALL: [Self; 3] = [Self::Report, Self::Value, Self::Name];

    /// The form in addresses.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::Value => "value",
            Self::Name => "name",
        }
    }

    /// The order with this slug.
    pub fn parse(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.slug() == slug)
    }
}

/// What a reader can change in one view beside the filters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Arrangement {
    /// The order.
    pub sort: Sort,
    /// Shares of the whole where there is one.
    pub is_share: bool,
    /// A picture for each cluster, all on one scale.
    pub by_cluster: bool,
}

/// Which changes a view offers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Offers {
    /// It can be sorted.
    pub sort: bool,
    /// It can show shares.
    pub share: bool,
    /// It can be divided by cluster.
    pub by_cluster: bool,
}
