//! Who chaired, reported and spoke: a block for each event, a line for each person.

use crate::chart::card::Card;
use crate::chart::clause_name::clause_name;
use crate::chart::event_card::short_name;
use crate::chart::input::Input;
use crate::chart::scene::{Anchor, Cell, Emphasis, Mark, Scene, Shape, Slot};
use crate::chart::seats::in_columns;
use crate::filter::clause::Clause;
use crate::filter::facet::{Facet, FacetSet};
use crate::filter::relation::Relation;
use crate::format::date;
use crate::format::number::numeral;
use crate::format::text::{aside, list, pick, word};
use crate::geometry::point::Point;
use crate::geometry::rect::Rect;
use crate::geometry::text_width::{text_width, truncate};
use crate::geometry::wrap::wrap;
use crate::language::lang::Lang;
use crate::language::template::fill;
use crate::model::citation::Source;
use crate::model::event::Event;
use crate::model::order::{sort_by, sort_unique};
use crate::model::person::{Person, Role};
use crate::model::subject::{Subject, SubjectKind};
use crate::model::table::Key;

/// The facets that this view's own marks set: a chosen event is marked, the others stay to be chosen.
pub const OWN: FacetSet = FacetSet::NONE.with(Facet::Event);

const COLUMN_GAP: f64 = 28.0;
const BLOCK_GAP: f64 = 16.0;
const HEAD_TOP: f64 = 8.0;
const HEAD_LINE: f64 = 18.0;
const DATE_LINE: f64 = 16.0;
const HEAD_BOTTOM: f64 = 4.0;
const LINE: f64 = 24.0;
const HEAD_SIZE: f64 = 14.0;
const SMALL: f64 = 12.0;
const NAME_SIZE: f64 = 13.0;
const CLUSTER_BOX: f64 = 16.0;
/// Less room than this tells nothing of where a person comes from.
const FROM_MIN: f64 = 40.0;
const ROLE_MIN: f64 = 48.0;
const ROLE_MAX: f64 = 100.0;
/// As many people of one event as a title can name.
const NAMED_MAX: usize = 4;
/// Some systems' bold text is a tenth wider than the width table says, and their regular text a little.
const WIDE_BOLD: f64 = 0.9;
const WIDE_REGULAR: f64 = 0.96;

/// What one person did in one event.
struct Part<'a> {
    key: Key<Person>,
    person: &'a Person,
    roles: Vec<&'a Role>,
}

/// One event with the people who had a part in it.
struct Block<'a> {
    key: Key<Event>,
    event: &'a Event,
    parts: Vec<Part<'a>>,
    emphasis: Emphasis,
}

impl Part<'_> {
    /// That of the first role, and so of the part.
    fn rank(&self) -> u8 {
        self.roles.first().map_or(u8::MAX, |role| rank(role))
    }

    fn chairs(&self) -> bool {
        self.roles.iter().any(|role| is_chair(role))
    }

    /// The roles in words.
    fn roles(&self, lang: Lang) -> String {
        let words = lang.later().words.roles;
        let roles = self.roles.iter().map(|role| word(words, &role.role));
        let roles: Vec<String> = roles.collect();
        roles.join(lang.strings().list.comma)
    }

    fn name(&self, lang: Lang) -> &str {
        pick(&self.person.name, lang)
    }
}

/// Whether the role is that of a chair, alone or with others.
pub fn is_chair(role: &Role) -> bool {
    matches!(role.role.as_str(), "chair" | "co-chair")
}

fn is_rapporteur(role: &Role) -> bool {
    role.role == "rapporteur"
}

