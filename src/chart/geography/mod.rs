//! Where the forum met, and which states had a part in it: a map and its list from one value.

mod groups;

use crate::chart::arrangement::{Layer, MapWindow};
use crate::chart::card::Card;
use crate::chart::event_card;
use crate::chart::input::Input;
use crate::chart::scene::{Anchor, Cell, Emphasis, Mark, Scene, Shape, Slot};
use crate::filter::clause::Clause;
use crate::filter::facet::{Facet, FacetSet};
use crate::filter::relation::{Relation, event_countries};
use crate::format::date;
use crate::format::number::number;
use crate::format::text::{list, pick, word};
use crate::geometry::outline::World;
use crate::geometry::point::Point;
use crate::geometry::projection::FittedProjection;
use crate::geometry::rect::Rect;
use crate::language::lang::Lang;
use crate::language::template::fill;
use crate::model::body::Membership;
use crate::model::citation::Source;
use crate::model::country::Country;
use crate::model::event::{Event, EventKind};
use crate::model::order::{sort_by, sort_unique};
use crate::model::place::Place;
use crate::model::subject::{Subject, SubjectKind};
use crate::model::table::Key;
use std::cmp::Ordering;

/// The facets that this view's own marks set: a chosen country is marked, the others stay to be chosen.
pub const OWN: FacetSet = FacetSet::NONE;

/// The most meetings that have a sign each. Of more, a sign counts those of places that lie close together.
pub const SINGLE_MOST: usize = 100;
/// The most events that a card names before it only says how many more there are.
const NAMED_MOST: usize = 24;

const DISC_RADIUS: f64 = 10.0;
const HIT_PX: f64 = 24.0;
/// Twelve directions, like the hours of a clock.
const AROUND: [(f64, f64); 12] = [
    (0.866, -0.5),
    (1.0, 0.0),
    (0.866, 0.5),
    (0.5, 0.866),
    (0.0, 1.0),
    (-0.5, 0.866),
    (-0.866, 0.5),
    (-1.0, 0.0),
    (-0.866, -0.5),
    (-0.5, -0.866),
    (0.0, -1.0),
    (0.5, -0.866),
];

/// What one country has to do with the forum.
struct Parts<'a> {
    country: Key<Country>,
    hosted: Vec<&'a Event>,
    seats: Vec<&'a Membership>,
    source: Source,
}

impl Parts<'_> {
    fn count(&self) -> usize {
        self.hosted.len() + self.seats.len()
    }
}

/// The view, placed: countries first, then the meeting places in order of date.
pub fn scene(input: &Input, world: Option<&World>) -> Scene {
    let parts = parts(input);
    let projection = projection(input.width, input.arrangement.window);
    let mut scene = Scene {
        width: input.width,
        height: height(input.width),
        columns: columns(input),
        ..words(input, &parts)
    };
    if let Some(world) = world {
        draw_land(world, &parts, &projection, input, &mut scene);
    }
    push_countries(&parts, input, &mut scene);
    // The days decide and not the filters, so that a filter leaves the signs' meaning as it is.
    match meetings(input).nth(SINGLE_MOST) {
        Some(_) => groups::push(&projection, input, &mut scene),
        None => push_places(&projection, input, &mut scene),
    }
    scene
}

/// The land of the view alone, as it is coloured, without the signs and words that stand on it.
pub fn land(input: &Input, world: &World) -> Scene {
    let mut scene = Scene {
        width: input.width,
        height: height(input.width),
        ..Scene::default()
    };
    let projection = projection(input.width, input.arrangement.window);
    draw_land(world, &parts(input), &projection, input, &mut scene);
    scene
}

