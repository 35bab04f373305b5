//! What holds in a package, in sentences.

use crate::format::dossier::{Group, Line};
use crate::format::number::{money, number, quantity_with_unit};
use crate::format::text::{dimension, pick, word};
use crate::language::lang::Lang;
use crate::language::strings::CheckStrings;
use crate::language::template::fill;
use crate::model::audit::{Audit, Comparison};
use crate::model::quantity::{Approximation, Quantity};

/// The audit in groups of lines; the first line of a group sums it up.
pub fn groups(audit: &Audit, lang: Lang) -> Vec<Group> {
    let words = &lang.later().check;
    vec![
        group(words.rows, rows(audit, lang)),
        group(words.citations, citations(audit, lang)),
        group(words.computed, computed(audit, lang)),
        group(words.totals, totals(audit, lang)),
        group(words.open, open(audit, words, lang)),
    ]
    .into_iter()
    .filter(|group| !group.lines.is_empty())
    .collect()
}

fn group(title: &str, lines: Vec<Line>) -> Group {
    Group {
        title: title.to_owned(),
        lines,
        ..Group::default()
    }
}

fn line(text: String, value: String) -> Line {
    Line {
        text,
        value,
        ..Line::default()
    }
}

/// A sentence about numbers.
fn sentence(template: &str, numbers: &[(&str, usize)], lang: Lang) -> Line {
    let texts: Vec<(&str, String)> = numbers
        .iter()
        .map(|(name, n)| (*name, number(*n as f64, lang)))
        .collect();
    let values: Vec<(&str, &str)> = texts.iter().map(|(name, n)| (*name, n.as_str())).collect();
    line(fill(template, &values), String::new())
}

fn rows(audit: &Audit, lang: Lang) -> Vec<Line> {
    let words = &lang.later().check;
    let tables = [("n", audit.rows), ("tables", audit.tables.len())];
    let mut lines = vec![sentence(words.rows_in_all, &tables, lang)];
    let here: usize = audit.tables.iter().map(|(_, rows)| rows).sum();
    if let Some(elsewhere @ 1..) = audit.rows.checked_sub(here) {
        lines.push(sentence(words.rows_elsewhere, &[("n", elsewhere)], lang));
    }
    if audit.rows_lost > 0 {
        lines.push(sentence(words.rows_lost, &[("n", audit.rows_lost)], lang));
    }
    lines.push(match audit.troubles {
        0 => line(words.nothing_wrong.to_owned(), String::new()),
        n => sentence(words.wrong, &[("n", n)], lang),
    });
    let of_table = |(table, rows): &(&'static str, usize)| {
        line(word(words.tables, table), number(*rows as f64, lang))
    };
    lines.extend(audit.tables.iter().map(of_table));
    lines
}

fn citations(audit: &Audit, lang: Lang) -> Vec<Line> {
    let words = &lang.later().check;
    let counts = [("n", audit.citations), ("bad", audit.unresolved.len())];
    let template = match (audit.has_paragraphs, audit.unresolved.as_slice()) {
        _ if audit.citations == 0 => return Vec::new(),
        (_, [_, ..]) => words.citations_fail,
        (true, []) => words.citations_hold,
        (false, []) => words.citations_unchecked,
    };
    let mut lines = vec![sentence(template, &counts, lang)];
    lines.extend(audit.unresolved.iter().map(|lost| Line {
        label: word(words.tables, &lost.table),
        ..line(lost.id.clone(), format!("¶{}", lost.citation))
    }));
    lines
}

fn computed(audit: &Audit, lang: Lang) -> Vec<Line> {
    let words = &lang.later().check;
    let templates = [words.computed_hold, words.computed_fail];
    compared(&audit.computed, templates, lang, |row| {
        match (row.computed, row.holds) {
            (_, true) => String::new(),
            (Some(value), false) => with_value(words.formula_gives, row, value, lang),
            (None, false) => words.formula_fails.to_owned(),
        }
    })
}

fn totals(audit: &Audit, lang: Lang) -> Vec<Line> {
    let words = &lang.later().check;
    let templates = [words.totals_hold, words.totals_fail];
    let mut lines = compared(&audit.totals, templates, lang, |row| {
        let stated = row.stated.as_ref().map_or(0.0, |q| q.value);
        let sum = row.computed.unwrap_or_default();
        let template = match row.holds {
            _ if sum == stated => words.parts_equal,
            true if sum < stated => words.parts_below,
            true => words.parts_within,
            false => words.parts_above,
        };
        with_value(template, row, sum, lang)
    });
    if audit.overlapping > 0 {
        lines.push(sentence(
            words.overlapping,
            &[("n", audit.overlapping)],
            lang,
        ));
    }
    lines
}

/// How many hold, then each: what it is, the number as stated, and what `note` says. Nothing where there is nothing to compare.
fn compared(
    rows: &[Comparison],
    [hold, fail]: [&str; 2],
    lang: Lang,
    note: impl Fn(&Comparison) -> String,
) -> Vec<Line> {
    if rows.is_empty() {
        return Vec::new();
    }
    let bad = rows.iter().filter(|row| !row.holds).count();
    let template = if bad == 0 { hold } else { fail };
    let counts = [("n", rows.len() - bad), ("bad", bad), ("total", rows.len())];
    let mut lines = vec![sentence(template, &counts, lang)];
    lines.extend(rows.iter().map(|row| Line {
        label: dimension(&row.dimension_name, &row.dimension, lang),
        note: note(row),
        ..line(what(row, lang), stated(row, lang))
    }));
    lines
}

/// What a number counts: `Everyone: Women`.
fn what(row: &Comparison, lang: Lang) -> String {
    let parts = row.what.iter().map(|text| pick(text, lang));
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    match parts.as_slice() {
        [] => row.id.clone(),
        parts => parts.join(lang.strings().list.colon),
    }
}

fn stated(row: &Comparison, lang: Lang) -> String {
    match &row.stated {
        Some(quantity) => in_words(row, quantity, lang),
        None => lang.strings().view.not_stated.to_owned(),
    }
}

fn with_value(template: &str, row: &Comparison, value: f64, lang: Lang) -> String {
    let unit = row.stated.as_ref().map_or("", |q| q.unit.as_str());
    let quantity = Quantity {
        value,
        high: None,
        approximation: Approximation::Exact,
        unit: unit.to_owned(),
    };
    fill(template, &[("value", &in_words(row, &quantity, lang))])
}

fn in_words(row: &Comparison, quantity: &Quantity, lang: Lang) -> String {
    match row.table {
        "funding" => money(quantity.value, &quantity.unit, lang),
        _ => quantity_with_unit(quantity, lang),
    }
}

fn open(audit: &Audit, words: &CheckStrings, lang: Lang) -> Vec<Line> {
    [
        (words.contradictions, audit.contradictions),
        (words.gaps, audit.gaps),
        (words.approximations, audit.approximations),
    ]
    .into_iter()
    .filter(|(_, n)| *n > 0)
    .map(|(template, n)| sentence(template, &[("n", n)], lang))
    .collect()
}