/// The view, placed: events in order of date, column by column.
pub fn scene(input: &Input) -> Scene {
    let blocks = blocks(input);
    let is_meant = |block: &&Block| block.emphasis != Emphasis::Background;
    let meant: Vec<&Block> = blocks.iter().filter(is_meant).collect();
    let mut scene = Scene {
        width: input.width,
        columns: columns(input.lang),
        ..words(&meant, input)
    };
    if meant.is_empty() {
        return scene;
    }
    let count = match input.width {
        width if width >= 960.0 => 3,
        width if width >= 640.0 => 2,
        _ => 1,
    };
    let width = (input.width - COLUMN_GAP * (count - 1) as f64) / count as f64;
    let role_width = role_width(&blocks, width, input.lang);
    let heads: Vec<Heading> = blocks.iter().map(|b| heading(b, width, input)).collect();
    let heights: Vec<f64> = blocks
        .iter()
        .zip(&heads)
        .map(|(block, head)| head.height + block.parts.len() as f64 * LINE + BLOCK_GAP)
        .collect();
    let (mut y, mut last) = (0.0, 0);
    for ((block, head), column) in blocks.iter().zip(&heads).zip(in_columns(&heights, count)) {
        if column != last {
            (last, y) = (column, 0.0);
        }
        let left = column as f64 * (width + COLUMN_GAP);
        let area = Rect::new(left, y, width, head.height);
        draw_heading(block, head, area, input, &mut scene);
        y = area.bottom();
        scene.group(&short_name(input.data, block.event, input.lang));
        for part in &block.parts {
            let line = Rect::new(left, y, width, LINE);
            draw_part(part, block, line, role_width, input, &mut scene);
            scene.marks.push(mark(part, block, line, input));
            y = line.bottom();
        }
        scene.height = scene.height.max(y);
        y += BLOCK_GAP;
    }
    scene
}

fn columns(lang: Lang) -> Vec<String> {
    let strings = &lang.later().people;
    [
        strings.column_person,
        strings.column_role,
        strings.column_event,
        strings.column_date,
        strings.column_from,
    ]
    .map(str::to_owned)
    .to_vec()
}

fn blocks<'a>(input: &Input<'a>) -> Vec<Block<'a>> {
    let visible = input.visible(Relation::Roles, OWN);
    let mut blocks: Vec<Block> = Vec::new();
    for (key, role) in input.data.roles.iter() {
        let is_visible = visible.get(key.index()).copied().unwrap_or(false);
        let event = input.data.events.get(role.event);
        let person = input.data.people.get(role.person);
        if let (true, Some(event), Some(person)) = (is_visible, event, person) {
            push(role, event, person, input, &mut blocks);
        }
    }
    sort_by(&mut blocks, |a, b| {
        let by_date = a.event.span.start.cmp(&b.event.span.start);
        by_date.then(a.key.cmp(&b.key))
    });
    for block in &mut blocks {
        for part in &mut block.parts {
            sort_by(&mut part.roles, |a, b| rank(a).cmp(&rank(b)));
        }
        sort_by(&mut block.parts, |a, b| a.rank().cmp(&b.rank()));
    }
    blocks
}

fn push<'a>(
    role: &'a Role,
    event: &'a Event,
    person: &'a Person,
    input: &Input,
    blocks: &mut Vec<Block<'a>>,
) {
    let index = match blocks.iter().position(|block| block.key == role.event) {
        Some(index) => index,
        None => {
            blocks.push(Block {
                key: role.event,
                event,
                parts: Vec::new(),
                emphasis: input.emphasis(Some(Clause::Event(role.event)), true),
            });
            blocks.len() - 1
        }
    };
    let Some(block) = blocks.get_mut(index) else {
        return;
    };
    match block.parts.iter_mut().find(|p| p.key == role.person) {
        Some(part) => part.roles.push(role),
        None => block.parts.push(Part {
            key: role.person,
            person,
            roles: vec![role],
        }),
    }
}

/// Chairs first, then rapporteurs, then the others; within each the report's order.
fn rank(role: &Role) -> u8 {
    match role {
        _ if is_chair(role) => 0,
        _ if is_rapporteur(role) => 1,
        _ => 2,
    }
}

/// An event's words, broken into lines.
struct Heading {
    lines: Vec<String>,
    /// Where the lines begin, behind the clusters' boxes.
    indent: f64,
    /// Lines above the name, where the boxes leave no room beside them.
    skipped: f64,
    date: String,
    /// Where the date stands on the name's line; on its own line where that has no room.
    date_left: Option<f64>,
    height: f64,
}

