//! The numbered outcomes: a square for each, in the row of its session and the column of those whom it asks to act.

use crate::chart::arrangement::Sort;
use crate::chart::card::Card;
use crate::chart::clause_name::{chosen, clause_name};
use crate::chart::event_card::{cluster_numerals, short_name};
use crate::chart::input::Input;
use crate::chart::outcome_topics;
use crate::chart::scene::{Anchor, Cell, Emphasis, Mark, Scene, Shape, Slot};
use crate::filter::clause::Clause;
use crate::filter::facet::{Facet, FacetSet};
use crate::filter::relation::Relation;
use crate::format::name_order::compare;
use crate::format::text::{aside, list, pick, sentences, upper_first, word};
use crate::geometry::point::Point;
use crate::geometry::rect::Rect;
use crate::geometry::text_width::{text_width, truncate};
use crate::geometry::wrap::wrap;
use crate::language::template::fill;
use crate::model::dataset::Dataset;
use crate::model::event::Event;
use crate::model::event_ties::{feeders, wholes};
use crate::model::order::sort_by;
use crate::model::outcome::Outcome;
use crate::model::subject::{Subject, SubjectKind};
use crate::model::table::Key;
use crate::model::topic::Topic;

/// The facets that this view's own marks set: a chosen session is marked, the others stay to be chosen.
pub const OWN: FacetSet = FacetSet::NONE.with(Facet::Event);

/// A square's least side: a finger's, and room for a number of three digits.
const SQUARE: f64 = 26.0;
const SQUARE_MAX: f64 = 72.0;
const GAP: f64 = 4.0;
const NAMES_SHARE: f64 = 0.26;
const NAMES_MIN: f64 = 150.0;
/// The room beside a session's name.
const NAME_MARGINS: f64 = 32.0;
/// The most room that the words above a column ask for.
const HEAD_MAX: f64 = 170.0;
/// As many lines of an addressee's name stand over its column.
const HEAD_LINES: usize = 8;
const COLUMN_MIN: f64 = 100.0;
const COLUMN_GAP: f64 = 12.0;
const NAME_LINE: f64 = 19.0;
const NOTE_LINE: f64 = 16.0;
const PADDING: f64 = 10.0;
/// The most sessions that a title names.
const SESSIONS_NAMED: usize = 3;
/// As many sessions stand in the description with their numbers.
const SESSIONS_TOLD: usize = 3;
/// Some systems' fonts are wider than the width table says.
const WIDE_BOLD: f64 = 0.9;
const WIDE_REGULAR: f64 = 0.96;

/// A working session with its outcomes in the report's order.
struct Session<'a> {
    key: Key<Event>,
    event: Option<&'a Event>,
    name: String,
    outcomes: Vec<(Key<Outcome>, &'a Outcome)>,
}

/// Everything that the picture needs to know before it is placed.
struct Shown<'a> {
    sessions: Vec<Session<'a>>,
    /// Those who are asked to act, as slugs, in the order of their columns.
    addressees: Vec<&'a str>,
    /// Whether each outcome passes the filters that other views set.
    passes: Vec<bool>,
    /// Whether each outcome passes all filters.
    left: Vec<bool>,
    /// Bars of topics by cluster instead of squares; without topics there are none.
    is_by_cluster: bool,
    /// The width of a square in pixels.
    square: f64,
}

/// The view, placed: every outcome as a square, or the topics of each cluster as bars.
pub fn scene(input: &Input) -> Scene {
    let shown = shown(input);
    let mut scene = Scene {
        width: input.width,
        columns: columns(input),
        ..words(&shown, input)
    };
    if !shown.left.contains(&true) {
        return scene;
    }
    if shown.is_by_cluster {
        outcome_topics::place(input, &mut scene);
        push_rows(&shown, input, &mut scene);
        return scene;
    }
    match grid(&shown, input) {
        Some(grid) => place_grid(&shown, &grid, input, &mut scene),
        None => place_stack(&shown, input, &mut scene),
    }
    scene
}

