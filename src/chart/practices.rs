//! What states and organisations do: practices by topic and by country, as two sets of bars that filter each other.

use crate::chart::arrangement::Sort;
use crate::chart::card::Card;
use crate::chart::clause_name::chosen;
use crate::chart::count_bars::{
    ROW_HEIGHT, draw_bar, draw_name, draw_zero, names_px, row_height, scale,
};
use crate::chart::input::Input;
use crate::chart::outcomes::topic_names;
use crate::chart::scene::{Cell, Emphasis, Mark, Scene, Slot};
use crate::filter::clause::Clause;
use crate::filter::facet::{Facet, FacetSet};
use crate::filter::relation::Relation;
use crate::format::name_order::compare;
use crate::format::text::{aside, list, pick, upper_first};
use crate::geometry::point::Point;
use crate::geometry::rect::Rect;
use crate::geometry::wrap::wrap;
use crate::language::template::fill;
use crate::model::citation::Source;
use crate::model::country::Country;
use crate::model::order::{sort_by, sort_unique};
use crate::model::practice::Practice;
use crate::model::subject::{Subject, SubjectKind};
use crate::model::table::Key;

/// The facets that this view's own marks set. Each set of bars skips its own facet and follows the other.
pub const OWN: FacetSet = FacetSet::NONE.with(Facet::Topic).with(Facet::Country);

/// From this width on both sets of bars stand side by side; below it the topics stand alone.
const WIDE: f64 = 900.0;
const COLUMN_GAP: f64 = 48.0;
const NAMES_SHARE: f64 = 0.5;
const HEIGHT_MAX: f64 = 1400.0;
const HEAD_LINE: f64 = 20.0;
const NOTE_LINE: f64 = 17.0;
const TIES_TOLD: usize = 2;
const TOLD_MOST: usize = 2;
const WIDE_BOLD: f64 = 0.9;
const WIDE_REGULAR: f64 = 0.96;

/// The practices that share a topic or a country.
struct Bar<'a> {
    id: String,
    name: String,
    clause: Clause,
    subject: Option<Subject>,
    practices: Vec<&'a Practice>,
}

/// A set of bars with what is said above it.
struct Panel<'a> {
    title: &'static str,
    notes: Vec<String>,
    bars: Vec<Bar<'a>>,
}

/// The view, placed: bars of topics, bars of countries, and every practice as a row.
pub fn scene(input: &Input) -> Scene {
    let left = input.visible(Relation::Practices, FacetSet::NONE);
    let practices = input.data.practices.iter();
    let kept = practices.filter(|(key, _)| left.get(key.index()).copied().unwrap_or(false));
    let kept: Vec<(Key<Practice>, &Practice)> = kept.collect();
    let mut scene = Scene {
        width: input.width,
        columns: columns(input),
        ..input.nothing(input.data.practices.is_empty())
    };
    if kept.is_empty() {
        return scene;
    }
    let (topics, countries) = (topics(input), countries(input));
    scene = Scene {
        width: scene.width,
        columns: scene.columns,
        ..words(&kept, &topics.bars, &countries.bars, input)
    };
    let is_wide = input.width >= WIDE && !countries.bars.is_empty();
    let column = if is_wide {
        (input.width - COLUMN_GAP) / 2.0
    } else {
        input.width
    };
    let right = column + COLUMN_GAP;
    let mut top = place_head(&topics, 0.0, column, &mut scene);
    if is_wide {
        top = top.max(place_head(&countries, right, column, &mut scene));
    }
    let first = place(topics, Point::new(0.0, top), column, input, &mut scene);
    let second = if is_wide {
        place(countries, Point::new(right, top), column, input, &mut scene)
    } else {
        let marks = countries.bars.into_iter().map(|bar| mark(bar, None, input));
        scene.marks.extend(marks);
        0.0
    };
    scene.height = first.max(second);
    let rows = kept
        .into_iter()
        .map(|(key, practice)| row(key, practice, input));
    scene.marks.extend(rows);
    scene
}

fn columns(input: &Input) -> Vec<String> {
    let strings = &input.lang.later().practices;
    [
        strings.column_who,
        strings.column_topics,
        strings.column_gist,
    ]
    .map(str::to_owned)
    .to_vec()
}

