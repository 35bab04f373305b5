//! What the outcomes of each cluster are about: a panel of bars for each, all on one scale.

use crate::chart::arrangement::{Arrangement, Sort};
use crate::chart::card::Card;
use crate::chart::count_bars::{draw_bar, draw_name, draw_zero, names_px, row_height, scale};
use crate::chart::event_card::short_name;
use crate::chart::input::Input;
use crate::chart::scene::{Mark, Scene, Shape, Slot};
use crate::filter::clause::Clause;
use crate::filter::facet::{Facet, FacetSet};
use crate::filter::relation::Relation;
use crate::format::name_order::compare;
use crate::format::number::numeral;
use crate::format::text::{aside, list, pick};
use crate::geometry::point::Point;
use crate::geometry::rect::Rect;
use crate::geometry::wrap::wrap;
use crate::language::template::fill;
use crate::model::citation::Source;
use crate::model::cluster::Cluster;
use crate::model::event::Event;
use crate::model::order::{sort_by, sort_unique};
use crate::model::outcome::Outcome;
use crate::model::table::Key;
use crate::model::topic::Topic;

/// The facets that the bars set: a chosen topic is marked, the others stay to be chosen.
const OWN: FacetSet = FacetSet::NONE.with(Facet::Topic);

const NARROW: f64 = 480.0;
const PANEL_MIN: f64 = 130.0;
const PANEL_GAP: f64 = 20.0;
const BAND_GAP: f64 = 28.0;
const HEAD_LINE: f64 = 18.0;
const NOTE_LINE: f64 = 17.0;
const HEAD_LINES: usize = 4;
/// The most sentences about sessions on a card, and the most clusters in a title.
const TOLD_MOST: usize = 6;
const CLUSTERS_TOLD: usize = 4;
const TIES_TOLD: usize = 2;
const TOPICS_TOLD: usize = 3;
const WIDE_BOLD: f64 = 0.9;
const WIDE_REGULAR: f64 = 0.96;

/// The outcomes of one cluster, or those of sessions without any.
struct Panel<'a> {
    cluster: Option<Key<Cluster>>,
    outcomes: Vec<&'a Outcome>,
}

impl<'a> Panel<'a> {
    fn naming(&self, topic: Key<Topic>) -> Vec<&'a Outcome> {
        let all = self.outcomes.iter().copied();
        all.filter(|o| o.topics.contains(&topic)).collect()
    }

    fn slot(&self) -> Slot {
        self.cluster
            .map_or(Slot::Neutral, |key| Slot::of_cluster(key.index()))
    }
}

/// How the panels lie: the width of the names' column and that of a panel, and how many stand side by side.
struct Layout {
    names: f64,
    panel: f64,
    beside: usize,
}

/// True where there is a topic to draw.
pub fn has_topics(input: &Input) -> bool {
    !topics(&drawn(input), input).is_empty()
}

/// Places the panels.
pub fn place(input: &Input, scene: &mut Scene) {
    let panels = drawn(input);
    let topics = topics(&panels, input);
    let layout = layout(&topics, panels.len(), input);
    let most = most(input);
    let mut y = place_note(input, scene);
    for band in panels.chunks(layout.beside) {
        y = place_heads(band, y, &layout, input, scene);
        y = match layout.beside {
            1 => place_alone(band, &topics, y, most, &layout, input, scene),
            _ => place_band(band, &topics, y, most, &layout, input, scene),
        };
        scene.height = y;
        y += BAND_GAP;
    }
}

/// The panels as they are drawn.
fn drawn<'a>(input: &Input<'a>) -> Vec<Panel<'a>> {
    let left = input.visible(Relation::Outcomes, OWN);
    panels(input, &|index| left.get(index).copied().unwrap_or(false))
}

