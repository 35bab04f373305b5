//! Exact cross-filtering over a register of a million rows.
//!
//! Filters never look at a row. They are tested on the events, states and roles that rows refer to, a bit a facet for each, as in
//! [`super::engine::Engine`]. What rows add up to is kept per event, per state and per role, each over the rows that the *other two* let
//! through; the sums of a view follow from those of its own side, so that a view skips the facet that it sets itself. One pass over the
//! rows makes these sums. While a view is touched, a tile takes the place of the pass (`filter::tile`).

use super::facet::{Facet, FacetSet};
use super::selection::Selection;
use super::star::{Arranging, Lets, Star, Test, add_rows, choose, has, mark, sum_rows};
use super::sum::Sum;
use super::tile::{Times, Values};
use super::view::{Bins, Resolution, Side, View};
use crate::model::attendance::Attendance;
use crate::model::codes::Codes;
use crate::model::dataset::Dataset;

/// The facets by which the rows of the register are told apart.
pub const FACETS: FacetSet = FacetSet::NONE
    .with(Facet::Cluster)
    .with(Facet::Kind)
    .with(Facet::Event)
    .with(Facet::Region)
    .with(Facet::Country)
    .with(Facet::Time);

/// The most sums that a tile keeps for one side; a larger one would cost more than the pass that it saves.
const MOST_SUMS: usize = 1 << 20;

/// Counts the rows of [`Dataset::attendance`] for every view under a selection.
///
/// A row counts in the time of its event's first day, and is in a period when any of its event's days is. Its state is its own, wherever
/// the event was. Roles are no facet of the selection: who shows them chooses them with [`Crossfilter::select_roles`].
///
/// Costs, for `n` rows: building and a change of a filter O(n); a change of the touched view's own filter O(events + states), whatever `n`
/// is. Two views are not tiled and cost a pass at each step: single events, and states as against events where they are many.
#[derive(Clone, Debug)]
pub struct Crossfilter {
    star: Star,
    bins: Bins,
    bin_of: Vec<u32>,
    selection: Selection,
    roles: Vec<bool>,
    active: Option<View>,
    events_out: Vec<FacetSet>,
    countries_out: Vec<FacetSet>,
    tile: Option<Tile>,
    /// For each [`Side`] the sums per event, per code of a state or per code of a role; `None` where they are out of date.
    sums: [Option<Vec<Sum>>; 3],
    /// For each [`View`] its counts; `None` where they are out of date.
    counts: [Option<Vec<Sum>>; 7],
    passes: u64,
}

/// The sums of the sides that the touched view is not on, for all that it can be set to.
#[derive(Clone, Debug)]
enum Tile {
    Times(Box<Times>),
    /// The classes of values that are chosen together, and the sums by side.
    Values(Classes, [Option<Values>; 3]),
}

/// Which class an event, a state or a role belongs to, by its code.
#[derive(Clone, Debug, Default)]
struct Classes {
    class_of: Vec<usize>,
    count: usize,
}

/// A crossfilter that is being made in steps, for who has other things to do in between. A step takes a pass over the rows at most.
#[derive(Clone, Debug)]
pub struct Gathering(Arranging);

impl Gathering {
    /// Begins to make one over a register.
    pub fn of(data: &Dataset, table: &Attendance) -> Self {
        Self(Arranging::new(data, table))
    }

    /// Does the next step, always with the same register; false when all are done.
    pub fn step(&mut self, table: &Attendance) -> bool {
        self.0.step(table)
    }

    /// The crossfilter, once no step is left. One that is asked for sooner lacks rows.
    pub fn finish(self) -> Crossfilter {
        Crossfilter::around(self.0.finish())
    }
}

impl Crossfilter {
    /// A crossfilter over a dataset's register, with nothing selected and bins of a month. It copies what it needs.
    pub fn new(data: &Dataset) -> Self {
        Self::over(data, &data.attendance)
    }

    /// The same over a register that came later than the events and states in `data` to which it refers.
    pub fn over(data: &Dataset, table: &Attendance) -> Self {
        let mut gathering = Gathering::of(data, table);
        while gathering.step(table) {}
        gathering.finish()
    }

