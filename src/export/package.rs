//! The data package as files: whole, or as far as a selection leaves it, with everything that what is left refers to.

use std::collections::{HashMap, HashSet};

use serde_json::{Value, json};

use crate::chart::arrangement::Arrangement;
use crate::chart::clause_name::clause_name;
use crate::chart::input::Input;
use crate::chart::kind::ChartKind;
use crate::chart::view_table::is_left;
use crate::export::archive::Entry;
use crate::export::colophon::Colophon;
use crate::export::csv;
use crate::export::sheet::tables;
use crate::filter::clause::Clause;
use crate::filter::engine::Engine;
use crate::filter::facet::FacetSet;
use crate::filter::relation::Relation;
use crate::language::lang::Lang;
use crate::language::template::fill;
use crate::model::dataset::Dataset;
use crate::model::formula::Formula;
use crate::model::table::Table;
use crate::package::build::build;
use crate::package::descriptor::{Descriptor, PackageError};
use crate::package::folder::{DESCRIPTOR_FILE, NamedFile};
use crate::package::json::{list, text, texts};
use crate::package::read::FORMS;
use crate::package::resource::{Location, Resource, is_below};
use crate::package::rows::rows;
use crate::share::query;

/// A package as it lies on its host.
#[derive(Clone, Debug, Default)]
pub struct Original {
    /// The descriptor's text.
    pub json: String,
    /// Every file that it names, by its path.
    pub files: Vec<(String, Vec<u8>)>,
}

/// The file beside the descriptor that says what the archive holds.
const README: &str = "README.md";

/// Every file that a descriptor names below its own folder, each once, those of tables that the explorer does not know among them.
pub fn paths(json: &str) -> Vec<String> {
    let root: Value = serde_json::from_str(json.trim_start_matches('\u{feff}')).unwrap_or_default();
    let mut paths: Vec<String> = Vec::new();
    for path in list(&root, "resources")
        .iter()
        .flat_map(|r| texts(r, "path"))
    {
        if is_below(&path) && path != DESCRIPTOR_FILE && !paths.contains(&path) {
            paths.push(path);
        }
    }
    paths
}

/// The whole package: its files to the byte, and what they are.
pub fn whole(original: &Original, colophon: &Colophon, lang: Lang) -> Vec<Entry> {
    let words = &lang.later().saving;
    let files = original.files.iter();
    let files = files.map(|(path, content)| entry(path, content.clone()));
    let json = entry(DESCRIPTOR_FILE, original.json.clone().into_bytes());
    let readme = readme(colophon, &[words.whole.to_owned()], &[], lang);
    [json, readme].into_iter().chain(files).collect()
}