/// The practices that a set of bars counts when it skips its own facet.
fn counted<'a>(own: Facet, input: &Input<'a>) -> Vec<&'a Practice> {
    let shows = input.visible(Relation::Practices, FacetSet::NONE.with(own));
    let rows = input.data.practices.rows().iter().zip(shows);
    rows.filter(|(_, shows)| *shows).map(|(p, _)| p).collect()
}

fn topics<'a>(input: &Input<'a>) -> Panel<'a> {
    let strings = &input.lang.later().practices;
    let counted = counted(Facet::Topic, input);
    let all = input.data.topics.iter();
    let bars = all.map(|(key, topic)| Bar {
        // Ids of the package have no full stop, so this is no practice's.
        id: format!("topic.{}", input.data.topics.id(key)),
        name: pick(&topic.name, input.lang).to_owned(),
        clause: Clause::Topic(key),
        subject: None,
        practices: naming(&counted, |p| p.topics.contains(&key)),
    });
    Panel {
        title: strings.panel_topics,
        notes: vec![strings.note_topics.to_owned()],
        bars: arranged(bars.collect(), input),
    }
}

fn countries<'a>(input: &Input<'a>) -> Panel<'a> {
    let strings = &input.lang.later().practices;
    let counted = counted(Facet::Country, input);
    // The report's order is that in which practices name the states.
    let mut named: Vec<Key<Country>> = Vec::new();
    for key in input
        .data
        .practices
        .rows()
        .iter()
        .flat_map(|p| &p.countries)
    {
        if !named.contains(key) {
            named.push(*key);
        }
    }
    let all = named.into_iter();
    let all = all.filter_map(|key| Some((key, input.data.countries.get(key)?)));
    let bars = all
        .filter(|(_, c)| passes_region(c, input))
        .map(|(key, country)| Bar {
            id: format!("country.{}", input.data.countries.id(key)),
            name: pick(&country.label, input.lang).to_owned(),
            clause: Clause::Country(key),
            subject: Some(country_page(key, input)),
            practices: naming(&counted, |p| p.countries.contains(&key)),
        });
    let mut notes = vec![strings.note_countries.to_owned()];
    let without = counted.iter().filter(|p| p.countries.is_empty()).count();
    if without > 0 {
        notes.push(fill(strings.note_without, &[("n", &without.to_string())]));
    }
    Panel {
        title: strings.panel_countries,
        notes,
        bars: arranged(bars.collect(), input),
    }
}

fn naming<'a>(counted: &[&'a Practice], names: impl Fn(&Practice) -> bool) -> Vec<&'a Practice> {
    counted.iter().copied().filter(|p| names(p)).collect()
}

/// A joint practice passes a filter by the region of one of its states; the other is not meant.
fn passes_region(country: &Country, input: &Input) -> bool {
    let selection = input.engine.selection();
    selection.of_facet(Facet::Region).next().is_none()
        || selection.has(Clause::Region(country.region))
}

fn country_page(country: Key<Country>, input: &Input) -> Subject {
    let id = input.data.countries.id(country);
    Subject::Row(SubjectKind::Country, id.to_owned())
}

/// The bars that count anything, in the order that the reader chose.
fn arranged<'a>(mut bars: Vec<Bar<'a>>, input: &Input) -> Vec<Bar<'a>> {
    bars.retain(|bar| !bar.practices.is_empty());
    match input.arrangement.sort {
        Sort::Report => {}
        Sort::Value => sort_by(&mut bars, most_first),
        Sort::Name => sort_by(&mut bars, |a, b| compare(&a.name, &b.name, input.lang)),
    }
    bars
}

fn most_first(a: &Bar, b: &Bar) -> std::cmp::Ordering {
    b.practices.len().cmp(&a.practices.len())
}

