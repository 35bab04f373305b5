//! What every file says of itself: what it shows, of which data, from where.

use crate::chart::clause_name::clause_name;
use crate::filter::selection::Selection;
use crate::format::about::origin;
use crate::format::date::day;
use crate::format::text::{pick, sentences};
use crate::language::lang::Lang;
use crate::language::template::fill;
use crate::model::citation::Source;
use crate::model::dataset::Dataset;
use crate::model::span::parse_date;

/// Where a file is from. What a package does not say is empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Colophon {
    /// What the file shows, in one sentence: a view's finding.
    pub title: String,
    /// The view's name; empty for what is no view.
    pub view: String,
    /// The package's title.
    pub data: String,
    /// The package's name, for names of files.
    pub name: String,
    /// The filters that were on, each by its name.
    pub filters: Vec<String>,
    /// The paragraphs of the report behind it.
    pub source: Source,
    /// The licence of the data.
    pub licence: String,
    /// The version of the data.
    pub version: String,
    /// The day the data was made, ISO.
    pub created: String,
    /// The day the file was made, ISO.
    pub saved: String,
    /// Where the same view opens again.
    pub address: String,
    /// Report, version, date and licence in sentences.
    pub origin: String,
}

impl Colophon {
    /// What a package says of itself, and what is chosen of it.
    pub fn of(data: &Dataset, selection: &Selection, lang: Lang) -> Self {
        let about = &data.about;
        let clauses = selection.clauses().iter();
        Self {
            data: pick(&about.title, lang).to_owned(),
            name: file_name(&about.name),
            filters: clauses
                .map(|clause| clause_name(*clause, data, lang))
                .collect(),
            licence: about.licence.clone(),
            version: about.version.clone(),
            created: about.created.clone(),
            origin: origin(data, lang),
            ..Self::default()
        }
    }

    /// The name of a file of it: `gfmd-2011-funding.csv`.
    pub fn file(&self, what: &str, ending: &str) -> String {
        match &*self.name {
            "" => format!("{what}.{ending}"),
            name => format!("{name}-{what}.{ending}"),
        }
    }

    /// Data, version, licence and day in sentences, as far as they are known.
    pub fn sentences(&self, lang: Lang) -> String {
        let date = parse_date(&self.saved).map(|date| day(date, lang));
        let saved = date.map(|date| fill(lang.later().saving.of_saving, &[("date", &date)]));
        let said: Vec<String> = [self.origin.clone()].into_iter().chain(saved).collect();
        sentences(&said, lang)
    }

    /// The filters that were on, as a sentence.
    pub fn filtered_by(&self, lang: Lang) -> Option<String> {
        let names = self.filters.join(lang.strings().list.semicolon);
        let sentence = fill(lang.later().saving.filters, &[("filters", &names)]);
        (!names.is_empty()).then_some(sentence)
    }
}

/// A package's name as part of a file's: letters, digits and hyphens.
fn file_name(name: &str) -> String {
    let plain = name.chars().map(|c| match c {
        c if c.is_ascii_alphanumeric() => c,
        _ => '-',
    });
    let plain: String = plain.take(FILE_NAME_MAX).collect();
    plain.trim_matches('-').to_owned()
}

/// In characters.
const FILE_NAME_MAX: usize = 60;