    fn around(star: Star) -> Self {
        let mut all = Self {
            events_out: vec![FacetSet::NONE; star.len()],
            countries_out: vec![FacetSet::NONE; star.regions.len()],
            star,
            bins: Bins::default(),
            bin_of: Vec::new(),
            selection: Selection::default(),
            roles: Vec::new(),
            active: None,
            tile: None,
            sums: [const { None }; 3],
            counts: [const { None }; 7],
            passes: 0,
        };
        all.divide_time(Resolution::default());
        all
    }

    /// Takes a selection over. Facets whose clauses did not change cost nothing; the topic, by which rows are not divided, never does.
    pub fn select(&mut self, selection: &Selection) {
        for facet in FACETS.iter() {
            if selection.of_facet(facet).eq(self.selection.of_facet(facet)) {
                continue;
            }
            let test = Test::of(facet, selection);
            let star = &self.star;
            match View::of(facet).map(View::side) {
                Some(Side::Events) => {
                    mark(&mut self.events_out, facet, |e| star.test_event(e, &test));
                }
                _ => mark(&mut self.countries_out, facet, |c| {
                    star.test_country(c, &test)
                }),
            }
            if let Some(view) = View::of(facet) {
                self.changed(view);
            }
        }
        self.selection = selection.clone();
    }

    /// Lets through only rows of these roles, by their places in [`Attendance::roles`]; of all roles where there are none.
    pub fn select_roles(&mut self, roles: &[u8]) {
        let mut chosen = Vec::new();
        for role in roles {
            choose(&mut chosen, usize::from(*role) + 1);
        }
        if chosen != self.roles {
            self.roles = chosen;
            self.changed(View::Role);
        }
    }

    /// The selection in force.
    pub fn selection(&self) -> &Selection {
        &self.selection
    }

    /// Says which view is being touched, such as a brush that is pressed: one pass then adds up everything that its steps will ask for.
    /// `None` when it is let go.
    pub fn activate(&mut self, view: Option<View>) {
        if self.active != view {
            self.active = view;
            self.tile = None;
        }
        if view.is_some() && self.tile.is_none() {
            self.tile = self.new_tile();
        }
    }

    /// The view that is being touched.
    pub fn active(&self) -> Option<View> {
        self.active
    }

    /// Divides time into bins of a day, month or year.
    pub fn divide_time(&mut self, resolution: Resolution) {
        let days = self.star.spans.iter().map(|(start, _)| *start);
        self.bins = Bins::over(days.clone(), resolution);
        let bins = &self.bins;
        self.bin_of = days
            .map(|day| super::star::narrow(bins.bin_of(day)))
            .collect();
        if let Some(counts) = self.counts.get_mut(View::Time as usize) {
            *counts = None;
        }
    }

    /// The bins of time.
    pub fn bins(&self) -> &Bins {
        &self.bins
    }

    /// What a view counts: a sum for each of its values in the order of their dictionary (bins, `EventKind as usize`, the tables' rows,
    /// `Region as usize`, the roles), and a last one of the rows that have none.
    ///
    /// The rows of several clusters count in each of them.
    pub fn counts(&mut self, view: View) -> &[Sum] {
        if self.counts.get(view as usize).is_none_or(Option::is_none) {
            self.bring(view.side());
            let fresh = self.derive(view);
            if let Some(counts) = self.counts.get_mut(view as usize) {
                *counts = Some(fresh);
            }
        }
        let counts = self.counts.get(view as usize).and_then(Option::as_ref);
        counts.map_or(&[], Vec::as_slice)
    }

    /// All rows that no filter leaves out, together.
    pub fn total(&mut self) -> Sum {
        self.bring(Side::Events);
        let mut total = Sum::default();
        let sums = self.of_side(Side::Events);
        for (sum, out) in sums.iter().zip(&self.events_out) {
            if out.is_empty() {
                total.add(*sum);
            }
        }
        total
    }

    /// The facets of the selection that cannot act on the register; the view says so.
    pub fn ignored(&self) -> FacetSet {
        self.selection.facets().minus(FACETS)
    }

    /// The places in the register, from `from` on, of the first `most` rows that no filter leaves out.
    pub fn rows(&self, table: &Attendance, from: usize, most: usize) -> Vec<usize> {
        let is_let = self.lets_row(table);
        let rows = (from..table.len()).filter(|at| is_let(*at));
        rows.take(most).collect()
    }