/// The package as a selection leaves it. `address` is the query of the page that was filtered.
///
/// Of the tables that filters act on stay the rows that the selection leaves in, and those that a view shows all the same, such as the budget
/// beside what a state gave towards it. With them stays every row that they refer to, so that all
/// references resolve and every formula can be computed, and the first and the last event of all, which say what time the package covers.
/// Of countries, places, people and bodies stay those that a row refers to, and of the last three those that no row of the whole package
/// refers to. Every other table stays whole.
///
/// # Errors
/// The descriptor cannot be read.
pub fn filtered(
    original: &Original,
    address: &str,
    colophon: &Colophon,
    lang: Lang,
) -> Result<Vec<Entry>, PackageError> {
    let descriptor = Descriptor::parse(&original.json)?;
    let files = named_files(&descriptor, original);
    // The keys of the page's dataset are of no use here: a packed package has fewer rows.
    let (data, _) = build(&descriptor, files.clone());
    let (state, _) = query::read(address, &data);
    let mut engine = Engine::new(&data);
    engine.select(&state.selection);
    let root: Value =
        serde_json::from_str(original.json.trim_start_matches('\u{feff}')).unwrap_or_default();
    let mut sheets: Vec<Rows> = descriptor
        .resources
        .iter()
        .filter_map(|resource| Rows::of(resource, &files))
        .collect();
    let references = references(&root, &sheets);
    let input = Input {
        data: &data,
        engine: &engine,
        lang,
        width: ANY_WIDTH_PX,
        has_context: true,
        arrangement: Arrangement::default(),
    };
    choose(&mut sheets, &references, &input);
    let chosen: Vec<usize> = sheets.iter().map(Rows::count).collect();
    keep_referred(&mut sheets, &references);
    let clauses = state.selection.clauses().iter();
    let filters: Vec<String> = clauses
        .map(|clause| clause_name(*clause, &data, lang))
        .collect();
    let words = &lang.later().saving;
    let filters = filters.join(lang.strings().list.semicolon);
    let said = [
        fill(words.filtered, &[("filters", &filters)]),
        words.filtered_rule.to_owned(),
        words.filtered_same.to_owned(),
    ];
    let counts: Vec<String> = sheets
        .iter()
        .zip(chosen)
        .map(|(sheet, chosen)| sheet.told(chosen, lang))
        .collect();
    let json = descriptor_of(root, &sheets, address, colophon);
    let mut entries = vec![
        entry(DESCRIPTOR_FILE, format!("{json:#}\n").into_bytes()),
        readme(colophon, &said, &counts, lang),
    ];
    entries.extend(sheets.iter().map(Rows::written));
    // Tables that the explorer does not know go along as they are.
    let others = original.files.iter().filter(|(path, _)| {
        let is_known = |sheet: &Rows| sheet.path == *path;
        !sheets.iter().any(is_known)
    });
    entries.extend(others.map(|(path, content)| entry(path, content.clone())));
    Ok(entries)
}

fn entry(path: &str, content: Vec<u8>) -> Entry {
    Entry {
        path: path.to_owned(),
        content,
    }
}

/// The files of the tables that the explorer knows, as reading asks for them.
fn named_files(descriptor: &Descriptor, original: &Original) -> Vec<NamedFile> {
    let named = descriptor
        .files()
        .into_iter()
        .chain(descriptor.deferred_files())
        .chain(descriptor.streamed_file());
    let found = named.filter_map(|(name, path)| {
        let (_, content) = original.files.iter().find(|(p, _)| *p == path)?;
        Some((name, Ok(String::from_utf8_lossy(content).into_owned())))
    });
    found.collect()
}

/// A table's rows as its package writes them, and which of them stay.
struct Rows {
    table: String,
    path: String,
    header: Vec<String>,
    rows: Vec<Vec<String>>,
    stays: Vec<bool>,
}

impl Rows {
    fn of(resource: &Resource, files: &[NamedFile]) -> Option<Self> {
        let mut all = rows(resource, files)?.into_iter();
        let header = all.next()?;
        let rows: Vec<Vec<String>> = all.collect();
        let path = match &resource.location {
            Location::File(path) => path.clone(),
            _ => format!("{}.csv", resource.name),
        };
        Some(Self {
            table: resource.name.clone(),
            path,
            header,
            stays: vec![true; rows.len()],
            rows,
        })
    }

    fn place(&self, column: &str) -> Option<usize> {
        self.header.iter().position(|name| name == column)
    }

    /// The row's cells in these columns.
    fn cells(&self, row: usize, columns: &[usize]) -> Vec<&str> {
        let row = self.rows.get(row).map_or(&[][..], Vec::as_slice);
        let cell = |at: &usize| row.get(*at).map_or("", String::as_str);
        columns.iter().map(cell).collect()
    }

    fn stays(&self, row: usize) -> bool {
        self.stays.get(row).copied().unwrap_or(false)
    }

    fn keep(&mut self, row: usize, stays: bool) {
        if let Some(kept) = self.stays.get_mut(row) {
            *kept = stays;
        }
    }

    fn count(&self) -> usize {
        self.stays.iter().filter(|stays| **stays).count()
    }

    fn written(&self) -> Entry {
        let kept = self.rows.iter().zip(&self.stays);
        let kept = kept
            .filter(|(_, stays)| **stays)
            .map(|(row, _)| row.clone());
        let lines: Vec<Vec<String>> = std::iter::once(self.header.clone()).chain(kept).collect();
        entry(&self.path, csv::plain(&lines).into_bytes())
    }