/// The widths of a grid's columns in pixels: that of the names, and one for each addressee.
struct Grid {
    names: f64,
    columns: Vec<f64>,
}

impl Grid {
    /// The areas of the columns from a row's top on.
    fn areas(&self, top: f64) -> Vec<Rect> {
        let mut left = self.names;
        let mut areas = Vec::new();
        for width in &self.columns {
            areas.push(Rect::new(left, top, width - COLUMN_GAP, 0.0));
            left += width;
        }
        areas
    }
}

/// Columns as wide as their longest row of squares where the picture has room for that, else of one width; `None` where it has no room
/// for columns.
fn grid(shown: &Shown, input: &Input) -> Option<Grid> {
    let widest = shown
        .sessions
        .iter()
        .map(|s| {
            // As wide as the longer of its two forms, so that a filter moves nothing.
            let note = session_note(s, 0, input);
            let name = text_width(&s.name, 14.0, true) / WIDE_BOLD;
            name.max(text_width(&note, 12.0, false) / WIDE_REGULAR) + NAME_MARGINS
        })
        .fold(NAMES_MIN, f64::max);
    let names = widest
        .min((input.width * NAMES_SHARE).max(NAMES_MIN))
        .ceil();
    let room = input.width - names;
    let count = shown.addressees.len().max(1) as f64;
    let least = COLUMN_MIN.max(shown.square + COLUMN_GAP);
    let wanted: Vec<f64> = shown
        .addressees
        .iter()
        .map(|slug| {
            let longest = shown.sessions.iter().map(|s| count_of(s, slug)).max();
            let squares = longest.unwrap_or(0) as f64 * (shown.square + GAP);
            let words = text_width(&addressee(slug, input), 13.0, true) / WIDE_BOLD;
            let head = (words / 2.0).min(HEAD_MAX);
            (squares.max(head) + COLUMN_GAP).max(least)
        })
        .collect();
    let spare = (room - wanted.iter().sum::<f64>()) / count;
    let columns = match spare >= 0.0 {
        true => wanted.iter().map(|width| width + spare).collect(),
        false => vec![room / count; shown.addressees.len()],
    };
    (room / count >= least).then_some(Grid { names, columns })
}

fn columns(input: &Input) -> Vec<String> {
    let strings = &input.lang.later().outcomes;
    [
        strings.column_number,
        strings.column_session,
        strings.column_addressee,
        strings.column_topics,
        strings.column_gist,
    ]
    .map(str::to_owned)
    .to_vec()
}

fn shown<'a>(input: &Input<'a>) -> Shown<'a> {
    let items = input.data.outcomes.rows().iter();
    let widest = items
        .map(|o| text_width(&o.item, 12.0, true) / WIDE_BOLD + 8.0)
        .fold(SQUARE, f64::max);
    let left = input.visible(Relation::Outcomes, FacetSet::NONE);
    Shown {
        sessions: sessions(&left, input),
        addressees: addressees(input),
        passes: input.visible(Relation::Outcomes, OWN),
        left,
        is_by_cluster: input.arrangement.by_cluster && outcome_topics::has_topics(input),
        square: widest.min(SQUARE_MAX).ceil(),
    }
}

fn has(flags: &[bool], key: Key<Outcome>) -> bool {
    flags.get(key.index()).copied().unwrap_or(false)
}

fn sessions<'a>(left: &[bool], input: &Input<'a>) -> Vec<Session<'a>> {
    let mut sessions: Vec<Session> = Vec::new();
    for (key, outcome) in input.data.outcomes.iter() {
        match sessions.iter_mut().find(|s| s.key == outcome.event) {
            Some(session) => session.outcomes.push((key, outcome)),
            None => {
                let event = input.data.events.get(outcome.event);
                sessions.push(Session {
                    key: outcome.event,
                    event,
                    name: event.map_or(String::new(), |e| short_name(input.data, e, input.lang)),
                    outcomes: vec![(key, outcome)],
                });
            }
        }
    }
    match input.arrangement.sort {
        Sort::Report => {}
        Sort::Value => sort_by(&mut sessions, |a, b| {
            count_left(b, left).cmp(&count_left(a, left))
        }),
        Sort::Name => sort_by(&mut sessions, |a, b| compare(&a.name, &b.name, input.lang)),
    }
    sessions
}

