//! Who was at which event: how many people of one state took part in one event in one role, row by row.
//!
//! A register of every delegation has rows by the million, so they are columns of codes and not a [`super::table::Table`] of structs with
//! an id each; see *A million rows* in ARCHITECTURE.md.

use super::citation::Citation;
use super::codes::Codes;
use super::country::Country;
use super::event::Event;
use super::table::Key;

/// The table of attendances, column by column.
///
/// A row has no key: it is named by its number in the package ([`Attendance::number`]). What a row does not state is kept as the code 0;
/// every other code is one more than the place of its value.
#[derive(Clone, Debug, Default)]
pub struct Attendance {
    events: Codes,
    countries: Codes,
    roles: Codes,
    counts: Codes,
    sources: Codes,
    role_names: Vec<String>,
    source_lists: Vec<Vec<Citation>>,
    lost: Vec<u32>,
}

/// One row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Attended<'a> {
    /// The event.
    pub event: Key<Event>,
    /// The state; `None` where it is not stated.
    pub country: Option<Key<Country>>,
    /// The place of the role in [`Attendance::roles`]; `None` where it is not stated.
    pub role: Option<u8>,
    /// The number of people; `None` where it is not stated, which is not zero.
    pub count: Option<u32>,
    /// Every place that states the row.
    pub source: &'a [Citation],
}

impl Attendance {
    /// The most different roles that the table can hold.
    pub const MOST_ROLES: usize = 255;

    /// The greatest number of people that one row can state.
    pub const MOST_PEOPLE: u32 = u32::MAX - 1;

    /// Adds a row. `role` and `source` are places in the two dictionaries, as [`Attendance::add_role`] and [`Attendance::add_source`] give
    /// them; a count above [`Attendance::MOST_PEOPLE`] is taken as not stated.
    pub fn push(
        &mut self,
        event: usize,
        country: Option<usize>,
        role: Option<u8>,
        count: Option<u32>,
        source: u32,
    ) {
        self.events.push(narrow(event));
        self.countries
            .push(country.map_or(0, |at| narrow(at).saturating_add(1)));
        self.roles.push(role.map_or(0, |at| u32::from(at) + 1));
        self.counts
            .push(count.and_then(|n| n.checked_add(1)).unwrap_or(0));
        self.sources.push(source);
    }

    /// Adds a role to the dictionary; gives its place, or `None` where there are [`Attendance::MOST_ROLES`] already.
    pub fn add_role(&mut self, name: &str) -> Option<u8> {
        let at = self.role_names.len();
        if at >= Self::MOST_ROLES {
            return None;
        }
        self.role_names.push(name.to_owned());
        u8::try_from(at).ok()
    }

    /// Adds what the cell of a source cites to the dictionary; gives its place.
    pub fn add_source(&mut self, source: Vec<Citation>) -> u32 {
        self.source_lists.push(source);
        narrow(self.source_lists.len() - 1)
    }

    /// Notes that the next row of the package, this one by its number, was left out.
    pub fn skip(&mut self, number: u32) {
        self.lost.push(number);
    }

    /// Gives room kept for more rows back.
    pub fn shrink(&mut self) {
        for codes in [
            &mut self.events,
            &mut self.countries,
            &mut self.roles,
            &mut self.counts,
            &mut self.sources,
        ] {
            codes.shrink();
        }
    }

    /// The number of rows.
    pub fn len(&self) -> usize {
        self.events.len()
    }

    /// True when the package has no such row.
    pub fn is_empty(&self) -> bool {
        self.events.is_empty()
    }

    /// The row at a place, from 0.
    pub fn row(&self, at: usize) -> Option<Attended<'_>> {
        let source = self.sources.get(at)? as usize;
        Some(Attended {
            event: Key::at(self.events.get(at)? as usize),
            country: place(self.countries.get(at)?).map(|at| Key::at(at as usize)),
            role: place(self.roles.get(at)?).and_then(|at| u8::try_from(at).ok()),
            count: place(self.counts.get(at)?),
            source: self.source_lists.get(source).map_or(&[], Vec::as_slice),
        })
    }

    /// The number under which the package has the row at a place: counted from 1 without the header, rows that were left out too.
    pub fn number(&self, at: usize) -> u32 {
        let at = narrow(at);
        let mut low = 0;
        let mut high = self.lost.len();
        while low < high {
            let middle = low.midpoint(high);
            let kept_before = self
                .lost
                .get(middle)
                .map(|lost| lost.saturating_sub(1).saturating_sub(narrow(middle)));
            if kept_before.is_some_and(|kept| kept <= at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        at.saturating_add(1).saturating_add(narrow(low))
    }

    /// The number of rows that were left out.
    pub fn lost(&self) -> usize {
        self.lost.len()
    }

    /// The slugs of the roles, in the order in which they appear.
    pub fn roles(&self) -> &[String] {
        &self.role_names
    }

    /// The different sources, in the order in which they appear.
    pub fn sources(&self) -> &[Vec<Citation>] {
        &self.source_lists
    }

    /// The place of each row's event in the table of events.
    pub fn event_codes(&self) -> &Codes {
        &self.events
    }

    /// One more than the place of each row's state in the table of countries; 0 where it is not stated.
    pub fn country_codes(&self) -> &Codes {
        &self.countries
    }

    /// One more than the place of each row's role in [`Attendance::roles`]; 0 where it is not stated.
    pub fn role_codes(&self) -> &Codes {
        &self.roles
    }

    /// One more than each row's number of people; 0 where it is not stated.
    pub fn count_codes(&self) -> &Codes {
        &self.counts
    }

    /// The place of each row's source in [`Attendance::sources`].
    pub fn source_codes(&self) -> &Codes {
        &self.sources
    }

    /// The bytes of all rows and of both dictionaries' entries, without room kept for more.
    pub fn size_in_bytes(&self) -> usize {
        let columns = [
            &self.events,
            &self.countries,
            &self.roles,
            &self.counts,
            &self.sources,
        ];
        let columns: usize = columns.into_iter().map(Codes::size_in_bytes).sum();
        let names = self.role_names.iter();
        let names: usize = names.map(|name| size_of::<String>() + name.len()).sum();
        let lists = self.source_lists.iter();
        let lists: usize = lists
            .map(|list| size_of::<Vec<Citation>>() + size_of_val(list.as_slice()))
            .sum();
        columns + names + lists + size_of_val(self.lost.as_slice())
    }
}

/// The place behind a code that is 0 where nothing is stated.
fn place(code: u32) -> Option<u32> {
    code.checked_sub(1)
}

fn narrow(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
