//! What is invented before anything is written: places, and events over twelve years. Everything that stands in many thousand rows is
//! drawn while it is written.

use forum_explorer::model::event::EventKind;
use forum_explorer::model::span::Date;

use crate::random::{Random, Weights};
use crate::shipped::Shipped;

/// The first year of the register.
pub const FIRST_YEAR: i32 = 2013;

/// How many events a year has beside another, year by year: they become more, but for two thin years.
const YEARS: [usize; 12] = [4, 5, 7, 8, 9, 10, 4, 6, 9, 11, 13, 14];

/// How many years the register covers.
pub const YEAR_COUNT: usize = YEARS.len();

/// How many events a month has beside another.
const MONTHS: [usize; 12] = [4, 8, 10, 9, 11, 10, 6, 3, 11, 12, 9, 3];

/// How many clusters there are, and how often each is served beside the others.
pub const CLUSTERS: [usize; 8] = [20, 17, 14, 12, 9, 6, 4, 2];

/// How many places there are.
const PLACE_COUNT: usize = 300;

/// Paragraphs of a month.
const MONTH_PARAS: usize = 2;

/// The kinds of events that are drawn, and how often each is. A summit is each year's one.
const KINDS: [(EventKind, usize); 6] = [
    (EventKind::Thematic, 44),
    (EventKind::Preparatory, 24),
    (EventKind::Session, 14),
    (EventKind::CivilSociety, 10),
    (EventKind::External, 6),
    (EventKind::Milestone, 2),
];

/// A place of the register.
pub struct Place {
    /// The country it lies in, by its place in the list.
    pub country: usize,
    /// Degrees north and east, in hundredths.
    pub hundredths: (i32, i32),
    /// False where only the country is known.
    pub is_city: bool,
}

/// An event of the register. Its place in the list, from 1, is its number.
pub struct Event {
    /// What sort of event it is.
    pub kind: EventKind,
    /// The year, from 0.
    pub year: usize,
    /// The first day as the package states it, and the last.
    pub days: (Date, Date),
    /// The slug of the precision.
    pub precision: &'static str,
    /// The place, by its place in the list.
    pub place: Option<usize>,
    /// The hosts, by their places in the list of countries.
    pub hosts: Vec<usize>,
    /// The clusters, from 1.
    pub clusters: Vec<usize>,
    /// The number of the session that its results went to.
    pub feeds: Option<usize>,
    /// The number of the summit that a session is a part of.
    pub parent: Option<usize>,
    /// The paragraph that states it.
    pub para: usize,
}

/// The paragraph about a whole year.
pub fn year_para(year: usize) -> usize {
    year + 1
}

/// The first and the last paragraph about the months of a year.
pub fn month_paras(year: usize) -> (usize, usize) {
    let first = YEAR_COUNT + year * MONTHS.len() * MONTH_PARAS + 1;
    (first, first + MONTHS.len() * MONTH_PARAS - 1)
}

/// The year that a month's paragraph is about, the month from 1, and which of the month's paragraphs it is, from 0.
pub fn month_of(para: usize) -> Option<(usize, usize, usize)> {
    let at = para.checked_sub(YEAR_COUNT + 1)?;
    let (month, part) = (at / MONTH_PARAS, at % MONTH_PARAS);
    Some((month / MONTHS.len(), month % MONTHS.len() + 1, part))
}

/// How many events belong to so many rows: 20 000 of a million, and never less than one a year.
pub fn event_count(rows: usize) -> usize {
    (rows / 50).clamp(YEAR_COUNT, 20_000)
}

/// A place for every country, and more where more happens.
pub fn places(shipped: &Shipped, random: &mut Random) -> Vec<Place> {
    let count = shipped.countries.len();
    let busy = Weights::uneven(count, random);
    let mut places: Vec<Place> = (0..count)
        .map(|country| Place {
            country,
            hundredths: middle(shipped, country),
            is_city: random.percent(85),
        })
        .collect();
    while places.len() < PLACE_COUNT.max(count) {
        let country = busy.draw(random);
        places.push(Place {
            country,
            hundredths: elsewhere(shipped, country, random),
            is_city: true,
        });
    }
    places
}