/// The meetings whose places have signs, whatever the filters leave: those in the range of the timeline.
fn meetings<'a>(
    input: &Input<'a>,
) -> impl Iterator<Item = (Key<Event>, &'a Event, Key<Place>)> + use<'a> {
    let range = input.range();
    let events = input.data.events.iter();
    events.filter_map(move |(key, event)| {
        let meets = matches!(event.kind, EventKind::Thematic | EventKind::Summit)
            && range.is_some_and(|r| event.span.touches(r.first(), r.last()));
        Some((key, event, event.place.filter(|_| meets)?))
    })
}

/// How the map, or a part of it, lies in its picture; pointing at the map measures with the same one.
pub fn projection(width: f64, window: MapWindow) -> FittedProjection {
    let (south, north) = World::LATITUDES_DEG;
    let picture = Rect::new(0.0, 0.0, width, height(width));
    let (lon, lat) = window.center();
    World::PROJECTION
        .fit_lat(picture, south, north)
        .magnified(window.factor(), lon, lat, picture)
}

fn height(width: f64) -> f64 {
    let (south, north) = World::LATITUDES_DEG;
    World::PROJECTION.height_for_width_lat(width, south, north)
}

fn columns(input: &Input) -> Vec<String> {
    let strings = &input.lang.later().geography;
    [
        strings.column_country,
        strings.column_region,
        strings.column_hosted,
        strings.column_bodies,
    ]
    .map(str::to_owned)
    .to_vec()
}

/// Meetings that a country can be said to have hosted: no session, umbrella or dated step.
fn is_meeting(event: &Event) -> bool {
    matches!(
        event.kind,
        EventKind::Thematic | EventKind::Summit | EventKind::CivilSociety | EventKind::External
    )
}

/// The parts of each country that has any, in the order of the countries.
fn parts<'a>(input: &Input<'a>) -> Vec<Parts<'a>> {
    let none = |country| Parts {
        country,
        hosted: Vec::new(),
        seats: Vec::new(),
        source: Source::new(),
    };
    let mut parts: Vec<Parts> = input.data.countries.keys().map(none).collect();
    let shown = |relation| {
        let visible = input.visible(relation, OWN);
        move |index: usize| visible.get(index).copied().unwrap_or(false)
    };
    let (events, seats) = (shown(Relation::Events), shown(Relation::Memberships));
    let layer = input.arrangement.layer;
    for (key, event) in input.data.events.iter() {
        let is_hosting = !matches!(layer, Layer::Body(_));
        if is_hosting && events(key.index()) && is_meeting(event) {
            for country in event_countries(input.data, event) {
                if let Some(entry) = parts.get_mut(country.index()) {
                    entry.hosted.push(event);
                    entry.source.extend(event.source.iter().cloned());
                }
            }
        }
    }
    let counts = |seat: &Membership| match layer {
        Layer::All => true,
        Layer::Hosts => false,
        Layer::Body(body) => seat.body == body,
    };
    for (key, seat) in input.data.memberships.iter().filter(|(_, s)| counts(s)) {
        if let Some(entry) = parts
            .get_mut(seat.country.index())
            .filter(|_| seats(key.index()))
        {
            entry.seats.push(seat);
            entry.source.extend(seat.source.iter().cloned());
        }
    }
    parts.retain(|part| part.count() > 0 && passes_place(part.country, input));
    for entry in &mut parts {
        sort_unique(&mut entry.source);
    }
    parts
}

/// A meeting of two countries passes a filter by one of them; the other country is not meant.
fn passes_place(country: Key<Country>, input: &Input) -> bool {
    let selection = input.engine.selection();
    let passes =
        |facet, clause| selection.of_facet(facet).next().is_none() || selection.has(clause);
    let region = input.data.countries.get(country).map(|c| c.region);
    passes(Facet::Country, Clause::Country(country))
        && region.is_none_or(|r| passes(Facet::Region, Clause::Region(r)))
}

fn draw_land(
    world: &World,
    parts: &[Parts],
    projection: &FittedProjection,
    input: &Input,
    scene: &mut Scene,
) {
    for outline in &world.countries {
        let key = outline
            .iso3
            .as_deref()
            .and_then(|iso3| input.data.countries.find(iso3));
        let part = key.and_then(|key| parts.iter().find(|part| part.country == key));
        let slot = match part {
            Some(part) if input.engine.selection().has(Clause::Country(part.country)) => {
                Slot::Accent
            }
            Some(part) => level(part.count()),
            None => Slot::Land,
        };
        for ring in &outline.rings {
            let points: Vec<Point> = ring
                .iter()
                .map(|&(lon, lat)| projection.px_from_lon_lat(lon, lat))
                .collect();
            if !is_in_sight(&points, scene) {
                continue;
            }
            if slot != Slot::Land {
                scene.shapes.push(Shape::Area(points.clone(), slot));
                scene.shapes.push(Shape::Line(points, Slot::Paper, 0.75));
            } else {
                scene.shapes.insert(0, Shape::Area(points, slot));
            }
        }
    }
}

/// Whether a box around the points touches the picture.
fn is_in_sight(points: &[Point], scene: &Scene) -> bool {
    let beyond = |is_out: &dyn Fn(&Point) -> bool| points.iter().all(is_out);
    !(beyond(&|p| p.x < 0.0)
        || beyond(&|p| p.x > scene.width)
        || beyond(&|p| p.y < 0.0)
        || beyond(&|p| p.y > scene.height))
}

fn most_parts_first(a: &&Parts, b: &&Parts) -> Ordering {
    let by_count = b.count().cmp(&a.count());
    by_count.then(a.country.cmp(&b.country))
}

fn level(count: usize) -> Slot {
    match count {
        0 => Slot::Land,
        1 => Slot::LandLow,
        2..=3 => Slot::LandMid,
        _ => Slot::LandHigh,
    }
}

