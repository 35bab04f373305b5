//! `datapackage.json`.

use serde_json::Value;

use super::attendance;
use super::json::{list, text, texts};
use super::read::{FIRST_READERS, LATER_TABLES};
use super::resource::{Location, Resource};
use crate::model::dataset::About;
use crate::model::issue::{Effect, Issue, Reason, Severity};
use crate::model::text::Text;

/// The version of the package form that this explorer reads, as the custom property `explorerFormat` states it.
pub const EXPLORER_FORMAT: u64 = 1;

/// The custom property with which a packed file says how many rows its package has.
pub const ROWS: &str = "explorerRows";

/// The table that is read while it arrives.
const STREAMED: &str = attendance::FORM.name;

/// Why a package cannot be opened at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackageError {
    /// The descriptor is not JSON. Carries the line and column, from 1, at which reading stopped.
    NotJson {
        /// The line.
        line: usize,
        /// The column.
        column: usize,
    },
    /// The descriptor is JSON, but no object with a list of resources.
    NotAPackage,
    /// None of its resources is a table that the explorer shows.
    NoTables,
}

impl PackageError {
    /// The error as an issue of the whole package, to be put into words like any other.
    pub fn issue(&self) -> Issue {
        let reason = match *self {
            Self::NotJson { line, column } => Reason::NotJson { line, column },
            Self::NotAPackage => Reason::NotAPackage,
            Self::NoTables => Reason::NoTables,
        };
        Issue::of_table("", Severity::Error, reason, Effect::PackageRefused)
    }
}

/// A package's description of itself and its tables.
#[derive(Clone, Debug)]
pub struct Descriptor {
    /// Its metadata.
    pub about: About,
    /// The tables that the explorer knows, each once, in the descriptor's order.
    pub resources: Vec<Resource>,
    /// How many rows the package has in all, where it says so: a packed file does not hold every row.
    pub row_count: Option<usize>,
    /// What was wrong with the descriptor.
    pub issues: Vec<Issue>,
}

impl Descriptor {
    /// Reads the text of a `datapackage.json`. Unknown properties are ignored; a resource that the explorer does not know is noted.
    ///
    /// # Errors
    /// [`PackageError`] where nothing can be shown of the package.
    pub fn parse(json: &str) -> Result<Self, PackageError> {
        let root: Value =
            serde_json::from_str(json.trim_start_matches('\u{feff}')).map_err(|error| {
                PackageError::NotJson {
                    line: error.line(),
                    column: error.column(),
                }
            })?;
        if !root.get("resources").is_some_and(Value::is_array) {
            return Err(PackageError::NotAPackage);
        }
        let mut issues: Vec<Issue> = newer_format(&root).into_iter().collect();
        let resources = known_resources(&root, &mut issues);
        if resources.is_empty() {
            return Err(PackageError::NoTables);
        }
        Ok(Self {
            about: about(&root),
            resources,
            row_count: root
                .get(ROWS)
                .and_then(Value::as_u64)
                .and_then(|n| usize::try_from(n).ok()),
            issues,
        })
    }

    /// The files to fetch: each table's name and its path relative to the descriptor. Tables with inline rows need none, and
    /// deferred ones and [`Descriptor::streamed_file`] are fetched when a reader asks for them.
    pub fn files(&self) -> Vec<(String, String)> {
        self.paths(|resource| !resource.is_deferred && resource.name != STREAMED)
    }

    /// The files of the deferred tables.
    pub fn deferred_files(&self) -> Vec<(String, String)> {
        self.paths(|resource| resource.is_deferred && resource.name != STREAMED)
    }

    /// The name and path of the table whose file is read slice by slice while it arrives, deferred or not: `attendance`.
    pub fn streamed_file(&self) -> Option<(String, String)> {
        self.paths(|resource| resource.name == STREAMED).pop()
    }

    fn paths(&self, is_asked_for: impl Fn(&Resource) -> bool) -> Vec<(String, String)> {
        let path = |resource: &Resource| match &resource.location {
            Location::File(path) if is_asked_for(resource) => {
                Some((resource.name.clone(), path.clone()))
            }
            _ => None,
        };
        self.resources.iter().filter_map(path).collect()
    }
}

fn newer_format(root: &Value) -> Option<Issue> {
    let found = root.get("explorerFormat")?.as_u64()?;
    (found > EXPLORER_FORMAT).then(|| {
        let known = EXPLORER_FORMAT;
        let reason = Reason::NewerFormat { found, known };
        Issue::of_table("", Severity::Warning, reason, Effect::Kept)
    })
}

fn known_resources(root: &Value, issues: &mut Vec<Issue>) -> Vec<Resource> {
    let mut known: Vec<Resource> = Vec::new();
    for resource in list(root, "resources").iter().map(Resource::parse) {
        let is_known = |name: &&str| *name == resource.name;
        let (severity, reason) = if !FIRST_READERS.iter().any(|r| is_known(&r.form.name))
            && !LATER_TABLES.iter().any(is_known)
        {
            (Severity::Note, Reason::UnknownTable)
        } else if known.iter().any(|other| other.name == resource.name) {
            (Severity::Error, Reason::RepeatedTable)
        } else {
            known.push(resource);
            continue;
        };
        let effect = Effect::TableIgnored;
        issues.push(Issue::of_table(&resource.name, severity, reason, effect));
    }
    known
}

fn about(root: &Value) -> About {
    let homepage = match text(root, "homepage") {
        empty if empty.is_empty() => first(root, "sources", &["path"]),
        homepage => homepage,
    };
    About {
        name: text(root, "name"),
        title: pair(root, "title"),
        description: pair(root, "description"),
        version: text(root, "version"),
        created: day(&text(root, "created")),
        licence: first(root, "licenses", &["name", "title"]),
        homepage,
        headline: texts(root, "headline"),
    }
}

/// The day of an RFC 3339 time.
fn day(time: &str) -> String {
    time.split('T').next().unwrap_or(time).to_owned()
}

/// `title_zh` and `title_en`; the plain `title` stands in for the English where that is absent.
fn pair(root: &Value, property: &str) -> Text {
    let en = match text(root, &format!("{property}_en")) {
        empty if empty.is_empty() => text(root, property),
        en => en,
    };
    Text::new(text(root, &format!("{property}_zh")), en)
}

fn first(root: &Value, property: &str, names: &[&str]) -> String {
    let entry = list(root, property).first();
    names
        .iter()
        .filter_map(|name| entry.map(|e| text(e, name)))
        .find(|text| !text.is_empty())
        .unwrap_or_default()
}
