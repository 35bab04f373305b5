//! Projects, and the platform that shows them: a block for each, with who leads it, where and when, and its numbers.

use crate::chart::card::Card;
use crate::chart::input::Input;
use crate::chart::number_rows::{
    BAR_HEIGHT, Columns, Face, HEAD, NOTE, NumberRow, comparable, from, number_row, range_bar,
    scale_from_zero, set,
};
use crate::chart::scene::{Cell, Emphasis, Mark, Scene, Shape, Slot};
use crate::filter::clause::Clause;
use crate::filter::facet::FacetSet;
use crate::filter::relation::Relation;
use crate::format::conflict;
use crate::format::date;
use crate::format::number::{quantity_label, quantity_with_unit};
use crate::format::text::{aside, list, pick};
use crate::geometry::point::Point;
use crate::geometry::rect::Rect;
use crate::geometry::scale::linear::Linear;
use crate::language::template::fill;
use crate::model::country::Country;
use crate::model::project::Project;
use crate::model::quantity::Quantity;
use crate::model::span::Span;
use crate::model::subject::{Subject, SubjectKind};
use crate::model::table::Key;

/// The facets that this view's own marks set.
pub const OWN: FacetSet = FacetSet::NONE;

const COLUMN_MIN: f64 = 420.0;
/// A rule at a block's left holds it together and shows what is selected.
const RULE: f64 = 3.0;
const INSET: f64 = 14.0;
const VALUE_SIZE: f64 = 15.0;
const ROW_GAP: f64 = 6.0;
/// A project's bars are compared with each other alone.
const BAR_MAX: f64 = 220.0;
const HIT_MIN: f64 = 26.0;
const TITLE: Face = Face { size: 15.0, ..HEAD };
const SEPARATOR: &str = " · ";

#[derive(Clone, Copy)]
struct Row<'a> {
    key: Key<Project>,
    project: &'a Project,
}

/// The rows of one title.
struct Block<'a> {
    rows: Vec<Row<'a>>,
}

/// The view, placed.
pub fn scene(input: &Input) -> Scene {
    let blocks = blocks(input);
    let mut scene = Scene {
        width: input.width,
        columns: columns(input),
        ..words(&blocks, input)
    };
    let mut columns = Columns::over(input.width, COLUMN_MIN, (40.0, 22.0));
    for block in &blocks {
        let bottom = place(block, input, columns.next(), &mut scene);
        columns.fill(bottom);
    }
    scene.height = columns.bottom();
    scene
}

fn columns(input: &Input) -> Vec<String> {
    let strings = &input.lang.later().projects;
    [
        strings.column_project,
        strings.column_lead,
        strings.column_countries,
        strings.column_period,
        strings.column_metric,
        strings.column_value,
    ]
    .map(str::to_owned)
    .to_vec()
}

/// Projects in the report's order, each where it is first named.
fn blocks<'a>(input: &Input<'a>) -> Vec<Block<'a>> {
    let visible = input.visible(Relation::Projects, OWN);
    let mut blocks: Vec<Block<'a>> = Vec::new();
    for (key, project) in input.data.projects.iter() {
        if !visible.get(key.index()).copied().unwrap_or(false) {
            continue;
        }
        let row = Row { key, project };
        let is_same = |b: &&mut Block| b.rows.iter().any(|r| r.project.title == project.title);
        match blocks.iter_mut().find(is_same) {
            Some(block) => block.rows.push(row),
            None => blocks.push(Block { rows: vec![row] }),
        }
    }
    blocks
}