/// Countries stand in the list and the table; on the map itself they are found by their outline.
fn push_countries(parts: &[Parts], input: &Input, scene: &mut Scene) {
    let mut ordered: Vec<_> = parts.iter().collect();
    sort_by(&mut ordered, most_parts_first);
    for part in ordered {
        let key = part.country;
        let Some(country) = input.data.countries.get(key) else {
            continue;
        };
        let clause = Clause::Country(key);
        scene.marks.push(Mark {
            id: input.data.countries.id(key).to_owned(),
            hits: Vec::new(),
            card: country_card(country, part, input),
            clause: Some(clause),
            emphasis: input.emphasis(Some(clause), true),
            cells: vec![
                Cell::of_data(pick(&country.name, input.lang)),
                Cell::text(word(
                    input.lang.strings().words.regions,
                    country.region.slug(),
                )),
                count_cell(part.hosted.len()),
                count_cell(part.seats.len()),
            ],
        });
    }
}

fn count_cell(count: usize) -> Cell {
    let text = if count == 0 {
        String::new()
    } else {
        count.to_string()
    };
    Cell::ordered(text, count as f64)
}

fn country_card(country: &Country, part: &Parts, input: &Input) -> Card {
    let lang = input.lang;
    let strings = &lang.later().geography;
    let mut notes = Vec::new();
    if !part.hosted.is_empty() {
        let titles = part.hosted.iter().map(|e| pick(&e.title, lang).to_owned());
        let joined = first_of(titles, lang);
        notes.push(fill(strings.hosted, &[("events", &joined)]));
    }
    if !part.seats.is_empty() {
        let seats: Vec<String> = part.seats.iter().map(|s| seat(s, input)).collect();
        notes.push(fill(
            strings.member,
            &[("bodies", &seats.join(lang.strings().list.semicolon))],
        ));
    }
    Card {
        title: pick(&country.label, lang).to_owned(),
        value: fill(strings.parts, &[("n", &part.count().to_string())]),
        notes,
        source: part.source.clone(),
        contested: false,
        subject: Some(Subject::Row(
            SubjectKind::Country,
            input.data.countries.id(part.country).to_owned(),
        )),
        is_sentence: false,
    }
}

/// The first of many names, and how many more there are.
fn first_of(names: impl ExactSizeIterator<Item = String>, lang: Lang) -> String {
    let more = names.len().saturating_sub(NAMED_MOST);
    let more = (more > 0).then(|| {
        let n = number(more as f64, lang);
        fill(lang.strings().view.and_more, &[("n", &n)])
    });
    let named: Vec<String> = names.take(NAMED_MOST).chain(more).collect();
    named.join(lang.strings().list.semicolon)
}

fn seat(seat: &Membership, input: &Input) -> String {
    let lang = input.lang;
    let body = input
        .data
        .bodies
        .get(seat.body)
        .map_or("", |b| pick(&b.title, lang));
    match seat.joined() {
        Some(span) => fill(
            lang.later().geography.member_since,
            &[("body", body), ("date", &date::span(&span, lang))],
        ),
        None => body.to_owned(),
    }
}

/// The places of the meetings in the range of the timeline, numbered by date. Crowded ones move aside and keep a line to their place.
fn push_places(projection: &FittedProjection, input: &Input, scene: &mut Scene) {
    let visible = input.visible(Relation::Events, OWN);
    let mut taken: Vec<Point> = Vec::new();
    // Over all lines, so that none runs through a number.
    let mut discs = Vec::new();
    let mut number = 0;
    for (key, event, place) in meetings(input) {
        let is_visible = visible.get(key.index()).copied().unwrap_or(false);
        let (true, Some(place)) = (is_visible, input.data.places.get(place)) else {
            continue;
        };
        number += 1;
        let home = projection.px_from_lon_lat(place.longitude, place.latitude);
        let picture = Rect::new(0.0, 0.0, scene.width, scene.height);
        if !picture.contains(home) {
            continue;
        }
        let at = free_spot(home, &taken, picture);
        taken.push(at);
        let emphasis = input.emphasis(Some(Clause::Event(key)), true);
        draw_line(home, at, scene);
        discs.push((at, number, place_slot(event, emphasis)));
        scene
            .marks
            .push(place_mark(key, event, at, emphasis, input));
    }
    for (at, number, slot) in discs {
        draw_disc(at, number, slot, scene);
    }
}

fn place_slot(event: &Event, emphasis: Emphasis) -> Slot {
    match (emphasis, event.clusters.first()) {
        (Emphasis::Selected, _) => Slot::Accent,
        (_, Some(cluster)) if event.kind == EventKind::Thematic => {
            Slot::of_cluster(cluster.index())
        }
        _ => Slot::Ink,
    }
}

