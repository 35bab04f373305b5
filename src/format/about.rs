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
    let about = &data.about;
    let rows = number(rows as f64, lang);
    let date = parse_date(&about.created).map_or(about.created.clone(), |d| day(d, lang));
    let paragraphs = match data.paragraphs.len() {
        0 => String::new(),
        n => n.to_string(),
    };
    let facts = [
        (strings.title, "title", pick(&about.title, lang)),
        (strings.version, "version", &*about.version),
        (strings.date, "date", &date),
        (strings.rows, "n", &rows),
        (strings.paragraphs, "n", &paragraphs),
        (strings.licence, "licence", &about.licence),
        (strings.program, "version", env!("CARGO_PKG_VERSION")),
    ];
    let said = facts.into_iter().filter(|(.., value)| !value.is_empty());
    let said: Vec<String> = said
        .map(|(sentence, name, value)| fill(sentence, &[(name, value)]))
        .collect();
    sentences(&said, lang)
}