fn heading(block: &Block, width: f64, input: &Input) -> Heading {
    let boxes: f64 = cluster_boxes(block.event, input)
        .map(|(_, w)| w + 4.0)
        .sum();
    let is_beside = boxes < width * 0.4;
    let (indent, skipped) = match is_beside {
        true if boxes > 0.0 => (boxes + 4.0, 0.0),
        true => (0.0, 0.0),
        false => (0.0, HEAD_LINE),
    };
    let name = short_name(input.data, block.event, input.lang);
    let lines = wrap(&name, (width - indent) * WIDE_BOLD, HEAD_SIZE, true, 3);
    let date = date::span(&block.event.span, input.lang);
    let name_right = match &*lines {
        [only] => indent + text_width(only, HEAD_SIZE, true) / WIDE_BOLD + 10.0,
        _ => f64::INFINITY,
    };
    let fits = name_right + text_width(&date, SMALL, false) / WIDE_REGULAR <= width;
    let date_height = if fits { 0.0 } else { DATE_LINE };
    let height = HEAD_TOP + skipped + lines.len() as f64 * HEAD_LINE + date_height + HEAD_BOTTOM;
    Heading {
        lines,
        indent,
        skipped,
        date,
        date_left: fits.then_some(name_right),
        height,
    }
}

/// The number of each cluster of an event, with the width of its box.
fn cluster_boxes(event: &Event, input: &Input) -> impl Iterator<Item = (usize, f64)> {
    event.clusters.iter().map(|&key| {
        let number = numeral(input.data.clusters.id(key));
        let width = text_width(&number, SMALL, true) / WIDE_BOLD + 8.0;
        (key.index(), width.max(CLUSTER_BOX))
    })
}

fn text_slot(emphasis: Emphasis) -> Slot {
    match emphasis {
        Emphasis::Selected => Slot::Accent,
        Emphasis::Background => Slot::Muted,
        Emphasis::Idle => Slot::Ink,
    }
}

fn draw_heading(block: &Block, head: &Heading, area: Rect, input: &Input, scene: &mut Scene) {
    let line = vec![
        Point::new(area.left(), area.top() + 0.5),
        Point::new(area.right(), area.top() + 0.5),
    ];
    scene.shapes.push(Shape::Line(line, Slot::Rule, 1.0));
    let mut y = area.top() + HEAD_TOP;
    draw_clusters(block, Point::new(area.left(), y), input, scene);
    y += head.skipped;
    for text in &head.lines {
        let at = Point::new(area.left() + head.indent, y + HEAD_LINE / 2.0);
        scene
            .label(at, text, HEAD_SIZE, text_slot(block.emphasis))
            .bold = true;
        y += HEAD_LINE;
    }
    let at = match head.date_left {
        Some(left) => Point::new(area.left() + left, y - HEAD_LINE / 2.0 + 1.0),
        None => Point::new(area.left() + head.indent, y + DATE_LINE / 2.0),
    };
    let room = (area.right() - at.x) * WIDE_REGULAR;
    let date = truncate(&head.date, room, SMALL, false);
    scene.label(at, date, SMALL, Slot::Muted);
}

/// A box with the number of each cluster, in the cluster's colour.
fn draw_clusters(block: &Block, at: Point, input: &Input, scene: &mut Scene) {
    let mut x = at.x;
    for (&key, (index, width)) in block
        .event
        .clusters
        .iter()
        .zip(cluster_boxes(block.event, input))
    {
        let slot = match block.emphasis {
            Emphasis::Background => Slot::Dimmed,
            _ => Slot::of_cluster(index),
        };
        let frame = Rect::new(x, at.y + 1.0, width, CLUSTER_BOX);
        scene.shapes.push(Shape::Fill(frame, slot));
        let number = numeral(input.data.clusters.id(key));
        let label = scene.label(frame.center(), number, SMALL, Slot::Paper);
        label.anchor = Anchor::Middle;
        label.bold = true;
        x = frame.right() + 4.0;
    }
}

/// The room for roles: that of the longest, within limits.
fn role_width(blocks: &[Block], width: f64, lang: Lang) -> f64 {
    let parts = blocks.iter().flat_map(|block| &block.parts);
    let widths = parts.map(|part| {
        let is_bold = part.chairs();
        text_width(&part.roles(lang), SMALL, is_bold) / wide(is_bold)
    });
    let widest = widths.fold(ROLE_MIN, f64::max);
    widest.min(ROLE_MAX).min(width * 0.3)
}

/// The share of its room that text may fill.
fn wide(is_bold: bool) -> f64 {
    if is_bold { WIDE_BOLD } else { WIDE_REGULAR }
}