/// The point at which the map writes a country's name.
fn middle(shipped: &Shipped, country: usize) -> (i32, i32) {
    let iso3 = shipped.countries.get(country).map(|c| c.iso3.as_str());
    let outline = iso3.and_then(|iso3| shipped.world.country(iso3));
    let (lon, lat) = outline.map_or((0.0, 0.0), |outline| outline.label);
    let east = if lon > 180.0 { lon - 360.0 } else { lon };
    (hundredths(lat), hundredths(east))
}

/// Another point of the country, some way from its middle; the middle itself where a few attempts all fall outside.
fn elsewhere(shipped: &Shipped, country: usize, random: &mut Random) -> (i32, i32) {
    let (north, east) = middle(shipped, country);
    let iso3 = shipped.countries.get(country).map(|c| c.iso3.as_str());
    let outline = iso3.and_then(|iso3| shipped.world.country(iso3));
    for _ in 0..12 {
        let (lat, lon) = (
            north + random.between(-400, 400),
            east + random.between(-400, 400),
        );
        let is_inside = outline.is_some_and(|outline| {
            outline.contains(f64::from(lon) / 100.0, f64::from(lat) / 100.0)
        });
        if is_inside && (-18_000..=18_000).contains(&lon) {
            return (lat, lon);
        }
    }
    (north, east)
}

fn hundredths(degrees: f64) -> i32 {
    (degrees * 100.0).round() as i32
}

/// The events in the order of their first days.
pub fn events(count: usize, places: &[Place], random: &mut Random) -> Vec<Event> {
    let draws = Draws {
        kinds: Weights::new(KINDS.map(|(_, weight)| weight)),
        months: Weights::new(MONTHS),
        places: Weights::uneven(places.len(), random),
        clusters: Weights::new(CLUSTERS),
    };
    let more = Weights::new(YEARS).share_out(count.saturating_sub(YEAR_COUNT));
    let mut events = Vec::with_capacity(count);
    for (year, more) in more.into_iter().enumerate() {
        // A year of few events has no summit, but the last one has: somebody took part in something.
        let has_summit = more >= 4 || year + 1 == YEAR_COUNT;
        let summit = has_summit.then(|| draws.summit(year, places, random));
        let others = more + usize::from(summit.is_none());
        let mut of_year: Vec<Event> = (0..others)
            .map(|_| draws.event(year, summit.as_ref(), places, random))
            .collect();
        of_year.extend(summit);
        // Sorting that keeps the order of equals, so that the same draws give the same numbers; a summit before its sessions.
        of_year.sort_by_key(|event| (event.days.0, event.kind != EventKind::Summit));
        link(&mut of_year, events.len(), random);
        events.append(&mut of_year);
    }
    events
}

/// Sessions know their summit, and some meetings the session that their results went to. `before` is how many events earlier years have.
fn link(of_year: &mut [Event], before: usize, random: &mut Random) {
    let numbers = |kind: EventKind, events: &[Event]| {
        let of_kind = events.iter().enumerate().filter(|(_, e)| e.kind == kind);
        of_kind
            .map(|(at, _)| before + at + 1)
            .collect::<Vec<usize>>()
    };
    let summit = numbers(EventKind::Summit, of_year).first().copied();
    let sessions = numbers(EventKind::Session, of_year);
    for event in of_year {
        match event.kind {
            EventKind::Session => event.parent = summit,
            EventKind::Thematic if random.percent(30) => event.feeds = random.one_of(&sessions),
            _ => {}
        }
    }
}

/// What events are drawn from.
struct Draws {
    kinds: Weights,
    months: Weights,
    places: Weights,
    clusters: Weights,
}

impl Draws {
    /// The meeting of the whole forum, late in the year.
    fn summit(&self, year: usize, places: &[Place], random: &mut Random) -> Event {
        let start = day(year, 11, random.between(4, 24));
        let place = self.places.draw(random);
        Event {
            kind: EventKind::Summit,
            year,
            days: (start, later(start, 2)),
            precision: "day",
            place: Some(place),
            hosts: places.get(place).map(|p| p.country).into_iter().collect(),
            clusters: Vec::new(),
            feeds: None,
            parent: None,
            para: para(year, 11, random),
        }
    }