    /// `events: 12 of 81 rows, 3 of them because others refer to them`.
    fn told(&self, chosen: usize, lang: Lang) -> String {
        let words = &lang.later().saving;
        let (kept, all) = (self.count(), self.rows.len());
        let referred = kept.saturating_sub(chosen);
        let sentence = match referred {
            0 => words.table_rows,
            _ => words.table_rows_referred,
        };
        let (kept, all, referred) = (kept.to_string(), all.to_string(), referred.to_string());
        let values = [
            ("table", &*self.table),
            ("kept", &kept),
            ("all", &all),
            ("referred", &referred),
        ];
        fill(sentence, &values)
    }
}

/// Columns of one table whose cells name rows of another.
struct Reference {
    from: usize,
    columns: Vec<usize>,
    to: usize,
    keys: Vec<usize>,
    /// How one cell names rows.
    way: Way,
}

/// How a cell names rows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// It is the key of one.
    Key,
    /// It is a list of keys.
    List,
    /// It is a formula over keys.
    Formula,
}

/// The columns of the explorer's form that name rows of other tables, whether or not the package's schema says so.
const REFERENCES: [(&str, &str, &str, Way); 28] = [
    ("sections", "parent", "sections", Way::Key),
    ("places", "iso3", "countries", Way::Key),
    ("events", "place", "places", Way::Key),
    ("events", "hosts", "countries", Way::List),
    ("events", "clusters", "clusters", Way::List),
    ("events", "feeds", "events", Way::List),
    ("events", "parent", "events", Way::Key),
    ("events", "dates_from", "events", Way::Key),
    ("memberships", "body", "bodies", Way::Key),
    ("memberships", "iso3", "countries", Way::Key),
    ("people", "iso3", "countries", Way::Key),
    ("roles", "person", "people", Way::Key),
    ("roles", "event", "events", Way::Key),
    ("participation", "event", "events", Way::Key),
    ("participation", "derived", "participation", Way::Formula),
    ("funding", "from_iso3", "countries", Way::List),
    ("funding", "to_iso3", "countries", Way::List),
    ("funding", "events", "events", Way::List),
    ("funding", "derived", "funding", Way::Formula),
    ("projects", "lead_iso3", "countries", Way::List),
    ("projects", "countries", "countries", Way::List),
    ("recommendations", "event", "events", Way::Key),
    ("calls", "event", "events", Way::Key),
    ("practices", "iso3", "countries", Way::List),
    ("paragraphs", "section", "sections", Way::Key),
    ("passages", "para", "paragraphs", Way::Key),
    ("attendance", "event", "events", Way::Key),
    ("attendance", "country", "countries", Way::Key),
];

/// The references of the form, and the foreign keys that the package's schemas declare.
fn references(root: &Value, sheets: &[Rows]) -> Vec<Reference> {
    let find = |name: &str| sheets.iter().position(|sheet| sheet.table == name);
    let places = |sheet: usize, columns: &[String]| -> Option<Vec<usize>> {
        let sheet = sheets.get(sheet)?;
        columns.iter().map(|column| sheet.place(column)).collect()
    };
    let mut all = Vec::new();
    for (table, column, target, way) in REFERENCES {
        let form = FORMS.iter().find(|form| form.name == target);
        let keys: Vec<String> = form
            .map_or(&[][..], |f| f.key)
            .iter()
            .map(|k| (*k).to_owned())
            .collect();
        let found = find(table).zip(find(target)).and_then(|(from, to)| {
            Some(Reference {
                from,
                columns: places(from, &[column.to_owned()])?,
                to,
                keys: places(to, &keys)?,
                way,
            })
        });
        all.extend(found);
    }
    for resource in list(root, "resources") {
        let Some(from) = find(&text(resource, "name")) else {
            continue;
        };
        let schema = resource.get("schema").unwrap_or(&Value::Null);
        for key in list(schema, "foreignKeys") {
            let reference = key.get("reference").unwrap_or(&Value::Null);
            let to = match &*text(reference, "resource") {
                "" => Some(from),
                name => find(name),
            };
            let found = to.and_then(|to| {
                let columns = places(from, &texts(key, "fields"))?;
                let keys = places(to, &texts(reference, "fields"))?;
                let is_whole = !columns.is_empty() && columns.len() == keys.len();
                is_whole.then_some(Reference {
                    from,
                    columns,
                    to,
                    keys,
                    way: Way::Key,
                })
            });
            all.extend(found);
        }
    }
    all
}