fn count_left(session: &Session, left: &[bool]) -> usize {
    let keys = session.outcomes.iter().map(|(key, _)| *key);
    keys.filter(|&key| has(left, key)).count()
}

/// In the order of the vocabulary; those that it does not know follow as they come.
fn addressees<'a>(input: &Input<'a>) -> Vec<&'a str> {
    let vocabulary = input.lang.later().words.addressees;
    let rank = |slug: &str| {
        let known = vocabulary.iter().position(|(known, _)| *known == slug);
        known.unwrap_or(vocabulary.len())
    };
    let mut all: Vec<&str> = Vec::new();
    for outcome in input.data.outcomes.rows() {
        if !all.contains(&outcome.addressee.as_str()) {
            all.push(&outcome.addressee);
        }
    }
    sort_by(&mut all, |a, b| rank(a).cmp(&rank(b)));
    all
}

/// Those who are asked to act, as words within a sentence.
fn addressee(slug: &str, input: &Input) -> String {
    let strings = input.lang.strings();
    match slug {
        "" => strings.view.not_stated.to_owned(),
        slug => word(input.lang.later().words.addressees, slug),
    }
}

/// A row for each session, a column for each addressee.
fn place_grid(shown: &Shown, grid: &Grid, input: &Input, scene: &mut Scene) {
    let mut top = place_heads(shown, grid, input, scene);
    for (index, session) in shown.sessions.iter().enumerate() {
        let band = scene.shapes.len();
        let name = Rect::new(8.0, top + PADDING, grid.names - NAME_MARGINS, 0.0);
        let words_bottom = place_name(session, name, shown, input, scene);
        let areas = grid.areas(top + PADDING);
        let of_area =
            |(slug, area): (&&str, &Rect)| lines(count_of(session, slug), area.width, shown.square);
        let lines = shown.addressees.iter().zip(&areas).map(of_area).max();
        let squares_bottom = top + PADDING + squares_height(lines.unwrap_or(0));
        place_squares(session, &areas, shown, input, scene);
        let bottom = words_bottom.max(squares_bottom) + PADDING;
        if index.is_multiple_of(2) {
            let row = Rect::new(0.0, top, input.width, bottom - top);
            // Under what stands on it.
            scene.shapes.insert(band, Shape::Fill(row, Slot::Band));
        }
        top = bottom;
    }
    scene.height = top;
}

/// The addressees above their columns, each with the number of its outcomes. Gives back the bottom.
fn place_heads(shown: &Shown, grid: &Grid, input: &Input, scene: &mut Scene) -> f64 {
    let areas = grid.areas(0.0);
    let heads: Vec<Vec<String>> = shown
        .addressees
        .iter()
        .zip(&areas)
        .map(|(slug, area)| {
            let text = upper_first(&addressee(slug, input));
            wrap(&text, area.width * WIDE_BOLD, 13.0, true, HEAD_LINES)
        })
        .collect();
    let most = heads.iter().map(Vec::len).max().unwrap_or(0) as f64;
    let columns = shown.addressees.iter().zip(&areas).zip(heads);
    for ((slug, area), head) in columns {
        let mut y = (most - head.len() as f64) * NAME_LINE;
        for line in head {
            let at = Point::new(area.left(), y + NAME_LINE / 2.0);
            scene.label(at, line, 13.0, Slot::Ink).bold = true;
            y += NAME_LINE;
        }
        let count = left_to(slug, shown).to_string();
        let at = Point::new(area.left(), y + NOTE_LINE / 2.0);
        scene.label(at, count, 13.0, Slot::Muted);
    }
    most * NAME_LINE + NOTE_LINE + 6.0
}

