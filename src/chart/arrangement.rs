//! How a reader arranged one view: its order, counts or shares, one picture or one for each cluster.

use crate::model::body::Body;
use crate::model::table::Key;

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
    /// The part of the map that is drawn.
    pub window: MapWindow,
    /// Which parts in the forum the map shows.
    pub layer: Layer,
}

/// A part of the map: how often the whole map is halved, and what lies in the middle, in hundredths of a degree.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct MapWindow {
    /// 0 is the whole map, each level shows half as much in either direction.
    pub level: u8,
    /// The longitude in the middle.
    pub lon_centi: i32,
    /// The latitude in the middle.
    pub lat_centi: i32,
}

impl MapWindow {
    /// The deepest level.
    pub const DEEPEST: u8 = 4;

    /// How much larger than the whole map everything is drawn.
    pub fn factor(self) -> f64 {
        f64::from(1_u32 << self.level.min(Self::DEEPEST))
    }

    /// The longitude and latitude in the middle, in degrees.
    pub fn center(self) -> (f64, f64) {
        (
            f64::from(self.lon_centi) / 100.0,
            f64::from(self.lat_centi) / 100.0,
        )
    }

    /// A part of the map around a place in degrees. The whole map has no middle of its own, so that it has one form in addresses.
    pub fn around(level: u8, lon_deg: f64, lat_deg: f64) -> Self {
        let centi = |degrees: f64, most: f64| (degrees.clamp(-most, most) * 100.0).round() as i32;
        match level.min(Self::DEEPEST) {
            0 => Self::default(),
            level => Self {
                level,
                lon_centi: centi(lon_deg, 180.0),
                lat_centi: centi(lat_deg, 90.0),
            },
        }
    }

    /// `2~8.50~46.90`, as an address has it.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('~');
        let level: u8 = parts.next()?.parse().ok()?;
        let mut centi = |most: i32| centi_degrees(parts.next()?).filter(|c| c.abs() <= most);
        let (lon_centi, lat_centi) = (centi(18_000)?, centi(9_000)?);
        let is_whole = parts.next().is_none() && (1..=Self::DEEPEST).contains(&level);
        is_whole.then_some(Self {
            level,
            lon_centi,
            lat_centi,
        })
    }

    /// The form that [`Self::parse`] reads.
    pub fn slug(self) -> String {
        let (lon, lat) = self.center();
        format!("{}~{lon:.2}~{lat:.2}", self.level)
    }
}

/// Hundredths of a degree from degrees with at most two decimals. The standard library's reading of any number that there is would
/// bring ten kilobytes of powers of five into the page.
fn centi_degrees(text: &str) -> Option<i32> {
    let (sign, size) = text.strip_prefix('-').map_or((1, text), |size| (-1, size));
    let (whole, decimals) = size.split_once('.').unwrap_or((size, "0"));
    let is_digits = |t: &str| (1..=3).contains(&t.len()) && t.bytes().all(|b| b.is_ascii_digit());
    if !is_digits(whole) || !is_digits(decimals) || decimals.len() > 2 {
        return None;
    }
    let tens = if decimals.len() == 1 { 10 } else { 1 };
    let (whole, decimals): (i32, i32) = (whole.parse().ok()?, decimals.parse().ok()?);
    Some(sign * (whole * 100 + decimals * tens))
}

/// Which parts in the forum a map shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Layer {
    /// Hosting and every seat.
    #[default]
    All,
    /// Hosting alone.
    Hosts,
    /// Seats in one body.
    Body(Key<Body>),
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
    /// It is a map, of which a part can be drawn larger, and one layer alone.
    pub map: bool,
}