    /// The places in [`Attendance::sources`] of all that the rows cite that no filter leaves out. Goes through the rows until it has met
    /// every source, or to the end.
    pub fn sources(&self, table: &Attendance) -> Vec<usize> {
        let is_let = self.lets_row(table);
        let mut left = vec![false; table.sources().len()];
        let mut met = 0;
        for at in 0..table.len() {
            let code = table.source_codes().get(at).map(|code| code as usize);
            let place = code.and_then(|code| left.get_mut(code));
            if let Some(place) = place.filter(|place| !**place)
                && is_let(at)
            {
                *place = true;
                met += 1;
                if met == left.len() {
                    break;
                }
            }
        }
        (0..left.len()).filter(|at| has(&left, *at)).collect()
    }

    /// Whether no filter leaves a row out, by its place in the register.
    fn lets_row<'a>(&'a self, table: &'a Attendance) -> impl Fn(usize) -> bool + 'a {
        let lets = self.lets(FacetSet::NONE);
        move |at| {
            let code = |codes: &Codes| codes.get(at).map_or(usize::MAX, |code| code as usize);
            let event = self.events_out.get(code(table.event_codes()));
            event.is_some_and(|out| out.is_empty())
                && has(&lets.countries, code(table.country_codes()))
                && has(&lets.roles, code(table.role_codes()))
        }
    }

    /// How many times all rows were gone through since the crossfilter was made; for whoever measures.
    pub fn passes(&self) -> u64 {
        self.passes
    }

    /// The filter that a view sets is another one.
    fn changed(&mut self, view: View) {
        for other in View::ALL {
            if other != view
                && let Some(counts) = self.counts.get_mut(other as usize)
            {
                *counts = None;
            }
        }
        for side in Side::ALL {
            if side != view.side()
                && let Some(sums) = self.sums.get_mut(side as usize)
            {
                *sums = None;
            }
        }
        if self.active != Some(view) {
            self.tile = None;
        }
    }

    fn of_side(&self, side: Side) -> &[Sum] {
        let sums = self.sums.get(side as usize).and_then(Option::as_ref);
        sums.map_or(&[], Vec::as_slice)
    }

    /// Brings the sums of a side up to date.
    fn bring(&mut self, side: Side) {
        let is_stale =
            |all: &Self, side: Side| all.sums.get(side as usize).is_some_and(Option::is_none);
        if !is_stale(self, side) {
            return;
        }
        if self.active.is_some() && self.tile.is_none() {
            self.tile = self.new_tile();
        }
        if let Some((countries, roles)) = self.of_times() {
            self.put(Side::Countries, countries);
            self.put(Side::Roles, roles);
        } else if let Some(sums) = self.of_values(side) {
            self.put(side, sums);
        }
        if is_stale(self, side) {
            let stale = Side::ALL.map(|side| is_stale(self, side));
            self.pass(stale);
        }
    }

    fn put(&mut self, side: Side, sums: Vec<Sum>) {
        if let Some(slot) = self.sums.get_mut(side as usize) {
            *slot = Some(sums);
        }
    }

    /// Goes through all rows once for the sides that are wanted.
    fn pass(&mut self, wanted: [bool; 3]) {
        self.passes += 1;
        let [of_events, of_countries, of_roles] = wanted;
        let lets = self.lets(FacetSet::NONE);
        let room = |wanted: bool, len: usize| vec![Sum::default(); if wanted { len } else { 0 }];
        let mut events = room(of_events, self.star.len());
        let mut countries = room(of_countries, self.star.regions.len());
        let mut roles = room(of_roles, self.star.roles);
        for (event, out) in self.events_out.iter().enumerate() {
            let facts = self.star.of_event(event);
            if let Some(sum) = events.get_mut(event) {
                *sum = sum_rows(facts, &lets);
            }
            if (of_countries || of_roles) && out.is_empty() {
                add_rows(facts, &lets, &mut countries, &mut roles);
            }
        }
        for (side, sums) in Side::ALL.into_iter().zip([events, countries, roles]) {
            if has(&wanted, side as usize) {
                self.put(side, sums);
            }
        }
    }