/// Sessions below each other, and in each a line for every addressee.
fn place_stack(shown: &Shown, input: &Input, scene: &mut Scene) {
    let words = (input.width * 0.42).min(200.0).floor();
    let mut y = 0.0;
    for session in &shown.sessions {
        let name = Rect::new(0.0, y, input.width, 0.0);
        y = place_name(session, name, shown, input, scene) + 6.0;
        let mut areas = Vec::new();
        for slug in &shown.addressees {
            let area = Rect::new(words, y, input.width - words, 0.0);
            areas.push(area);
            let count = count_of(session, slug);
            if count == 0 {
                continue;
            }
            let text = upper_first(&addressee(slug, input));
            let text = wrap(&text, (words - 10.0) * WIDE_REGULAR, 12.0, false, 4);
            let squares = squares_height(lines(count, area.width, shown.square));
            // One line of words stands beside the middle of the first line of squares.
            let offset = ((SQUARE - text.len() as f64 * NOTE_LINE) / 2.0).max(0.0);
            let mut bottom = y + offset;
            for line in text {
                let at = Point::new(0.0, bottom + NOTE_LINE / 2.0);
                scene.label(at, line, 12.0, Slot::Muted);
                bottom += NOTE_LINE;
            }
            y = bottom.max(y + squares) + GAP;
        }
        place_squares(session, &areas, shown, input, scene);
        y += 16.0;
    }
    scene.height = (y - 16.0).max(0.0);
}

/// A session's name, and below it its clusters and the number of its outcomes. Gives back the bottom.
fn place_name(
    session: &Session,
    area: Rect,
    shown: &Shown,
    input: &Input,
    scene: &mut Scene,
) -> f64 {
    let left = count_left(session, &shown.left);
    let is_selected = input.engine.selection().has(Clause::Event(session.key));
    let slot = match idle_slot(session.event) {
        _ if is_selected => Slot::Accent,
        _ if left == 0 => Slot::Muted,
        Slot::Neutral => Slot::Ink,
        slot => slot,
    };
    let mut y = area.top();
    for line in wrap(&session.name, area.width * WIDE_BOLD, 14.0, true, 3) {
        let at = Point::new(area.left(), y + NAME_LINE / 2.0);
        scene.label(at, line, 14.0, slot).bold = true;
        y += NAME_LINE;
    }
    let note = session_note(session, left, input);
    for line in wrap(&note, area.width * WIDE_REGULAR, 12.0, false, 2) {
        let at = Point::new(area.left(), y + NOTE_LINE / 2.0);
        scene.label(at, line, 12.0, Slot::Muted);
        y += NOTE_LINE;
    }
    y
}

fn session_note(session: &Session, left: usize, input: &Input) -> String {
    let strings = input.lang.strings();
    let all = session.outcomes.len();
    let template = match left == all {
        true => input.lang.later().outcomes.count,
        false => input.lang.later().outcomes.count_of,
    };
    let count = fill(
        template,
        &[("n", &left.to_string()), ("all", &all.to_string())],
    );
    let clusters = session.event.map_or(String::new(), |e| {
        cluster_numerals(input.data, e, input.lang)
    });
    if clusters.is_empty() {
        return count;
    }
    let cluster = fill(strings.filter.cluster_n, &[("number", &clusters)]);
    format!("{cluster} · {count}")
}

/// The colour of a session's squares: that of its first cluster.
fn idle_slot(event: Option<&Event>) -> Slot {
    let cluster = event.and_then(|e| e.clusters.first());
    cluster.map_or(Slot::Neutral, |key| Slot::of_cluster(key.index()))
}

fn count_of(session: &Session, slug: &str) -> usize {
    let outcomes = session.outcomes.iter();
    outcomes.filter(|(_, o)| o.addressee == slug).count()
}

fn left_to(slug: &str, shown: &Shown) -> usize {
    let outcomes = shown.sessions.iter().flat_map(|s| &s.outcomes);
    outcomes
        .filter(|(key, o)| o.addressee == slug && has(&shown.left, *key))
        .count()
}