/// From a place to the disc that moved aside.
fn draw_line(home: Point, at: Point, scene: &mut Scene) {
    if home.distance(at) > 0.5 {
        let line = vec![home, at];
        // With paper around them, dot and line are seen on any land.
        scene.shapes.extend([
            Shape::Line(line.clone(), Slot::Paper, 3.0),
            Shape::Disc(home, 3.0, Slot::Paper),
            Shape::Line(line, Slot::Ink, 1.0),
            Shape::Disc(home, 2.0, Slot::Ink),
        ]);
    }
}

fn draw_disc(at: Point, number: usize, slot: Slot, scene: &mut Scene) {
    scene
        .shapes
        .push(Shape::Disc(at, DISC_RADIUS + 1.0, Slot::Paper));
    scene.shapes.push(Shape::Disc(at, DISC_RADIUS, slot));
    let label = scene.label(at, number.to_string(), 12.0, Slot::Paper);
    label.anchor = Anchor::Middle;
    label.bold = true;
}

/// The place itself, or the nearest spot around it that touches no other disc and stays in the picture.
fn free_spot(home: Point, taken: &[Point], picture: Rect) -> Point {
    let is_free = |p: &Point| {
        taken.iter().all(|t| t.distance(*p) >= HIT_PX)
            && p.x >= DISC_RADIUS
            && p.y >= DISC_RADIUS
            && p.x <= picture.right() - DISC_RADIUS
            && p.y <= picture.bottom() - DISC_RADIUS
    };
    let ring = |step: i32| {
        let radius = f64::from(step) * 13.0;
        AROUND
            .iter()
            .map(move |(x, y)| home.moved(x * radius, y * radius))
    };
    std::iter::once(home)
        .chain((1..=8).flat_map(ring))
        .find(is_free)
        .unwrap_or(home)
}

fn place_mark(
    key: Key<Event>,
    event: &Event,
    at: Point,
    emphasis: Emphasis,
    input: &Input,
) -> Mark {
    Mark {
        id: input.data.events.id(key).to_owned(),
        hits: vec![Rect::new(
            at.x - HIT_PX / 2.0,
            at.y - HIT_PX / 2.0,
            HIT_PX,
            HIT_PX,
        )],
        card: event_card::card(input.data, key, event, input.lang),
        clause: Some(Clause::Event(key)),
        emphasis,
        // The table is of countries; the places stand on the map and in the timeline's table.
        cells: Vec::new(),
    }
}

fn words(input: &Input, parts: &[Parts]) -> Scene {
    let lang = input.lang;
    let strings = &lang.later().geography;
    if parts.is_empty() {
        return match input.data.countries.is_empty() {
            true => input.nothing(true),
            false => Scene::saying(strings.finding_none),
        };
    }
    let body = match input.arrangement.layer {
        Layer::Body(key) => input.data.bodies.get(key),
        _ => None,
    };
    let hosts = parts.iter().filter(|p| !p.hosted.is_empty()).count();
    let seated = parts.iter().filter(|p| !p.seats.is_empty()).count();
    let values = [
        ("hosts", &*hosts.to_string()),
        ("members", &seated.to_string()),
        ("body", body.map_or("", |body| pick(&body.title, lang))),
    ];
    let semicolon = lang.strings().list.semicolon;
    let template = match (body, hosts, seated) {
        (Some(_), ..) => strings.finding_body.to_owned(),
        (None, 0, _) => strings.finding_seats.to_owned(),
        (None, _, 0) => strings.finding_hosts.to_owned(),
        _ => [strings.finding_hosts, strings.finding_seats].join(semicolon),
    };
    Scene {
        title: fill(&template, &values),
        subtitle: match body {
            Some(_) => strings.subtitle_body,
            None => strings.subtitle,
        }
        .to_owned(),
        description: match body {
            // Everyone has one part there, so nobody has most.
            Some(_) => members(parts, input),
            None => fill(
                strings.description,
                &[
                    ("countries", &parts.len().to_string()),
                    ("most", &most(parts, input)),
                ],
            ),
        },
        ..Scene::default()
    }
}

/// The states, each by its name.
fn members(parts: &[Parts], input: &Input) -> String {
    let countries = parts.iter().map(|part| part.country);
    let names: Vec<String> = countries
        .filter_map(|key| input.data.countries.get(key))
        .map(|country| pick(&country.label, input.lang).to_owned())
        .collect();
    fill(
        input.lang.later().geography.members,
        &[("states", &list(&names, input.lang))],
    )
}

fn most(parts: &[Parts], input: &Input) -> String {
    let mut ordered: Vec<_> = parts.iter().collect();
    sort_by(&mut ordered, most_parts_first);
    let names: Vec<String> = ordered
        .iter()
        .take(3)
        .filter_map(|part| input.data.countries.get(part.country))
        .map(|c| pick(&c.name, input.lang).to_owned())
        .collect();
    list(&names, input.lang)
}
