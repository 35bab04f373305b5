//! The large table: which country was at which event, in which role, with how many people. Drawn event by event and written at once, so
//! that a hundred million rows take no more memory than a hundred.

use std::io::{self, Write};

use forum_explorer::model::event::EventKind;

use crate::plan::{Event, YEAR_COUNT, month_paras};
use crate::random::{Random, Weights};

/// The columns.
pub const COLUMNS: [&str; 5] = ["event", "country", "role", "count", "source"];

/// The roles, how often each is, and how many people such a row counts: each of the numbers is as likely as the others.
pub const ROLES: [Role; 6] = [
    Role::new(
        "delegate",
        60,
        &[1, 1, 1, 2, 2, 2, 3, 3, 4, 4, 5, 6, 8, 12, 20],
    ),
    Role::new("observer", 15, &[1, 1, 1, 2, 2, 3, 5]),
    Role::new("speaker", 10, &[1, 1, 1, 1, 2]),
    Role::new("press", 7, &[1, 1, 2, 3]),
    Role::new("organiser", 5, &[1, 2, 2, 3, 4]),
    Role::new("chair", 3, &[1]),
];

/// What people did at an event.
pub struct Role {
    /// The slug.
    pub slug: &'static str,
    weight: usize,
    sizes: &'static [u64],
}

impl Role {
    const fn new(slug: &'static str, weight: usize, sizes: &'static [u64]) -> Self {
        Self {
            slug,
            weight,
            sizes,
        }
    }
}

/// What the stated counts add up to, by year and role; none where no count is stated.
pub type Sums = [[Option<u64>; ROLES.len()]; YEAR_COUNT];

/// How many rows a kind of event has beside another. A milestone is a step without a meeting: nobody took part in it.
fn size(kind: EventKind) -> usize {
    match kind {
        EventKind::Summit => 40,
        EventKind::Thematic => 8,
        EventKind::Session | EventKind::CivilSociety => 6,
        EventKind::External => 4,
        EventKind::Preparatory => 3,
        EventKind::Milestone => 0,
    }
}

/// Writes exactly so many rows, header first. No two rows of an event are of the same country and role, unless it has more rows than there
/// are pairs of them. `codes` are the countries' codes.
///
/// # Errors
/// What the system says against writing.
pub fn write(
    out: &mut impl Write,
    rows: usize,
    events: &[Event],
    codes: &[&str],
    random: &mut Random,
) -> io::Result<Sums> {
    let sizes = events
        .iter()
        .map(|event| size(event.kind) * (1 + random.below(4)));
    let shares = Weights::new(sizes).share_out(rows);
    let mut pairs = Pairs::new(codes.len(), random);
    let mut sums = Sums::default();
    writeln!(out, "{}", COLUMNS.join(","))?;
    for (at, (event, share)) in events.iter().zip(shares).enumerate() {
        for pair in pairs.draw(share, &event.hosts, random) {
            let (country, role) = (pair / ROLES.len(), pair % ROLES.len());
            let Some(role_drawn) = ROLES.get(role) else {
                continue;
            };
            let code = codes.get(country).copied().unwrap_or_default();
            write!(out, "e{},{code},{},", at + 1, role_drawn.slug)?;
            if let Some(count) = count(role_drawn, event.hosts.contains(&country), random) {
                write!(out, "{count}")?;
                if let Some(sum) = sums.get_mut(event.year).and_then(|year| year.get_mut(role)) {
                    *sum = Some(sum.unwrap_or_default() + count);
                }
            }
            writeln!(out, ",{}", source(event, random))?;
        }
    }
    Ok(sums)
}

/// How many people; hosts send more. Not stated now and then.
fn count(role: &Role, is_host: bool, random: &mut Random) -> Option<u64> {
    let size = random.one_of(role.sizes)?;
    let times = if is_host { 3 } else { 1 };
    (!random.percent(3)).then_some(size * times)
}

/// The event's own paragraph, at times with a later one of the same year.
fn source(event: &Event, random: &mut Random) -> String {
    let last = month_paras(event.year).1;
    match random.percent(15) && event.para < last {
        true => format!(
            "{};{}",
            event.para,
            event.para + 1 + random.below(last - event.para)
        ),
        false => event.para.to_string(),
    }
}

/// Pairs of a country and a role. The country after the last one stands for none stated.
struct Pairs {
    countries: Weights,
    roles: Weights,
    not_stated: usize,
    taken: Vec<bool>,
}

impl Pairs {
    fn new(countries: usize, random: &mut Random) -> Self {
        Self {
            countries: Weights::uneven(countries, random),
            roles: Weights::new(ROLES.map(|role| role.weight)),
            not_stated: countries,
            taken: vec![false; (countries + 1) * ROLES.len()],
        }
    }

    /// So many different pairs, in their order; where there are not so many, each as many times as it takes.
    fn draw(&mut self, count: usize, hosts: &[usize], random: &mut Random) -> Vec<usize> {
        let mut drawn = Vec::with_capacity(count);
        for nth in 0..count {
            if nth % self.taken.len() == 0 {
                self.taken.fill(false);
            }
            let mut pair = self.country(hosts, random) * ROLES.len() + self.roles.draw(random);
            while self.taken.get(pair) == Some(&true) {
                pair = (pair + 1) % self.taken.len();
            }
            if let Some(taken) = self.taken.get_mut(pair) {
                *taken = true;
            }
            drawn.push(pair);
        }
        drawn.sort_unstable();
        drawn
    }

    fn country(&self, hosts: &[usize], random: &mut Random) -> usize {
        match (random.below(100), random.one_of(hosts)) {
            (0..2, _) => self.not_stated,
            (2..8, Some(host)) => host,
            _ => self.countries.draw(random),
        }
    }
}