    /// Which states and roles the filters let through, but for the facets `but`.
    fn lets(&self, but: FacetSet) -> Lets {
        let countries = self.countries_out.iter();
        let roles = 0..self.star.roles;
        Lets {
            countries: countries.map(|out| out.minus(but).is_empty()).collect(),
            roles: roles
                .map(|role| self.roles.is_empty() || has(&self.roles, role))
                .collect(),
        }
    }

    fn event_passes(&self, event: usize, but: FacetSet) -> bool {
        let out = self.events_out.get(event);
        out.is_some_and(|out| out.minus(but).is_empty())
    }

    /// The counts of a view from the sums of its side.
    fn derive(&self, view: View) -> Vec<Sum> {
        let own = view.own();
        let sums = self.of_side(view.side());
        let values = self.values(view);
        let mut counts = vec![Sum::default(); values + 1];
        let out: &[FacetSet] = match view.side() {
            Side::Events => &self.events_out,
            Side::Countries => &self.countries_out,
            Side::Roles => &[],
        };
        for (code, sum) in sums.iter().enumerate() {
            let is_out = out.get(code).is_some_and(|out| !out.minus(own).is_empty());
            if is_out || sum.rows == 0 {
                continue;
            }
            let mut add = |value: Option<usize>| {
                if let Some(count) = counts.get_mut(value.unwrap_or(values)) {
                    count.add(*sum);
                }
            };
            match view {
                View::Time => add(self.bin_of.get(code).map(|bin| *bin as usize)),
                View::Kind => add(self.star.kinds.get(code).map(|kind| *kind as usize)),
                View::Event => add(Some(code)),
                View::Region => {
                    let region = self.star.regions.get(code).copied().flatten();
                    add(region.map(|region| region as usize));
                }
                View::Country | View::Role => add(code.checked_sub(1)),
                View::Cluster => match self.clusters_of(code) {
                    [] => add(None),
                    clusters => clusters.iter().for_each(|c| add(Some(*c as usize))),
                },
            }
        }
        counts
    }

    /// The number of values that a view has.
    fn values(&self, view: View) -> usize {
        match view {
            View::Time => self.bins.len(),
            View::Kind => crate::model::event::EventKind::ALL.len(),
            View::Cluster => self.star.clusters,
            View::Event => self.star.len(),
            View::Region => crate::model::country::Region::ALL.len(),
            View::Country => self.star.regions.len().saturating_sub(1),
            View::Role => self.star.roles.saturating_sub(1),
        }
    }

    fn clusters_of(&self, event: usize) -> &[u32] {
        let set = self.star.cluster_set.get(event).map(|set| *set as usize);
        set.and_then(|set| self.star.cluster_sets.get(set))
            .map_or(&[], Vec::as_slice)
    }

    /// A tile for the view that is touched; `None` where it has none.
    fn new_tile(&mut self) -> Option<Tile> {
        let view = self.active?;
        let own = view.own();
        if view == View::Time {
            self.passes += 2;
            let times = Times::new(&self.star, self.lets(FacetSet::NONE), |event| {
                self.event_passes(event, own)
            });
            return Some(Tile::Times(Box::new(times)));
        }
        let classes = self.classes(view)?;
        self.passes += 1;
        let sides = match view.side() {
            Side::Events => self.tile_of_events(&classes, own),
            _ => self.tile_of_rows(view, &classes, own),
        };
        Some(Tile::Values(classes, sides))
    }

    /// For each class of events the sums per state and per role.
    fn tile_of_events(&self, classes: &Classes, own: FacetSet) -> [Option<Values>; 3] {
        let lets = self.lets(FacetSet::NONE);
        let mut countries = Values::new(classes.count, self.star.regions.len());
        let mut roles = Values::new(classes.count, self.star.roles);
        for (event, class) in classes.class_of.iter().enumerate() {
            if self.event_passes(event, own) {
                let facts = self.star.of_event(event);
                let (countries, roles) = (countries.row_mut(*class), roles.row_mut(*class));
                add_rows(facts, &lets, countries, roles);
            }
        }
        [None, Some(countries), Some(roles)]
    }