fn draw_part(
    part: &Part,
    block: &Block,
    area: Rect,
    role_width: f64,
    input: &Input,
    scene: &mut Scene,
) {
    let lang = input.lang;
    let is_bold = part.chairs();
    let ink = text_slot(block.emphasis);
    let second = match block.emphasis {
        Emphasis::Selected => Slot::Accent,
        _ => Slot::Muted,
    };
    let y = area.center().y;
    let wide = wide(is_bold);
    let roles = part.roles(lang);
    let roles = truncate(&roles, role_width * wide, SMALL, is_bold);
    let role = scene.label(
        Point::new(area.left(), y),
        roles,
        SMALL,
        if is_bold { ink } else { second },
    );
    role.bold = is_bold;
    let left = area.left() + role_width + 8.0;
    let name = truncate(
        part.name(lang),
        (area.right() - left) * wide,
        NAME_SIZE,
        is_bold,
    );
    let from_left = left + text_width(&name, NAME_SIZE, is_bold) / wide + 10.0;
    scene.label(Point::new(left, y), name, NAME_SIZE, ink).bold = is_bold;
    let from = from(part.person, input, true);
    let room = (area.right() - from_left) * WIDE_REGULAR;
    if room >= FROM_MIN && !from.is_empty() {
        let from = truncate(&from, room, SMALL, false);
        scene.label(Point::new(from_left, y), from, SMALL, second);
    }
}

/// The state that a person spoke for, or their organisation: the shorter one first where there is little room.
fn from(person: &Person, input: &Input, is_short: bool) -> String {
    let country = person.country.and_then(|key| input.data.countries.get(key));
    let state = country.map(|c| pick(&c.label, input.lang));
    let organisation = pick(&person.organisation, input.lang);
    match state {
        Some(state) if is_short || organisation.is_empty() => state.to_owned(),
        _ => organisation.to_owned(),
    }
}

fn mark(part: &Part, block: &Block, area: Rect, input: &Input) -> Mark {
    let lang = input.lang;
    let event = block.event;
    let id = input.data.people.id(part.key);
    Mark {
        id: format!("{id}--{}", input.data.events.id(block.key)),
        hits: vec![area],
        card: card(part, block, input),
        clause: Some(Clause::Event(block.key)),
        emphasis: block.emphasis,
        cells: vec![
            Cell::of_data(part.name(lang)),
            Cell::text(part.roles(lang)),
            Cell::of_data(pick(&event.title, lang)),
            Cell::ordered(
                date::span(&event.span, lang),
                f64::from(event.span.start.to_julian_day()),
            ),
            Cell::of_data(from(part.person, input, false)),
        ],
    }
}

fn card(part: &Part, block: &Block, input: &Input) -> Card {
    let lang = input.lang;
    let from = from(part.person, input, false);
    let date = date::span(&block.event.span, lang);
    let title = pick(&block.event.title, lang);
    let mut source: Source = part
        .roles
        .iter()
        .flat_map(|role| role.source.iter().cloned())
        .collect();
    sort_unique(&mut source);
    Card {
        title: part.name(lang).to_owned(),
        value: part.roles(lang),
        notes: std::iter::once(from)
            .filter(|from| !from.is_empty())
            .chain([aside(title, &date, lang)])
            .collect(),
        source,
        contested: false,
        subject: Some(Subject::Row(
            SubjectKind::Person,
            input.data.people.id(part.key).to_owned(),
        )),
        is_sentence: false,
    }
}

fn words(meant: &[&Block], input: &Input) -> Scene {
    if meant.is_empty() {
        return match nobody(input) {
            Some(why) => Scene::saying(&why),
            None => input.nothing(input.data.roles.is_empty()),
        };
    }
    let title = named_in_title(meant, input).unwrap_or_else(|| finding(meant, input.lang));
    Scene {
        title,
        subtitle: input.lang.later().people.subtitle.to_owned(),
        description: description(meant, input.lang),
        ..Scene::default()
    }
}