impl Reference {
    /// The keys that a row names: of its own target, or, in a formula, of whichever table.
    fn named<'a>(&self, sheets: &'a [Rows], row: usize) -> Vec<(usize, Vec<String>)> {
        let Some(sheet) = sheets.get(self.from) else {
            return Vec::new();
        };
        let cells: Vec<&'a str> = sheet.cells(row, &self.columns);
        let one = |cell: &str| (self.to, vec![cell.to_owned()]);
        let cell = cells.first().copied().unwrap_or_default();
        match self.way {
            Way::Key => vec![(self.to, cells.iter().map(|c| (*c).to_owned()).collect())],
            Way::List => cell.split(';').map(|part| one(part.trim())).collect(),
            Way::Formula => {
                let formula = Formula::parse(cell).ok();
                let inputs = formula.iter().flat_map(Formula::inputs);
                let found = inputs.filter_map(|input| {
                    let table = input.table.as_deref().unwrap_or(&sheet.table);
                    let to = sheets.iter().position(|sheet| sheet.table == table)?;
                    Some((to, vec![input.id.clone()]))
                });
                found.collect()
            }
        }
    }
}

/// The tables whose rows stay for the sake of those that refer to them.
const SETTING: [&str; 4] = ["countries", "places", "people", "bodies"];

/// Chooses the rows that the selection leaves in, by themselves.
fn choose(sheets: &mut [Rows], references: &[Reference], input: &Input) {
    let Input { data, engine, .. } = *input;
    let referred = referred(sheets, references);
    let covering = covering(data);
    let in_views = in_views(input);
    for (place, sheet) in sheets.iter_mut().enumerate() {
        let relation = Relation::ALL
            .into_iter()
            .find(|relation| table_of(*relation) == sheet.table);
        let form = FORMS.iter().find(|form| form.name == sheet.table);
        if let (Some(relation), Some(form)) = (relation, form) {
            let ids = ids(relation, data);
            let visible = ids
                .into_iter()
                .zip(engine.visible(relation, FacetSet::NONE));
            let left: HashSet<String> = visible
                .filter(|(id, shows)| {
                    *shows || relation == Relation::Events && covering.contains(id)
                })
                .map(|(id, _)| id)
                .collect();
            let keys: Vec<usize> = form.key.iter().filter_map(|key| sheet.place(key)).collect();
            for row in 0..sheet.rows.len() {
                let id = sheet.cells(row, &keys).join("/");
                let is_in_view = in_views.contains(&(table_of(relation), id.clone()));
                sheet.keep(row, left.contains(&id) || is_in_view);
            }
        } else if SETTING.contains(&sheet.table.as_str()) {
            let is_list_of_states = sheet.table == "countries";
            let key = form.map_or(&[][..], |form| form.key);
            let keys: Vec<usize> = key.iter().filter_map(|key| sheet.place(key)).collect();
            for row in 0..sheet.rows.len() {
                let is_referred = referred.contains(&(place, row));
                let id = sheet.cells(row, &keys).join("/");
                let is_in_view = in_views.iter().any(|(t, i)| *t == sheet.table && *i == id);
                sheet.keep(row, is_in_view || !is_list_of_states && !is_referred);
            }
        }
    }
}