    fn event(
        &self,
        year: usize,
        summit: Option<&Event>,
        places: &[Place],
        random: &mut Random,
    ) -> Event {
        let drawn = KINDS.get(self.kinds.draw(random)).map(|&(kind, _)| kind);
        match (drawn.unwrap_or(EventKind::Thematic), summit) {
            (EventKind::Session, Some(summit)) => self.session(summit, random),
            (EventKind::Session, None) => self.meeting(EventKind::Thematic, year, places, random),
            (kind, _) => self.meeting(kind, year, places, random),
        }
    }

    /// A part of a summit, on one of its days.
    fn session(&self, summit: &Event, random: &mut Random) -> Event {
        let start = later(summit.days.0, random.between(0, 2));
        Event {
            kind: EventKind::Session,
            days: (start, start),
            precision: "day",
            hosts: summit.hosts.clone(),
            clusters: self.some_clusters(95, random),
            para: para(summit.year, 11, random),
            ..*summit
        }
    }

    fn meeting(
        &self,
        kind: EventKind,
        year: usize,
        places: &[Place],
        random: &mut Random,
    ) -> Event {
        let month = self.months.draw(random) + 1;
        let is_loose = matches!(
            kind,
            EventKind::Preparatory | EventKind::External | EventKind::Milestone
        );
        let (start, precision) = match random.below(100) {
            0..4 if is_loose => (day(year, 1, 1), "year"),
            4..20 if is_loose => (day(year, month, 1), "month"),
            _ => (day(year, month, random.between(1, 28)), "day"),
        };
        let days = match kind {
            _ if precision != "day" => 0,
            EventKind::Thematic | EventKind::External => random.between(0, 3),
            EventKind::Milestone => 0,
            _ => random.between(0, 1),
        };
        let place = random.percent(88).then(|| self.places.draw(random));
        Event {
            kind,
            year,
            days: (start, later(start, days)),
            precision,
            place,
            hosts: self.hosts(place, places, random),
            clusters: match kind {
                EventKind::Thematic => self.some_clusters(95, random),
                _ => self.some_clusters(45, random),
            },
            feeds: None,
            parent: None,
            para: para(year, month, random),
        }
    }

    /// Mostly the country of the place; at times another one beside it, at times nobody.
    fn hosts(&self, place: Option<usize>, places: &[Place], random: &mut Random) -> Vec<usize> {
        let country = |place: usize| places.get(place).map(|place| place.country);
        let mut hosts: Vec<usize> = place.and_then(country).into_iter().collect();
        match random.below(100) {
            0..15 => hosts.clear(),
            15..22 => hosts.extend(country(self.places.draw(random))),
            _ => {}
        }
        hosts.dedup();
        hosts
    }

    /// At times none, mostly one, seldom two, in their order.
    fn some_clusters(&self, percent: usize, random: &mut Random) -> Vec<usize> {
        let count = usize::from(random.percent(percent)) * (1 + usize::from(random.percent(20)));
        let mut drawn: Vec<usize> = (0..count).map(|_| self.clusters.draw(random) + 1).collect();
        drawn.sort_unstable();
        drawn.dedup();
        drawn
    }
}

/// One of the paragraphs about a month.
fn para(year: usize, month: usize, random: &mut Random) -> usize {
    month_paras(year).0 + (month - 1) * MONTH_PARAS + random.below(MONTH_PARAS)
}

/// A day of a year, counted from 0; days up to the 28th every month has.
fn day(year: usize, month: usize, day: i32) -> Date {
    let year = FIRST_YEAR + i32::try_from(year).unwrap_or_default();
    let date = forum_explorer::model::span::parse_date(&format!("{year}-{month:02}-{day:02}"));
    date.unwrap_or(Date::MIN)
}

fn later(day: Date, days: i32) -> Date {
    Date::from_julian_day(day.to_julian_day() + days).unwrap_or(day)
}
