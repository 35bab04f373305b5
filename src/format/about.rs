//! What a package says of itself.

use crate::format::date::day;
use crate::format::number::number;
use crate::format::text::{pick, sentences};
use crate::language::lang::Lang;
use crate::language::template::fill;
use crate::model::dataset::Dataset;
use crate::model::span::parse_date;

/// Report, version, date, size and licence of the data, as far as the package says them. `rows` is the package's number of rows, of
/// which not all need to be here. The paragraphs are counted once their table is here.
pub fn facts(data: &Dataset, rows: usize, lang: Lang) -> String {
    let strings = &lang.later().footer;
    let rows = number(rows as f64, lang);
    let paragraphs = match data.paragraphs.len() {
        0 => String::new(),
        n => n.to_string(),
    };
    let [title, version, date, licence] = said_of(data, lang);
    let facts = [
        title,
        version,
        date,
        fact(strings.rows, "n", &rows),
        fact(strings.paragraphs, "n", &paragraphs),
        licence,
        fact(strings.program, "version", env!("CARGO_PKG_VERSION")),
    ];
    together(&facts, lang)
}

/// Report, version, date and licence of the data, for what leaves the page.
pub fn origin(data: &Dataset, lang: Lang) -> String {
    together(&said_of(data, lang), lang)
}

fn said_of(data: &Dataset, lang: Lang) -> [String; 4] {
    let strings = &lang.later().footer;
    let about = &data.about;
    let date = parse_date(&about.created).map_or(about.created.clone(), |d| day(d, lang));
    [
        fact(strings.title, "title", pick(&about.title, lang)),
        fact(strings.version, "version", &about.version),
        fact(strings.date, "date", &date),
        fact(strings.licence, "licence", &about.licence),
    ]
}

/// A sentence, or nothing where there is nothing to say.
fn fact(sentence: &str, name: &str, value: &str) -> String {
    match value {
        "" => String::new(),
        _ => fill(sentence, &[(name, value)]),
    }
}

fn together(facts: &[String], lang: Lang) -> String {
    let said = facts.iter().filter(|fact| !fact.is_empty()).cloned();
    sentences(&said.collect::<Vec<String>>(), lang)
}