/// Where the reader chose events, or kinds of events, in which the report gives nobody a part: that it does not. No other filter could
/// change that.
fn nobody(input: &Input) -> Option<String> {
    let roles = input.data.roles.rows().iter();
    let events: Vec<Key<Event>> = roles.map(|role| role.event).collect();
    let has_parts = |clause: Clause| match clause {
        Clause::Event(key) => events.contains(&key),
        Clause::Kind(kind) => {
            let is_of = |&key| input.data.events.get(key).is_some_and(|e| e.kind == kind);
            events.iter().any(is_of)
        }
        _ => true,
    };
    let selection = input.engine.selection();
    let facets = [Facet::Event, Facet::Kind].into_iter();
    let mut without = facets.filter(|&facet| {
        let mut chosen = selection.of_facet(facet).peekable();
        chosen.peek().is_some() && !chosen.any(has_parts)
    });
    let facet = without.next().filter(|_| !events.is_empty())?;
    let chosen = selection.of_facet(facet);
    let names: Vec<String> = chosen
        .map(|clause| clause_name(clause, input.data, input.lang))
        .collect();
    let values = [("events", &*list(&names, input.lang))];
    Some(fill(input.lang.later().people.nobody, &values))
}

/// The people of the one chosen event, by what they did.
fn named_in_title(meant: &[&Block], input: &Input) -> Option<String> {
    let lang = input.lang;
    let [block] = meant else { return None };
    if block.emphasis != Emphasis::Selected || block.parts.len() > NAMED_MAX {
        return None;
    }
    let mut by_role: Vec<(String, Vec<String>)> = Vec::new();
    for part in &block.parts {
        let (roles, name) = (part.roles(lang), part.name(lang).to_owned());
        match by_role.iter_mut().find(|(same, _)| *same == roles) {
            Some((_, names)) => names.push(name),
            None => by_role.push((roles, vec![name])),
        }
    }
    let told = by_role.iter();
    let told: Vec<String> = told
        .map(|(roles, names)| aside(&list(names, lang), roles, lang))
        .collect();
    let strings = &lang.strings().list;
    let event = short_name(input.data, block.event, lang);
    Some(format!(
        "{event}{}{}",
        strings.colon,
        told.join(strings.semicolon)
    ))
}

/// How many people did something of a sort; each person counts once.
fn people(meant: &[&Block], does: impl Fn(&Role) -> bool) -> usize {
    let parts = meant.iter().flat_map(|block| &block.parts);
    let mut keys: Vec<Key<Person>> = parts
        .filter(|part| part.roles.iter().any(|role| does(role)))
        .map(|part| part.key)
        .collect();
    sort_unique(&mut keys);
    keys.len()
}

fn finding(meant: &[&Block], lang: Lang) -> String {
    let strings = &lang.later().people;
    let count = people(meant, |_| true).to_string();
    let named = fill(strings.finding, &[("people", &count)]);
    let parts: Vec<String> = [
        (strings.chaired, people(meant, is_chair)),
        (strings.reported, people(meant, is_rapporteur)),
    ]
    .into_iter()
    .filter(|(_, n)| *n > 0)
    .map(|(sentence, n)| fill(sentence, &[("n", &n.to_string())]))
    .collect();
    match &*parts {
        [] => named,
        parts => {
            let parts = parts.join(lang.strings().list.comma);
            fill(
                strings.finding_parts,
                &[("named", &named), ("parts", &parts)],
            )
        }
    }
}

fn description(meant: &[&Block], lang: Lang) -> String {
    let mut counted: Vec<(Key<Person>, &Person, usize)> = Vec::new();
    for part in meant.iter().flat_map(|block| &block.parts) {
        match counted.iter_mut().find(|(key, ..)| *key == part.key) {
            Some((.., events)) => *events += 1,
            None => counted.push((part.key, part.person, 1)),
        }
    }
    let count = counted.len().to_string();
    sort_by(&mut counted, |a, b| b.2.cmp(&a.2));
    let most = counted.first();
    let strings = &lang.later().people;
    // Where everyone has one part, nobody has most.
    let template = match most {
        Some((.., events)) if *events > 1 => strings.description,
        _ => strings.description_plain,
    };
    fill(
        template,
        &[
            ("people", &count),
            ("events", &meant.len().to_string()),
            (
                "most",
                most.map_or("", |(_, person, _)| pick(&person.name, lang)),
            ),
            ("n", &most.map_or(0, |(.., events)| *events).to_string()),
        ],
    )
}