/// Places one set of bars; gives back its bottom. What finds no room is told in a line below.
fn place(panel: Panel, at: Point, width: f64, input: &Input, scene: &mut Scene) -> f64 {
    let (left, mut y) = (at.x, at.y);
    let names = panel.bars.iter().map(|bar| bar.name.as_str());
    let names = names_px(names, width * NAMES_SHARE);
    let counts = panel.bars.iter().map(|bar| bar.practices.len());
    let scale = scale(counts.max().unwrap_or(0), width - names);
    let heights = panel.bars.iter().map(|bar| row_height(&bar.name, names));
    let drawn = fitting(&heights.collect::<Vec<f64>>(), HEIGHT_MAX - y);
    let (top, rest) = (y, panel.bars.len() - drawn);
    scene.group(panel.title);
    for (index, bar) in panel.bars.into_iter().enumerate() {
        if index >= drawn {
            scene.marks.push(mark(bar, None, input));
            continue;
        }
        let height = row_height(&bar.name, names);
        let row = Rect::new(left, y, width, height);
        let beside = Rect::new(left + names, y, width - names, height);
        let emphasis = input.emphasis(Some(bar.clause), true);
        let name_area = Rect::new(left, y, names, height);
        draw_name(&bar.name, name_area, emphasis, scene);
        let count = bar.practices.len();
        draw_bar(
            count,
            &scale,
            beside,
            emphasis,
            Slot::Neutral,
            input.lang,
            scene,
        );
        scene.marks.push(mark(bar, Some(row), input));
        y += height;
    }
    draw_zero(left + names, top, y, scene);
    if rest > 0 {
        let more = input.lang.later().practices.more;
        let text = fill(more, &[("n", &rest.to_string())]);
        let at = Point::new(left, y + ROW_HEIGHT / 2.0);
        scene.label(at, text, 12.0, Slot::Muted);
        y += ROW_HEIGHT;
    }
    y
}

/// How many rows find room; where not all do, one more row is kept for the line that says so.
fn fitting(heights: &[f64], room: f64) -> usize {
    if heights.iter().sum::<f64>() <= room {
        return heights.len();
    }
    let mut bottom = ROW_HEIGHT;
    let fits = |height: &&f64| {
        bottom += **height;
        bottom <= room
    };
    heights.iter().take_while(fits).count()
}

fn place_head(panel: &Panel, left: f64, width: f64, scene: &mut Scene) -> f64 {
    let mut y = 0.0;
    for line in wrap(panel.title, width * WIDE_BOLD, 14.0, true, 2) {
        let at = Point::new(left, y + HEAD_LINE / 2.0);
        scene.label(at, line, 14.0, Slot::Ink).bold = true;
        y += HEAD_LINE;
    }
    for note in &panel.notes {
        for line in wrap(note, width * WIDE_REGULAR, 12.0, false, 3) {
            let at = Point::new(left, y + NOTE_LINE / 2.0);
            scene.label(at, line, 12.0, Slot::Muted);
            y += NOTE_LINE;
        }
    }
    y + 8.0
}

fn mark(bar: Bar, hit: Option<Rect>, input: &Input) -> Mark {
    let strings = input.lang.strings();
    let n = bar.practices.len().to_string();
    let from = fill(input.lang.later().practices.counted, &[("n", &n)]);
    let mut source: Source = bar
        .practices
        .iter()
        .flat_map(|p| p.source.clone())
        .collect();
    sort_unique(&mut source);
    Mark {
        id: bar.id,
        hits: hit.into_iter().collect(),
        card: Card {
            title: bar.name,
            value: fill(input.lang.later().practices.count, &[("n", &n)]),
            notes: vec![fill(strings.view.computed, &[("formula", &from)])],
            source,
            contested: false,
            subject: bar.subject,
            is_sentence: false,
        },
        clause: Some(bar.clause),
        emphasis: input.emphasis(Some(bar.clause), true),
        // The table is of practices.
        cells: Vec::new(),
    }
}

/// A practice stands in the list and the table. It selects its first country; chosen by another of its countries it stays as it is.
fn row(key: Key<Practice>, practice: &Practice, input: &Input) -> Mark {
    let lang = input.lang;
    let country = practice.countries.first().copied();
    let clause = country.map(Clause::Country);
    let is_selected = clause.is_some_and(|clause| input.engine.selection().has(clause));
    let topics = topic_names(&practice.topics, input);
    let gist = pick(&practice.summary, lang);
    let mut notes = vec![gist.to_owned()];
    if !topics.is_empty() {
        let names = list(&topics, lang);
        notes.push(fill(lang.later().practices.topics, &[("topics", &names)]));
    }
    notes.retain(|note| !note.is_empty());
    let who = who(practice, input);
    Mark {
        id: input.data.practices.id(key).to_owned(),
        hits: Vec::new(),
        cells: vec![
            Cell::of_data(&who),
            Cell::of_data(topics.join(lang.strings().list.comma)),
            Cell::of_data(gist),
        ],
        card: Card {
            title: who,
            value: String::new(),
            notes,
            source: practice.source.clone(),
            contested: false,
            subject: country.map(|key| country_page(key, input)),
            is_sentence: false,
        },
        clause,
        emphasis: match is_selected {
            true => Emphasis::Selected,
            false => Emphasis::Idle,
        },
    }
}