/// What the views show and what the filters name, by table and id.
fn in_views(input: &Input) -> HashSet<(&'static str, String)> {
    let data = input.data;
    let clauses = input.engine.selection().clauses().iter();
    let named = clauses.filter_map(|clause| match clause {
        Clause::Event(key) => Some(("events", data.events.id(*key).to_owned())),
        Clause::Country(key) => Some(("countries", data.countries.id(*key).to_owned())),
        _ => None,
    });
    let mut shown: HashSet<(&'static str, String)> = named.collect();
    for kind in ChartKind::ALL {
        let scene = kind.scene(input, None);
        for mark in scene.marks.iter().filter(|mark| is_left(kind, mark, input)) {
            for &table in tables(kind) {
                shown.insert((table, mark.id.clone()));
            }
        }
    }
    shown
}

/// Which rows a view shows does not depend on the room it has.
const ANY_WIDTH_PX: f64 = 960.0;

/// The first event to begin and the last to end.
fn covering(data: &Dataset) -> Vec<String> {
    let events = || data.events.iter();
    let first = events().min_by_key(|(_, event)| event.span.start);
    let last = events().max_by_key(|(_, event)| event.span.last_day());
    let both = first.into_iter().chain(last);
    both.map(|(key, _)| data.events.id(key).to_owned())
        .collect()
}

/// Every row that some row of the whole package refers to: table and place.
fn referred(sheets: &[Rows], references: &[Reference]) -> HashSet<(usize, usize)> {
    let places = Places::of(sheets, references);
    let mut all = HashSet::new();
    for reference in references {
        let count = sheets.get(reference.from).map_or(0, |s| s.rows.len());
        for row in 0..count {
            all.extend(places.find(reference, sheets, row));
        }
    }
    all
}

/// Adds what the kept rows refer to, and what that refers to, until nothing is missing.
fn keep_referred(sheets: &mut [Rows], references: &[Reference]) {
    let places = Places::of(sheets, references);
    loop {
        let mut new = Vec::new();
        for reference in references {
            let count = sheets.get(reference.from).map_or(0, |s| s.rows.len());
            for row in 0..count {
                if sheets.get(reference.from).is_some_and(|s| s.stays(row)) {
                    new.extend(places.find(reference, sheets, row));
                }
            }
        }
        let is_missing =
            |(sheet, row): &(usize, usize)| sheets.get(*sheet).is_some_and(|s| !s.stays(*row));
        new.retain(is_missing);
        if new.is_empty() {
            return;
        }
        for (sheet, row) in new {
            if let Some(sheet) = sheets.get_mut(sheet) {
                sheet.keep(row, true);
            }
        }
    }
}

/// Where the rows with certain cells are: by table and columns, then by cells.
struct Places(HashMap<(usize, Vec<usize>), HashMap<Vec<String>, usize>>);

impl Places {
    fn of(sheets: &[Rows], references: &[Reference]) -> Self {
        let mut all = HashMap::new();
        let own = references.iter().map(|r| (r.to, r.keys.clone()));
        // A formula names rows of any table, by their ids.
        let ids = sheets.iter().enumerate();
        let ids = ids.filter_map(|(at, sheet)| Some((at, vec![sheet.place("id")?])));
        for (to, keys) in own.chain(ids) {
            let Some(sheet) = sheets.get(to) else {
                continue;
            };
            all.entry((to, keys.clone())).or_insert_with(|| {
                let mut places = HashMap::new();
                for row in 0..sheet.rows.len() {
                    let cells = sheet.cells(row, &keys).into_iter();
                    let cells: Vec<String> = cells.map(str::to_owned).collect();
                    places.entry(cells).or_insert(row);
                }
                places
            });
        }
        Self(all)
    }

    /// The rows that a row names.
    fn find(&self, reference: &Reference, sheets: &[Rows], row: usize) -> Vec<(usize, usize)> {
        let named = reference.named(sheets, row).into_iter();
        let found = named.filter_map(|(to, cells)| {
            let keys = match reference.way {
                Way::Formula => vec![sheets.get(to)?.place("id")?],
                _ => reference.keys.clone(),
            };
            let row = self.0.get(&(to, keys))?.get(&cells)?;
            Some((to, *row))
        });
        found.collect()
    }
}

/// The table of a relation.
fn table_of(relation: Relation) -> &'static str {
    match relation {
        Relation::Events => "events",
        Relation::Figures => "participation",
        Relation::Flows => "funding",
        Relation::Memberships => "memberships",
        Relation::Roles => "roles",
        Relation::Outcomes => "recommendations",
        Relation::Calls => "calls",
        Relation::Practices => "practices",
        Relation::Projects => "projects",
        Relation::Answers => "survey",
        Relation::WorldFigures => "context",
    }
}