    /// For each class of states, or each role, the sums per event and per role or state.
    fn tile_of_rows(&self, view: View, classes: &Classes, own: FacetSet) -> [Option<Values>; 3] {
        let is_role = view == View::Role;
        let mut lets = self.lets(own);
        if is_role {
            lets.roles.fill(true);
        }
        let is_small = classes.count * self.star.len() <= MOST_SUMS;
        let mut events = is_small.then(|| Values::new(classes.count, self.star.len()));
        let width = match is_role {
            true => self.star.regions.len(),
            false => self.star.roles,
        };
        let mut others = Values::new(classes.count, width);
        for event in 0..self.star.len() {
            let passes = self.event_passes(event, FacetSet::NONE);
            for fact in self.star.of_event(event) {
                let (country, role) = (usize::from(fact.country), usize::from(fact.role));
                let (mine, other) = match is_role {
                    true => (role, country),
                    false => (country, role),
                };
                let class = classes.class_of.get(mine).copied().unwrap_or(0);
                let (of_state, of_role) = (has(&lets.countries, country), has(&lets.roles, role));
                if of_state && of_role {
                    let sum = events.as_mut().and_then(|e| e.get_mut(class, event));
                    if let Some(sum) = sum {
                        sum.add_row(fact.count);
                    }
                }
                // The other row-side sums skip their own filter, as the view there does.
                let is_let = if is_role { of_role } else { of_state };
                if passes
                    && is_let
                    && let Some(sum) = others.get_mut(class, other)
                {
                    sum.add_row(fact.count);
                }
            }
        }
        match is_role {
            true => [events, Some(others), None],
            false => [events, None, Some(others)],
        }
    }

    /// Which values of a view are chosen or not together: events with the same clusters, states of one region.
    fn classes(&self, view: View) -> Option<Classes> {
        let star = &self.star;
        let (class_of, count): (Vec<usize>, usize) = match view {
            View::Time | View::Event => return None,
            View::Kind => (
                star.kinds.iter().map(|kind| *kind as usize).collect(),
                self.values(view),
            ),
            View::Cluster => (
                star.cluster_set.iter().map(|set| *set as usize).collect(),
                star.cluster_sets.len(),
            ),
            View::Region => {
                let place = |region: &Option<_>| {
                    region.map_or(0, |region: crate::model::country::Region| {
                        region as usize + 1
                    })
                };
                let regions = star.regions.iter();
                (regions.map(place).collect(), self.values(view) + 1)
            }
            View::Country => ((0..star.regions.len()).collect(), star.regions.len()),
            View::Role => ((0..star.roles).collect(), star.roles),
        };
        Some(Classes { class_of, count })
    }

    /// The sums per state and per role of the period that is chosen, from the tile along time.
    fn of_times(&self) -> Option<(Vec<Sum>, Vec<Sum>)> {
        let Some(Tile::Times(times)) = &self.tile else {
            return None;
        };
        let is_fresh = self.sums.iter().skip(1).all(Option::is_some);
        let period = match Test::of(Facet::Time, &self.selection) {
            Test::Within(first, last) => Some((first, last)),
            _ => None,
        };
        (!is_fresh).then(|| times.within(&self.star, period))
    }

    /// The sums of a side for the values that are chosen, from the tile of a view of few values.
    fn of_values(&self, side: Side) -> Option<Vec<Sum>> {
        let (Some(Tile::Values(classes, sides)), Some(view)) = (&self.tile, self.active) else {
            return None;
        };
        let values = sides.get(side as usize)?.as_ref()?;
        let own = view.own();
        let mut chosen = vec![false; classes.count];
        for (code, class) in classes.class_of.iter().enumerate() {
            let is_out = match view.side() {
                Side::Events => self.events_out.get(code),
                Side::Countries => self.countries_out.get(code),
                Side::Roles => None,
            };
            let is_out = match view.side() {
                Side::Roles => !self.roles.is_empty() && !has(&self.roles, code),
                _ => is_out.is_some_and(|out| !out.and(own).is_empty()),
            };
            if !is_out && let Some(slot) = chosen.get_mut(*class) {
                *slot = true;
            }
        }
        Some(values.of(&chosen))
    }
}