/// How many squares stand side by side in a width.
fn per_line(width: f64, square: f64) -> usize {
    (((width + GAP) / (square + GAP)).floor() as usize).max(1)
}

fn lines(count: usize, width: f64, square: f64) -> usize {
    count.div_ceil(per_line(width, square))
}

fn squares_height(lines: usize) -> f64 {
    (lines as f64 * (SQUARE + GAP) - GAP).max(0.0)
}

/// The squares of one session, each in the area of its addressee.
fn place_squares(
    session: &Session,
    areas: &[Rect],
    shown: &Shown,
    input: &Input,
    scene: &mut Scene,
) {
    scene.group(&session.name);
    let mut taken = vec![0; areas.len()];
    for &(key, outcome) in &session.outcomes {
        let column = shown
            .addressees
            .iter()
            .position(|a| *a == outcome.addressee);
        let column = column.unwrap_or(0);
        let (Some(area), Some(index)) = (areas.get(column), taken.get_mut(column)) else {
            continue;
        };
        let beside = per_line(area.width, shown.square);
        let square = Rect::new(
            area.left() + (*index % beside) as f64 * (shown.square + GAP),
            area.top() + (*index / beside) as f64 * (SQUARE + GAP),
            shown.square,
            SQUARE,
        );
        *index += 1;
        let mark = mark(key, outcome, Some(square), shown, input);
        draw_square(
            square,
            outcome,
            idle_slot(session.event),
            mark.emphasis,
            scene,
        );
        scene.marks.push(mark);
    }
}

/// A full square with its number; what the selection leaves out is hollow, so that colour does not say it alone.
fn draw_square(square: Rect, outcome: &Outcome, idle: Slot, emphasis: Emphasis, scene: &mut Scene) {
    let (shape, text) = match emphasis {
        Emphasis::Idle => (Shape::Fill(square, idle), Slot::Paper),
        Emphasis::Selected => (Shape::Fill(square, Slot::Accent), Slot::Paper),
        Emphasis::Background => {
            let inner = Rect::new(
                square.x + 0.5,
                square.y + 0.5,
                square.width - 1.0,
                square.height - 1.0,
            );
            (Shape::Outline(inner, Slot::Dimmed, 1.0), Slot::Muted)
        }
    };
    scene.shapes.push(shape);
    let item = truncate(&outcome.item, (square.width - 4.0) * WIDE_BOLD, 12.0, true);
    if !item.trim().is_empty() {
        let label = scene.label(square.center(), item, 12.0, text);
        label.anchor = Anchor::Middle;
        label.bold = emphasis != Emphasis::Background;
    }
}

/// The outcomes as rows of the table alone.
fn push_rows(shown: &Shown, input: &Input, scene: &mut Scene) {
    for session in &shown.sessions {
        for &(key, outcome) in &session.outcomes {
            if has(&shown.passes, key) {
                scene.marks.push(mark(key, outcome, None, shown, input));
            }
        }
    }
}

/// An outcome that a filter of another view leaves out keeps its card, but has no row and selects nothing.
fn mark(
    key: Key<Outcome>,
    outcome: &Outcome,
    hit: Option<Rect>,
    shown: &Shown,
    input: &Input,
) -> Mark {
    let passes = has(&shown.passes, key);
    let clause = passes.then_some(Clause::Event(outcome.event));
    let emphasis = match clause {
        Some(clause) if input.engine.selection().has(clause) => Emphasis::Selected,
        // Also where a meeting is chosen that fed the session: the clause of this mark is then not on.
        _ if has(&shown.left, key) => Emphasis::Idle,
        _ => Emphasis::Background,
    };
    Mark {
        id: input.data.outcomes.id(key).to_owned(),
        hits: hit.into_iter().collect(),
        card: card(outcome, input),
        clause,
        emphasis,
        cells: match passes {
            true => cells(key, outcome, input),
            false => Vec::new(),
        },
    }
}