fn ids(relation: Relation, data: &Dataset) -> Vec<String> {
    match relation {
        Relation::Events => of(&data.events),
        Relation::Figures => of(&data.figures),
        Relation::Flows => of(&data.flows),
        Relation::Memberships => of(&data.memberships),
        Relation::Roles => of(&data.roles),
        Relation::Outcomes => of(&data.outcomes),
        Relation::Calls => of(&data.calls),
        Relation::Practices => of(&data.practices),
        Relation::Projects => of(&data.projects),
        Relation::Answers => of(&data.answers),
        Relation::WorldFigures => of(&data.world_figures),
    }
}

fn of<T>(table: &Table<T>) -> Vec<String> {
    table.keys().map(|key| table.id(key).to_owned()).collect()
}

/// Properties of a resource that are no longer true of a part of it, or not of a CSV file in the place of inline rows.
const UNTRUE: [&str; 6] = ["data", "bytes", "hash", "stats", "dialect", "deferred"];

/// The descriptor of what is left. That it is a part stands in the titles, since a part is easily taken for the whole.
fn descriptor_of(mut root: Value, sheets: &[Rows], address: &str, colophon: &Colophon) -> Value {
    let stays = |id: &str| {
        let (table, id) = id.split_once('.').unwrap_or(("", id));
        sheets.iter().filter(|s| s.table == table).any(|sheet| {
            let at = sheet.place("id");
            let mut rows = sheet.rows.iter().zip(&sheet.stays);
            rows.any(|(row, stays)| {
                *stays && at.and_then(|at| row.get(at)).is_some_and(|c| c == id)
            })
        })
    };
    let headline: Vec<Value> = texts(&root, "headline")
        .into_iter()
        .filter(|id| stays(id))
        .map(Value::String)
        .collect();
    let Some(package) = root.as_object_mut() else {
        return root;
    };
    if package.contains_key("headline") {
        package.insert("headline".to_owned(), Value::Array(headline));
    }
    for (property, lang) in [
        ("title", Lang::En),
        ("title_en", Lang::En),
        ("title_zh", Lang::Zh),
    ] {
        if let Some(Value::String(title)) = package.get_mut(property) {
            *title = fill(lang.later().saving.part_of, &[("title", title)]);
        }
    }
    package.remove("explorerRows");
    package.insert(
        "filter".to_owned(),
        json!({ "query": address, "address": colophon.address, "saved": colophon.saved }),
    );
    let resources = package.get_mut("resources").and_then(Value::as_array_mut);
    for resource in resources.into_iter().flatten() {
        let name = Resource::parse(resource).name;
        let sheet = sheets.iter().find(|sheet| sheet.table == name);
        if let (Some(sheet), Some(entry)) = (sheet, resource.as_object_mut()) {
            entry.retain(|property, _| !UNTRUE.contains(&property.as_str()));
            entry.insert("path".to_owned(), json!(sheet.path));
        }
    }
    root
}

/// What an archive holds, in the reader's language.
fn readme(colophon: &Colophon, said: &[String], counts: &[String], lang: Lang) -> Entry {
    let mut text = format!("# {}\n", colophon.data);
    let about = [colophon.sentences(lang), colophon.address.clone()];
    for paragraph in about.iter().chain(said).filter(|p| !p.is_empty()) {
        text.push_str(&format!("\n{paragraph}\n"));
    }
    if !counts.is_empty() {
        text.push('\n');
    }
    for count in counts {
        text.push_str(&format!("- {count}\n"));
    }
    entry(README, text.into_bytes())
}