/// The clusters that have outcomes among those that `is_left` keeps, in the package's order.
fn panels<'a>(input: &Input<'a>, is_left: &dyn Fn(usize) -> bool) -> Vec<Panel<'a>> {
    let clusters = |o: &Outcome| {
        let event = input.data.events.get(o.event);
        event.map_or(&[][..], |e| &e.clusters)
    };
    let keys = input.data.clusters.keys().map(Some);
    keys.chain([None])
        .map(|cluster| {
            let all = input.data.outcomes.iter();
            let belongs = |o: &Outcome| match cluster {
                Some(key) => clusters(o).contains(&key),
                None => clusters(o).is_empty(),
            };
            let kept = all.filter(|(key, o)| is_left(key.index()) && belongs(o));
            let outcomes = kept.map(|(_, o)| o).collect();
            Panel { cluster, outcomes }
        })
        .filter(|panel| !panel.outcomes.is_empty())
        .collect()
}

/// The topics that occur, in the order that the reader chose; the most frequent over all clusters first by value.
fn topics(panels: &[Panel], input: &Input) -> Vec<Key<Topic>> {
    let count =
        |topic: Key<Topic>| -> usize { panels.iter().map(|panel| panel.naming(topic).len()).sum() };
    let all = input.data.topics.keys();
    let mut topics: Vec<Key<Topic>> = all.filter(|&topic| count(topic) > 0).collect();
    match input.arrangement.sort {
        Sort::Report => {}
        Sort::Value => sort_by(&mut topics, |&a, &b| count(b).cmp(&count(a))),
        Sort::Name => sort_by(&mut topics, |&a, &b| {
            compare(name(a, input), name(b, input), input.lang)
        }),
    }
    topics
}

fn name<'a>(topic: Key<Topic>, input: &Input<'a>) -> &'a str {
    let topic = input.data.topics.get(topic);
    topic.map_or("", |t| pick(&t.name, input.lang))
}

/// The largest count of any cluster without a filter: the scale stays while filters change.
fn most(input: &Input) -> usize {
    let panels = panels(input, &|_| true);
    let topics = input.data.topics.keys();
    let counts = topics.flat_map(|topic| panels.iter().map(move |p| p.naming(topic).len()));
    counts.max().unwrap_or(0)
}

fn layout(topics: &[Key<Topic>], panels: usize, input: &Input) -> Layout {
    let is_narrow = input.width < NARROW;
    let share = if is_narrow { 0.5 } else { 0.34 };
    let names = topics.iter().map(|&topic| name(topic, input));
    let names = names_px(names, input.width * share);
    let room = input.width - names;
    let fitting = ((room / PANEL_MIN).floor() as usize).max(1);
    let bands = panels.div_ceil(if is_narrow { 1 } else { fitting }).max(1);
    // Bands of one length, so that no panel stands alone in the last.
    let beside = panels.div_ceil(bands).max(1);
    Layout {
        names,
        panel: room / beside as f64,
        beside,
    }
}

fn place_note(input: &Input, scene: &mut Scene) -> f64 {
    let note = input.lang.later().outcomes.overlapping;
    let mut y = 0.0;
    for line in wrap(note, input.width * WIDE_REGULAR, 12.0, false, 4) {
        let at = Point::new(0.0, y + NOTE_LINE / 2.0);
        scene.label(at, line, 12.0, Slot::Muted);
        y += NOTE_LINE;
    }
    y + 14.0
}

/// The clusters above their panels, with the number of their outcomes. Gives back the bottom.
fn place_heads(band: &[Panel], top: f64, layout: &Layout, input: &Input, scene: &mut Scene) -> f64 {
    let mut bottom = top;
    for (index, panel) in band.iter().enumerate() {
        let (left, width) = match layout.beside {
            1 => (0.0, input.width),
            _ => (panel_left(index, layout), layout.panel - PANEL_GAP),
        };
        let mut y = top;
        for line in wrap(&panel_name(panel, input), width * WIDE_BOLD, 14.0, true, 2) {
            let at = Point::new(left, y + HEAD_LINE / 2.0);
            scene.label(at, line, 14.0, panel_ink(panel)).bold = true;
            y += HEAD_LINE;
        }
        let cluster = panel.cluster.and_then(|key| input.data.clusters.get(key));
        let title = cluster.map_or("", |c| pick(&c.title, input.lang));
        for line in wrap(title, width * WIDE_REGULAR, 13.0, false, HEAD_LINES) {
            scene.label(Point::new(left, y + HEAD_LINE / 2.0), line, 13.0, Slot::Ink);
            y += HEAD_LINE;
        }
        let n = panel.outcomes.len().to_string();
        let count = fill(input.lang.later().outcomes.count, &[("n", &n)]);
        scene.label(
            Point::new(left, y + NOTE_LINE / 2.0),
            count,
            12.0,
            Slot::Muted,
        );
        bottom = bottom.max(y + NOTE_LINE);
    }
    bottom + 8.0
}