fn cells(key: Key<Outcome>, outcome: &Outcome, input: &Input) -> Vec<Cell> {
    let lang = input.lang;
    let session = input.data.events.get(outcome.event);
    vec![
        Cell::ordered(&outcome.item, key.index() as f64),
        Cell {
            order: Some(outcome.event.index() as f64),
            ..Cell::of_data(session.map_or("", |e| pick(&e.title, lang)))
        },
        Cell::text(upper_first(&addressee(&outcome.addressee, input))),
        Cell::of_data(topic_names(&outcome.topics, input).join(lang.strings().list.comma)),
        Cell::of_data(pick(&outcome.summary, lang)),
    ]
}

fn card(outcome: &Outcome, input: &Input) -> Card {
    let lang = input.lang;
    let strings = &lang.later().outcomes;
    let event = input.data.events.get(outcome.event);
    let session = event.map_or(String::new(), |e| short_name(input.data, e, lang));
    let number = fill(
        strings.number,
        &[("item", &outcome.item), ("session", &session)],
    );
    let who = addressee(&outcome.addressee, input);
    let mut notes = vec![fill(strings.asked, &[("who", &who)])];
    let topics = topic_names(&outcome.topics, input);
    if !topics.is_empty() {
        notes.push(fill(strings.topics, &[("topics", &list(&topics, lang))]));
    }
    let title = event.map_or("", |e| pick(&e.title, lang));
    if !title.is_empty() && title != session {
        notes.push(title.to_owned());
    }
    let gist = pick(&outcome.summary, lang);
    Card {
        title: if gist.is_empty() { &number } else { gist }.to_owned(),
        value: if gist.is_empty() {
            String::new()
        } else {
            number.clone()
        },
        notes,
        source: outcome.source.clone(),
        contested: false,
        subject: Some(Subject::Row(
            SubjectKind::Event,
            input.data.events.id(outcome.event).to_owned(),
        )),
        is_sentence: gist.is_empty(),
    }
}

/// The names of topics, as the report lists them.
pub fn topic_names(topics: &[Key<Topic>], input: &Input) -> Vec<String> {
    topics
        .iter()
        .filter_map(|&key| input.data.topics.get(key))
        .map(|topic| pick(&topic.name, input.lang).to_owned())
        .collect()
}

fn words(shown: &Shown, input: &Input) -> Scene {
    let lang = input.lang;
    let strings = &lang.later().outcomes;
    let count = shown.left.iter().filter(|&&left| left).count();
    if count == 0 {
        return input.nothing(input.data.outcomes.is_empty());
    }
    let (n, all) = (count.to_string(), shown.left.len().to_string());
    let remaining = |s: &&Session| count_left(s, &shown.left) > 0;
    let sessions: Vec<&Session> = shown.sessions.iter().filter(remaining).collect();
    let title = match chosen(input, Relation::Outcomes) {
        Some(chosen) => {
            let facets = input.engine.selection().facets();
            let is_session = |s: &Session| input.engine.selection().has(Clause::Event(s.key));
            let template = match facets.has(Facet::Event) && shown.sessions.iter().any(is_session) {
                true => strings.finding_session,
                false => strings.finding_chosen,
            };
            let from = sessions_named(&sessions, input);
            let values = [
                ("chosen", &*chosen),
                ("n", &n),
                ("all", &all),
                ("sessions", &from),
            ];
            fill(template, &values)
        }
        None => {
            let finding = shown
                .is_by_cluster
                .then(|| outcome_topics::finding(input))
                .flatten();
            finding.unwrap_or_else(|| finding_of_all(shown, &n, sessions.len(), input))
        }
    };
    Scene {
        title,
        subtitle: subtitle(&all, &sessions, shown.is_by_cluster, input),
        description: match shown.is_by_cluster {
            true => outcome_topics::description(input),
            false => description(sessions, shown, &n, input),
        },
        ..Scene::default()
    }
}

