//! The places of many meetings: a disc counts those of places that would lie on each other.
//!
//! Place by place, those with most meetings first, each joins the nearest disc that it would touch, or has a disc of its own. On a part of
//! the map that is shown larger, places lie further apart, and fewer share a disc.

use crate::chart::card::Card;
use crate::chart::geography::{OWN, first_of, meetings};
use crate::chart::input::Input;
use crate::chart::scene::{Anchor, Emphasis, Mark, Scene, Shape, Slot};
use crate::filter::clause::Clause;
use crate::filter::relation::Relation;
use crate::format::number::number;
use crate::format::text::{aside, pick};
use crate::geometry::point::Point;
use crate::geometry::projection::FittedProjection;
use crate::geometry::rect::Rect;
use crate::geometry::text_width::text_width;
use crate::language::lang::Lang;
use crate::language::template::fill;
use crate::model::country::Country;
use crate::model::event::Event;
use crate::model::order::{sort_by, sort_unique};
use crate::model::place::Place;
use crate::model::table::Key;

/// The smallest disc and the largest; those between are as large as their numbers, by area.
const RADIUS: (f64, f64) = (10.0, 20.0);
const NUMBER_SIZE: f64 = 12.0;
/// No two squares of this side overlap whose middles are as far apart as two of the largest discs that touch.
const HIT_PX: f64 = 28.0;

/// A place with its meetings.
struct Met<'a> {
    key: Key<Place>,
    place: &'a Place,
    events: Vec<&'a Event>,
}

/// A disc: the places that it stands for, the one with most meetings first.
struct Group<'a> {
    at: Point,
    places: Vec<Met<'a>>,
}

impl Group<'_> {
    fn count(&self) -> usize {
        self.places.iter().map(|met| met.events.len()).sum()
    }

    /// The country in which all of its places lie, if it is one.
    fn country(&self) -> Option<Key<Country>> {
        let first = self.places.first()?.place.country;
        let is_same = self.places.iter().all(|met| met.place.country == first);
        first.filter(|_| is_same)
    }
}

/// Places a disc for each group of places, and says in the scene what discs count.
pub(super) fn push(projection: &FittedProjection, input: &Input, scene: &mut Scene) {
    let groups = groups(projection, input, scene);
    scene.is_aggregated = true;
    let words = &input.lang.later().geography;
    if !groups.is_empty() {
        let said = [("said", &*scene.description)];
        scene.description = fill(words.description_groups, &said);
    }
    let most = groups.iter().map(Group::count).max().unwrap_or(1);
    for group in &groups {
        let mark = mark(group, input);
        draw(group, most, mark.emphasis, input.lang, scene);
        scene.marks.push(mark);
    }
}

/// The places in the picture that have meetings, most first.
fn met<'a>(input: &Input<'a>) -> Vec<Met<'a>> {
    let visible = input.visible(Relation::Events, OWN);
    let places = input.data.places.iter().map(|(key, place)| Met {
        key,
        place,
        events: Vec::new(),
    });
    let mut all: Vec<Met> = places.collect();
    for (key, event, place) in meetings(input) {
        if visible.get(key.index()).copied().unwrap_or(false)
            && let Some(met) = all.get_mut(place.index())
        {
            met.events.push(event);
        }
    }
    all.retain(|met| !met.events.is_empty());
    sort_by(&mut all, |a, b| {
        let by_count = b.events.len().cmp(&a.events.len());
        by_count.then(a.key.cmp(&b.key))
    });
    all
}

fn groups<'a>(projection: &FittedProjection, input: &Input<'a>, scene: &Scene) -> Vec<Group<'a>> {
    let (_, most) = RADIUS;
    let picture = Rect::new(0.0, 0.0, scene.width, scene.height);
    let inside = |px: f64, end: f64| px.clamp(most.min(end / 2.0), (end - most).max(end / 2.0));
    let mut groups: Vec<Group> = Vec::new();
    for met in met(input) {
        let home = projection.px_from_lon_lat(met.place.longitude, met.place.latitude);
        if !picture.contains(home) {
            continue;
        }
        let at = Point::new(inside(home.x, scene.width), inside(home.y, scene.height));
        let distance = |group: &Group| group.at.distance(at);
        let nearest = groups
            .iter_mut()
            .filter(|group| distance(group) < 2.0 * most)
            .min_by(|a, b| distance(a).total_cmp(&distance(b)));
        match nearest {
            Some(group) => group.places.push(met),
            None => groups.push(Group {
                at,
                places: vec![met],
            }),
        }
    }
    groups
}

fn draw(group: &Group, most: usize, emphasis: Emphasis, lang: Lang, scene: &mut Scene) {
    let slot = match emphasis {
        Emphasis::Selected => Slot::Accent,
        _ => Slot::Ink,
    };
    let text = number(group.count() as f64, lang);
    let (least, largest) = RADIUS;
    let share = (group.count() as f64 / most.max(1) as f64).sqrt();
    let room = text_width(&text, NUMBER_SIZE, true) / 2.0 + 2.0;
    let radius = (largest * share).max(least).max(room);
    scene.shapes.extend([
        Shape::Disc(group.at, radius + 1.0, Slot::Paper),
        Shape::Disc(group.at, radius, slot),
    ]);
    let label = scene.label(group.at, text, NUMBER_SIZE, Slot::Paper);
    label.anchor = Anchor::Middle;
    label.bold = true;
}

fn mark(group: &Group, input: &Input) -> Mark {
    let lang = input.lang;
    let words = &lang.later().geography;
    let counted = |template, n: usize| fill(template, &[("n", &number(n as f64, lang))]);
    let name = |met: &Met| pick(&met.place.name, lang).to_owned();
    let first = group.places.first();
    let others = group.places.len().saturating_sub(1);
    let mut title = first.map_or(String::new(), name);
    let mut notes = Vec::new();
    if others > 0 {
        let each = group.places.iter().map(|met| {
            let n = number(met.events.len() as f64, lang);
            aside(&name(met), &n, lang)
        });
        notes.push(first_of(each, lang));
        let n = number(others as f64, lang);
        title = fill(words.group, &[("place", &title), ("n", &n)]);
    }
    let country = group.country();
    let named = country.and_then(|key| input.data.countries.get(key));
    notes.push(match named {
        Some(country) => fill(
            words.group_country,
            &[("country", pick(&country.name, lang))],
        ),
        None => words.group_apart.to_owned(),
    });
    let clause = country.map(Clause::Country);
    let events = group.places.iter().flat_map(|met| &met.events);
    let mut source: Vec<_> = events.flat_map(|e| e.source.iter().cloned()).collect();
    sort_unique(&mut source);
    Mark {
        id: format!(
            "at-{}",
            first.map_or("", |met| input.data.places.id(met.key))
        ),
        hits: vec![Rect::new(
            group.at.x - HIT_PX / 2.0,
            group.at.y - HIT_PX / 2.0,
            HIT_PX,
            HIT_PX,
        )],
        card: Card {
            title,
            value: counted(words.group_meetings, group.count()),
            notes,
            source,
            contested: false,
            subject: None,
            is_sentence: others > 0,
        },
        clause,
        emphasis: input.emphasis(clause, true),
        // The table is of countries.
        cells: Vec::new(),
    }
}