fn panel_left(index: usize, layout: &Layout) -> f64 {
    layout.names + index as f64 * layout.panel
}

fn panel_name(panel: &Panel, input: &Input) -> String {
    let strings = input.lang.strings();
    match panel.cluster {
        Some(key) => {
            let number = numeral(input.data.clusters.id(key));
            fill(strings.filter.cluster_n, &[("number", &number)])
        }
        None => input.lang.later().outcomes.no_cluster.to_owned(),
    }
}

/// The colour of a panel's name: text of no cluster is ink.
fn panel_ink(panel: &Panel) -> Slot {
    match panel.slot() {
        Slot::Neutral => Slot::Ink,
        slot => slot,
    }
}

/// One panel below the other: each lists its own topics only.
fn place_alone(
    band: &[Panel],
    topics: &[Key<Topic>],
    top: f64,
    most: usize,
    layout: &Layout,
    input: &Input,
    scene: &mut Scene,
) -> f64 {
    let mut y = top;
    for panel in band {
        let start = y;
        scene.group(&panel_name(panel, input));
        for &topic in topics {
            if !panel.naming(topic).is_empty() {
                let height = row_height(name(topic, input), layout.names);
                let row = Rect::new(0.0, y, layout.names, height);
                draw_topic(topic, row, input, scene);
                let area = Rect::new(layout.names, y, layout.panel, height);
                place_bar(panel, topic, area, most, input, scene);
                y += height;
            }
        }
        draw_zero(layout.names, start, y, scene);
    }
    y
}

/// Panels side by side share the names of their rows.
fn place_band(
    band: &[Panel],
    topics: &[Key<Topic>],
    top: f64,
    most: usize,
    layout: &Layout,
    input: &Input,
    scene: &mut Scene,
) -> f64 {
    let mut rows = Vec::new();
    let mut bottom = top;
    for (index, &topic) in topics.iter().enumerate() {
        let height = row_height(name(topic, input), layout.names);
        let row = Rect::new(0.0, bottom, input.width, height);
        if index.is_multiple_of(2) {
            scene.shapes.push(Shape::Fill(row, Slot::Band));
        }
        let names = Rect::new(0.0, bottom, layout.names, height);
        draw_topic(topic, names, input, scene);
        rows.push(row);
        bottom = row.bottom();
    }
    for (index, panel) in band.iter().enumerate() {
        let left = panel_left(index, layout);
        let width = layout.panel - PANEL_GAP;
        scene.group(&panel_name(panel, input));
        for (row, &topic) in rows.iter().zip(topics) {
            let area = Rect::new(left, row.top(), width, row.height);
            place_bar(panel, topic, area, most, input, scene);
        }
        draw_zero(left, top, bottom, scene);
    }
    bottom
}

fn draw_topic(topic: Key<Topic>, area: Rect, input: &Input, scene: &mut Scene) {
    let emphasis = input.emphasis(Some(Clause::Topic(topic)), true);
    draw_name(name(topic, input), area, emphasis, scene);
}

/// A bar, where an outcome of the cluster names the topic.
fn place_bar(
    panel: &Panel,
    topic: Key<Topic>,
    area: Rect,
    most: usize,
    input: &Input,
    scene: &mut Scene,
) {
    let counted = panel.naming(topic);
    if counted.is_empty() {
        return;
    }
    let clause = Clause::Topic(topic);
    let emphasis = input.emphasis(Some(clause), true);
    let scale = scale(most, area.width);
    draw_bar(
        counted.len(),
        &scale,
        area,
        emphasis,
        panel.slot(),
        input.lang,
        scene,
    );
    let cluster = panel.cluster.map_or("", |key| input.data.clusters.id(key));
    scene.marks.push(Mark {
        // Ids of the package have no full stop, so this is nobody else's.
        id: format!("{cluster}.{}", input.data.topics.id(topic)),
        hits: vec![area],
        card: card(panel, topic, &counted, input),
        clause: Some(clause),
        emphasis,
        cells: Vec::new(),
    });
}