impl<'a> Block<'a> {
    /// What all rows say, or what each says of its own, each once.
    fn each_once<T: PartialEq>(&self, of: impl Fn(&'a Project) -> Vec<T>) -> Vec<T> {
        let mut all = Vec::new();
        for value in self.rows.iter().flat_map(|row| of(row.project)) {
            if !all.contains(&value) {
                all.push(value);
            }
        }
        all
    }

    fn countries(&self) -> Vec<Key<Country>> {
        self.each_once(countries)
    }

    /// The period where it is one and the same for all rows; else each number has its own.
    fn period(&self, input: &Input) -> Option<String> {
        let periods: Vec<Option<String>> = self
            .rows
            .iter()
            .map(|row| period(row.project, input))
            .collect();
        let (first, others) = periods.split_first()?;
        first.clone().filter(|_| others.iter().all(|p| p == first))
    }
}

/// The states that lead a project and those that it works in, each once.
fn countries(project: &Project) -> Vec<Key<Country>> {
    let mut all = Vec::new();
    for &country in project.lead_countries.iter().chain(&project.countries) {
        if !all.contains(&country) {
            all.push(country);
        }
    }
    all
}

/// When, as far as the report says: from a first to a last day, or the one that it gives.
fn period(project: &Project, input: &Input) -> Option<String> {
    let start = project.start.or(project.end)?;
    let span = Span {
        start,
        end: project.end.unwrap_or(start),
        precision: project.precision,
    };
    Some(date::span(&span, input.lang))
}

fn names(countries: &[Key<Country>], input: &Input) -> String {
    let found = countries
        .iter()
        .filter_map(|&c| input.data.countries.get(c));
    let names: Vec<String> = found
        .map(|country| pick(&country.label, input.lang).to_owned())
        .collect();
    list(&names, input.lang)
}

/// Places one project from the top of its column on; gives back its bottom.
fn place(block: &Block, input: &Input, column: Rect, scene: &mut Scene) -> f64 {
    let Some(first) = block.rows.first() else {
        return column.top();
    };
    let inner = Rect::new(
        column.left() + INSET,
        column.top(),
        column.width - INSET,
        0.0,
    );
    let mut y = set(pick(&first.project.title, input.lang), TITLE, inner, scene);
    y = set(&about(block, input), NOTE, from(inner, y), scene);
    let numbers: Vec<&Quantity> = block
        .rows
        .iter()
        .filter_map(|row| row.project.quantity.as_ref())
        .collect();
    let has_own_period = block.period(input).is_none();
    scene.group(pick(&first.project.title, input.lang));
    // The head belongs to the first row: a project without numbers can be pointed at as well.
    let mut top = column.top();
    for row in &block.rows {
        let bottom = place_row(row, &numbers, has_own_period, input, from(inner, y), scene);
        let bottom = bottom.max(top + HIT_MIN);
        let area = Rect::new(column.left(), top, column.width, bottom - top);
        scene.marks.push(mark(row, input, area));
        (top, y) = (bottom, bottom);
    }
    let is_selected = scene
        .marks
        .iter()
        .rev()
        .take(block.rows.len())
        .any(|mark| mark.emphasis == Emphasis::Selected);
    let slot = if is_selected {
        Slot::Accent
    } else {
        Slot::Rule
    };
    let rule = Rect::new(column.left(), column.top(), RULE, y - column.top());
    scene.shapes.push(Shape::Fill(rule, slot));
    y
}

/// Who leads a project, where and when, as far as the report says.
fn about(block: &Block, input: &Input) -> String {
    let strings = &input.lang.later().projects;
    let leads = block.each_once(|p| match pick(&p.lead, input.lang) {
        "" => Vec::new(),
        lead => vec![lead.to_owned()],
    });
    let mut parts = Vec::new();
    if !leads.is_empty() {
        let leads = leads.join(input.lang.strings().list.semicolon);
        parts.push(fill(strings.lead, &[("lead", &leads)]));
    }
    let countries = block.each_once(|p| p.countries.clone());
    if !countries.is_empty() {
        let names = names(&countries, input);
        parts.push(fill(strings.countries, &[("countries", &names)]));
    }
    parts.extend(block.period(input));
    parts.join(SEPARATOR)
}

/// A project's number with a bar where the project has others of the same unit; what is said without a number as words alone.
fn place_row(
    row: &Row,
    numbers: &[&Quantity],
    has_own_period: bool,
    input: &Input,
    column: Rect,
    scene: &mut Scene,
) -> f64 {
    let metric = pick(&row.project.metric, input.lang);
    let number = row.project.quantity.as_ref();
    if metric.is_empty() && number.is_none() {
        return column.top();
    }
    let value = number.map_or(String::new(), |q| quantity_label(q, input.lang));
    let badges = number.map_or(Vec::new(), |q| {
        conflict::badges(input.data, q.value, &row.project.source, input.lang)
    });
    let own = period(row.project, input).filter(|_| has_own_period);
    let words = match own {
        Some(period) => aside(metric, &period, input.lang),
        None => metric.to_owned(),
    };
    let words = NumberRow {
        value: &value,
        size: VALUE_SIZE,
        words: &words,
        note: None,
        badges: &badges,
    };
    let bottom = number_row(&words, from(column, column.top() + ROW_GAP), scene);
    match number.and_then(|q| Some((q, bar_scale(q, numbers, column.width.min(BAR_MAX))?))) {
        Some((number, scale)) => {
            let at = Point::new(column.left(), bottom + 1.0);
            range_bar(number, &scale, at, Slot::Neutral, scene);
            at.y + BAR_HEIGHT
        }
        None => bottom,
    }
}

/// The scale that a number shares with the project's others of its unit, where they can be compared.
fn bar_scale(number: &Quantity, numbers: &[&Quantity], width: f64) -> Option<Linear> {
    let same: Vec<&Quantity> = numbers
        .iter()
        .copied()
        .filter(|q| q.unit == number.unit && q.value >= 0.0)
        .collect();
    let fits = comparable(&same);
    let place = same.iter().position(|q| std::ptr::eq(*q, number))?;
    let fits = fits.get(place).copied().unwrap_or(false);
    fits.then(|| scale_from_zero(&same, width))
}

fn mark(row: &Row, input: &Input, area: Rect) -> Mark {
    let lang = input.lang;
    let strings = lang.strings();
    let project = row.project;
    let countries = countries(project);
    let clause = clause(&countries, input);
    let stated = |text: &str| match text {
        "" => strings.view.not_stated.to_owned(),
        text => text.to_owned(),
    };
    let named = |text: &str| match text {
        "" => Cell::text(stated("")),
        text => Cell::of_data(text),
    };
    let card = card(row, &countries, input);
    let value = project.quantity.as_ref().map_or(-1.0, |q| q.value);
    let start = project.start.or(project.end);
    Mark {
        id: input.data.projects.id(row.key).to_owned(),
        hits: vec![area],
        cells: vec![
            Cell::of_data(pick(&project.title, lang)),
            named(pick(&project.lead, lang)),
            named(&names(&countries, input)),
            Cell::ordered(
                stated(&period(project, input).unwrap_or_default()),
                start.map_or(-1.0, |day| f64::from(day.to_julian_day())),
            ),
            named(pick(&project.metric, lang)),
            Cell::ordered(stated(&number_words(project, input)), value),
        ],
        emphasis: match clause {
            Some(clause) if input.engine.selection().has(clause) => Emphasis::Selected,
            _ => Emphasis::Idle,
        },
        card,
        clause,
    }
}

/// The state that is selected already, else the first.
fn clause(countries: &[Key<Country>], input: &Input) -> Option<Clause> {
    let clauses = || countries.iter().map(|&c| Clause::Country(c));
    let selected = clauses().find(|&clause| input.engine.selection().has(clause));
    selected.or_else(|| clauses().next())
}

fn number_words(project: &Project, input: &Input) -> String {
    project
        .quantity
        .as_ref()
        .map_or(String::new(), |q| quantity_with_unit(q, input.lang))
}

fn card(row: &Row, countries: &[Key<Country>], input: &Input) -> Card {
    let lang = input.lang;
    let strings = &lang.later().projects;
    let project = row.project;
    let mut notes = Vec::new();
    for (template, place, text) in [
        ("", "", pick(&project.metric, lang)),
        (strings.lead, "lead", pick(&project.lead, lang)),
        (
            strings.countries,
            "countries",
            &names(&project.countries, input),
        ),
    ] {
        match (template, text) {
            (_, "") => {}
            ("", text) => notes.push(text.to_owned()),
            (template, text) => notes.push(fill(template, &[(place, text)])),
        }
    }
    notes.extend(period(project, input));
    let conflicts = project.quantity.as_ref().map_or(Vec::new(), |number| {
        conflict::sentences(input.data, number.value, &project.source, lang)
    });
    let contested = !conflicts.is_empty();
    notes.extend(conflicts);
    Card {
        title: pick(&project.title, lang).to_owned(),
        value: number_words(project, input),
        notes,
        source: project.source.clone(),
        contested,
        subject: match countries {
            [only] => Some(Subject::Row(
                SubjectKind::Country,
                input.data.countries.id(*only).to_owned(),
            )),
            _ => None,
        },
        is_sentence: false,
    }
}

fn words(blocks: &[Block], input: &Input) -> Scene {
    let strings = &input.lang.later().projects;
    if blocks.is_empty() {
        return input.nothing(input.data.projects.is_empty());
    }
    let mut countries: Vec<Key<Country>> = blocks.iter().flat_map(Block::countries).collect();
    crate::model::order::sort_unique(&mut countries);
    let rows = blocks.iter().flat_map(|block| &block.rows);
    let figures = rows.filter(|row| row.project.quantity.is_some()).count();
    let values = [
        ("n", &*blocks.len().to_string()),
        ("countries", &*countries.len().to_string()),
        ("figures", &*figures.to_string()),
    ];
    let title = match countries.len() {
        0 => strings.finding_plain,
        _ => strings.finding,
    };
    let description = match figures {
        0 => strings.description_plain,
        _ => strings.description,
    };
    Scene {
        title: fill(title, &values),
        subtitle: strings.subtitle.to_owned(),
        description: fill(description, &values),
        ..Scene::default()
    }
}