/// What is drawn, and where the reader chose events that have no outcomes of their own: whose are shown.
fn subtitle(all: &str, sessions: &[&Session], is_by_cluster: bool, input: &Input) -> String {
    let (lang, strings) = (input.lang, &input.lang.later().outcomes);
    let template = match is_by_cluster {
        true => strings.subtitle_clusters,
        false => strings.subtitle,
    };
    let mut told = vec![fill(template, &[("all", all)])];
    let ways: [(&str, Kin); 2] = [(strings.fed, feeders), (strings.within, wholes)];
    for (template, kin) in ways {
        let led = |clause: &&Clause| sessions.iter().any(|s| leads(**clause, s, kin, input));
        let clauses = input.engine.selection().clauses().iter().filter(led);
        let names: Vec<String> = clauses
            .map(|&clause| clause_name(clause, input.data, lang))
            .collect();
        if !names.is_empty() {
            told.push(fill(template, &[("events", &list(&names, lang))]));
        }
    }
    match &*told {
        [only] => only.clone(),
        _ => {
            // The first is no sentence by itself.
            if let Some(first) = told.first_mut() {
                first.push_str(lang.strings().list.full_stop);
            }
            sentences(&told, lang)
        }
    }
}

/// Other events that lead to a session.
type Kin = fn(&Dataset, Key<Event>) -> Vec<Key<Event>>;

/// Whether a clause leads to a session by other events than the session itself.
fn leads(clause: Clause, session: &Session, kin: Kin, input: &Input) -> bool {
    let events = &input.data.events;
    match clause {
        Clause::Event(key) => key != session.key && kin(input.data, session.key).contains(&key),
        Clause::Kind(kind) => {
            let is_of = |key| events.get(key).is_some_and(|e| e.kind == kind);
            !is_of(session.key) && kin(input.data, session.key).into_iter().any(is_of)
        }
        _ => false,
    }
}

/// How many outcomes came from each session; of many sessions those with most.
fn description(mut sessions: Vec<&Session>, shown: &Shown, n: &str, input: &Input) -> String {
    let strings = &input.lang.later().outcomes;
    let count = |s: &Session| count_left(s, &shown.left);
    let template = match sessions.len() > SESSIONS_TOLD {
        true => strings.description_most,
        false => strings.description,
    };
    if sessions.len() > SESSIONS_TOLD {
        sort_by(&mut sessions, |a, b| count(b).cmp(&count(a)));
        sessions.truncate(SESSIONS_TOLD);
    }
    let told: Vec<String> = sessions
        .iter()
        .map(|s| aside(&s.name, &count(s).to_string(), input.lang))
        .collect();
    let sessions = list(&told, input.lang);
    fill(template, &[("n", n), ("sessions", &sessions)])
}

/// A few sessions by their names, more by their number.
fn sessions_named(sessions: &[&Session], input: &Input) -> String {
    if sessions.len() > SESSIONS_NAMED {
        let n = sessions.len().to_string();
        return fill(input.lang.later().outcomes.sessions, &[("n", &n)]);
    }
    let names: Vec<String> = sessions.iter().map(|s| s.name.clone()).collect();
    list(&names, input.lang)
}

/// How many outcomes of how many sessions, and who is asked most often, where that is one.
fn finding_of_all(shown: &Shown, n: &str, sessions: usize, input: &Input) -> String {
    let strings = &input.lang.later().outcomes;
    let count = |slug: &&str| left_to(slug, shown);
    let most = shown.addressees.iter().map(count).max().unwrap_or(0);
    let mut leading = shown.addressees.iter().filter(|slug| count(slug) == most);
    let leader = match (leading.next(), leading.next()) {
        (Some(slug), None) if most > 1 && !slug.is_empty() => Some(addressee(slug, input)),
        _ => None,
    };
    let template = match leader {
        Some(_) => strings.finding,
        None => strings.finding_plain,
    };
    let values = [
        ("n", n),
        ("sessions", &*sessions.to_string()),
        ("who", &leader.unwrap_or_default()),
        ("most", &most.to_string()),
    ];
    fill(template, &values)
}