/// The bar in words: its outcomes by their numbers, session by session.
fn card(panel: &Panel, topic: Key<Topic>, counted: &[&Outcome], input: &Input) -> Card {
    let lang = input.lang;
    let strings = lang.strings();
    let n = counted.len().to_string();
    let from = fill(lang.later().outcomes.counted, &[("n", &n)]);
    let mut notes = vec![
        panel_name(panel, input),
        fill(strings.view.computed, &[("formula", &from)]),
    ];
    notes.extend(by_session(counted, input));
    let mut source: Source = counted.iter().flat_map(|o| o.source.clone()).collect();
    sort_unique(&mut source);
    Card {
        title: name(topic, input).to_owned(),
        value: fill(lang.later().outcomes.count, &[("n", &n)]),
        notes,
        source,
        contested: false,
        subject: None,
        is_sentence: false,
    }
}

fn by_session(counted: &[&Outcome], input: &Input) -> Vec<String> {
    let mut sessions: Vec<(Key<Event>, Vec<String>)> = Vec::new();
    for outcome in counted {
        match sessions.iter_mut().find(|(key, _)| *key == outcome.event) {
            Some((_, items)) => items.push(outcome.item.clone()),
            None => sessions.push((outcome.event, vec![outcome.item.clone()])),
        }
    }
    let strings = &input.lang.strings().list;
    let told = sessions.into_iter().take(TOLD_MOST);
    told.map(|(key, items)| {
        let event = input.data.events.get(key);
        let name = event.map_or(String::new(), |e| short_name(input.data, e, input.lang));
        format!("{name}{}{}", strings.colon, items.join(strings.comma))
    })
    .collect()
}

/// Each cluster's most frequent topic; `None` where there are too many clusters for a title, or no topic leads.
pub fn finding(input: &Input) -> Option<String> {
    let strings = input.lang.strings();
    let panels = panels(input, &|_| true);
    if panels.len() > CLUSTERS_TOLD {
        return None;
    }
    let tops: Vec<String> = panels.iter().filter_map(|p| leading(p, input)).collect();
    let clusters = tops.join(strings.list.semicolon);
    (!tops.is_empty()).then(|| {
        fill(
            input.lang.later().outcomes.finding_clusters,
            &[("clusters", &clusters)],
        )
    })
}

/// The picture in one sentence.
pub fn description(input: &Input) -> String {
    let panels = drawn(input);
    let value = Input {
        arrangement: Arrangement {
            sort: Sort::Value,
            ..input.arrangement
        },
        ..*input
    };
    let count =
        |topic: Key<Topic>| -> usize { panels.iter().map(|panel| panel.naming(topic).len()).sum() };
    let told: Vec<String> = topics(&panels, &value)
        .into_iter()
        .take(TOPICS_TOLD)
        .map(|topic| aside(name(topic, input), &count(topic).to_string(), input.lang))
        .collect();
    let values = [("topics", &*list(&told, input.lang))];
    fill(input.lang.later().outcomes.description_topics, &values)
}

fn leading(panel: &Panel, input: &Input) -> Option<String> {
    let number = numeral(input.data.clusters.id(panel.cluster?));
    let count = |topic: &Key<Topic>| panel.naming(*topic).len();
    let most = input.data.topics.keys().map(|t| count(&t)).max()?;
    let leaders = input.data.topics.keys().filter(|t| count(t) == most);
    let names: Vec<String> = leaders.map(|t| name(t, input).to_owned()).collect();
    let values = [
        ("number", &*number),
        ("topics", &list(&names, input.lang)),
        ("n", &most.to_string()),
    ];
    (most > 1 && names.len() <= TIES_TOLD)
        .then(|| fill(input.lang.later().outcomes.cluster_top, &values))
}