/// The states whose practice it is, and the authority or organisation.
fn who(practice: &Practice, input: &Input) -> String {
    let strings = input.lang.strings();
    let countries = practice.countries.iter();
    let countries = countries.filter_map(|&key| input.data.countries.get(key));
    let names: Vec<String> = countries
        .map(|c| pick(&c.label, input.lang).to_owned())
        .collect();
    let (states, actor) = (list(&names, input.lang), pick(&practice.actor, input.lang));
    match (states.is_empty(), actor.is_empty()) {
        (true, true) => strings.view.not_stated.to_owned(),
        (true, false) => actor.to_owned(),
        (false, true) => states,
        (false, false) => format!("{states}{}{actor}", strings.list.colon),
    }
}

/// Title, subtitle and description. The bars skip a facet of their own; the words are of what passes all of them.
fn words(
    kept: &[(Key<Practice>, &Practice)],
    topics: &[Bar],
    countries: &[Bar],
    input: &Input,
) -> Scene {
    let lang = input.lang;
    let strings = lang.strings();
    let (n, all) = (
        kept.len().to_string(),
        input.data.practices.len().to_string(),
    );
    let head = match chosen(input, Relation::Practices) {
        Some(chosen) => {
            let values = [("chosen", &*chosen), ("n", &n), ("all", &all)];
            fill(lang.later().practices.finding_chosen, &values)
        }
        None => fill(lang.later().practices.count, &[("n", &n)]),
    };
    let facets = input.engine.selection().facets();
    let mut title = vec![head];
    if !facets.has(Facet::Country) {
        title.extend(of_countries(kept, countries.len(), input));
    }
    if !facets.has(Facet::Topic) {
        title.extend(leading(topics, input));
    }
    let by = |template: &'static str, bars: &[Bar]| {
        let told = told(bars, input);
        (!told.is_empty()).then(|| fill(template, &[("most", &list(&told, lang))]))
    };
    // What the reader chose says nothing of the bars that can still be chosen beside it.
    let mut description = Vec::new();
    if !facets.has(Facet::Topic) {
        description.extend(by(lang.later().practices.by_topic, topics));
    }
    if !facets.has(Facet::Country) {
        description.extend(by(lang.later().practices.by_country, countries));
    }
    if description.is_empty() {
        description.push(fill(lang.later().practices.count, &[("n", &n)]));
    }
    let sentence = description.join(strings.list.semicolon);
    Scene {
        title: title.join(strings.list.semicolon),
        subtitle: fill(lang.later().practices.subtitle, &[("all", &all)]),
        description: upper_first(&sentence) + strings.list.full_stop,
        ..Scene::default()
    }
}

fn of_countries(
    kept: &[(Key<Practice>, &Practice)],
    countries: usize,
    input: &Input,
) -> Option<String> {
    let with = kept.iter().filter(|(_, p)| !p.countries.is_empty()).count();
    let values = [
        ("n", &*with.to_string()),
        ("countries", &countries.to_string()),
    ];
    (with > 0).then(|| fill(input.lang.later().practices.of_countries, &values))
}

/// The topic that most practices name, where one or two lead.
fn leading(topics: &[Bar], input: &Input) -> Option<String> {
    let most = topics.iter().map(|bar| bar.practices.len()).max()?;
    let leaders = topics.iter().filter(|bar| bar.practices.len() == most);
    let names: Vec<String> = leaders.map(|bar| bar.name.clone()).collect();
    let values = [
        ("topics", &*list(&names, input.lang)),
        ("n", &most.to_string()),
    ];
    (most > 1 && names.len() <= TIES_TOLD)
        .then(|| fill(input.lang.later().practices.leading, &values))
}

/// The longest bars with their numbers.
fn told(bars: &[Bar], input: &Input) -> Vec<String> {
    let mut ordered: Vec<&Bar> = bars.iter().collect();
    sort_by(&mut ordered, |a, b| most_first(a, b));
    let longest = ordered.into_iter().take(TOLD_MOST);
    longest
        .map(|bar| aside(&bar.name, &bar.practices.len().to_string(), input.lang))
        .collect()
}
