//! Troubles of a package as sentences for someone who does not know its code.

use crate::language::lang::Lang;
use crate::language::strings::IssueStrings;
use crate::language::template::fill;
use crate::model::formula::FormulaError;
use crate::model::issue::{CellKind, Effect, Issue, Reason, Unreachable};
use crate::model::span::iso_date;

/// What is wrong, and what was done about it.
pub fn sentence(issue: &Issue, lang: Lang) -> String {
    let words = &lang.later().issues;
    let reason = reason(&issue.reason, words);
    match effect(issue, words) {
        "" => reason,
        effect => fill(
            words.reason_and_effect,
            &[("reason", &reason), ("effect", effect)],
        ),
    }
}

/// Where: `events row 3 (bern) start`.
pub fn place(issue: &Issue, lang: Lang) -> String {
    let words = &lang.later().issues;
    let table = if issue.table.is_empty() {
        words.package
    } else {
        &issue.table
    };
    let row = issue
        .row
        .map(|row| fill(words.in_row, &[("row", &row.to_string())]));
    let id = issue.id.as_ref().map(|id| fill(words.in_id, &[("id", id)]));
    let parts = [Some(table.to_owned()), row, id, issue.column.clone()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn effect(issue: &Issue, words: &IssueStrings) -> &'static str {
    match issue.effect {
        Effect::RowLeftOut if issue.row.is_none() => words.rows_left_out,
        Effect::Kept if matches!(issue.reason, Reason::FurtherRows { .. }) => words.rows_kept,
        Effect::Kept if issue.row.is_some() => words.row_kept,
        Effect::Kept => "",
        Effect::CellEmptied => words.cell_emptied,
        Effect::EntryLeftOut => words.entry_left_out,
        Effect::RowLeftOut => words.row_left_out,
        Effect::RestLeftOut => words.rest_left_out,
        Effect::ColumnIgnored => words.column_ignored,
        Effect::TableIgnored => words.table_ignored,
        Effect::TableEmpty => words.table_empty,
        Effect::PackageRefused => words.package_refused,
    }
}

/// Long but flat: an arm a reason.
fn reason(reason: &Reason, words: &IssueStrings) -> String {
    match reason {
        Reason::NotJson { line, column } => fill(
            words.not_json,
            &[("line", &line.to_string()), ("column", &column.to_string())],
        ),
        Reason::NotAPackage => words.not_a_package.to_owned(),
        Reason::NoTables => words.no_tables.to_owned(),
        Reason::NewerFormat { found, known } => fill(
            words.newer_format,
            &[("found", &found.to_string()), ("known", &known.to_string())],
        ),
        Reason::TableMissing => words.table_missing.to_owned(),
        Reason::Unreachable(why) => unreachable_file(*why, words),
        Reason::UnknownTable => words.unknown_table.to_owned(),
        Reason::RepeatedTable => words.repeated_table.to_owned(),
        Reason::NoUsableData => words.no_usable_data.to_owned(),
        Reason::NoHeader => words.no_header.to_owned(),
        Reason::NoRows => words.no_rows.to_owned(),
        Reason::UnknownColumn => words.unknown_column.to_owned(),
        Reason::MissingColumn => words.missing_column.to_owned(),
        Reason::RepeatedColumn => words.repeated_column.to_owned(),
        Reason::WrongWidth { expected, found } => {
            let (expected, found) = (expected.to_string(), found.to_string());
            fill(
                words.wrong_width,
                &[("expected", &expected), ("found", &found)],
            )
        }
        Reason::UnclosedQuote => words.unclosed_quote.to_owned(),
        Reason::TooManyRows { most } => fill(words.too_many_rows, &[("most", &most.to_string())]),
        Reason::TooManyColumns { most } => {
            fill(words.too_many_columns, &[("most", &most.to_string())])
        }
        Reason::CellTooLong { most } => fill(words.cell_too_long, &[("most", &most.to_string())]),
        Reason::NotA { kind, value } => fill(
            words.not_a,
            &[("value", value), ("kind", cell_kind(*kind, words))],
        ),
        Reason::NotAllowed { value, allowed } => fill(
            words.not_allowed,
            &[("value", value), ("allowed", &allowed.join(", "))],
        ),
        Reason::Empty => words.empty.to_owned(),
        Reason::Pattern { value, pattern } => {
            fill(words.pattern, &[("value", value), ("pattern", pattern)])
        }
        Reason::TooSmall { value, minimum } => fill(
            words.too_small,
            &[("value", &exact(*value)), ("minimum", &exact(*minimum))],
        ),
        Reason::TooLarge { value, maximum } => fill(
            words.too_large,
            &[("value", &exact(*value)), ("maximum", &exact(*maximum))],
        ),
        Reason::DuplicateKey { key } => fill(words.duplicate_key, &[("key", key)]),
        Reason::DuplicateValue { value } => fill(words.duplicate_value, &[("value", value)]),
        Reason::TooManyValues { most } => {
            fill(words.too_many_values, &[("most", &most.to_string())])
        }
        Reason::FurtherRows { rows } => fill(words.further_rows, &[("rows", &rows.to_string())]),
        Reason::Dangling { table, id } => fill(words.dangling, &[("table", table), ("id", id)]),
        Reason::EndBeforeStart { start, end } => {
            fill(words.end_before_start, &[("start", start), ("end", end)])
        }
        Reason::OutsideParent { parent } => fill(words.outside_parent, &[("parent", parent)]),
        Reason::OutsidePeriod { date, first, last } => {
            let [date, first, last] = [date, first, last].map(|date| iso_date(*date));
            fill(
                words.outside_period,
                &[("date", &date), ("first", &first), ("last", &last)],
            )
        }
        Reason::UnreadableCitation { text } => fill(words.unreadable_citation, &[("text", text)]),
        Reason::NoCitation => words.no_citation.to_owned(),
        Reason::NoSuchParagraph { para, last } => fill(
            words.no_such_paragraph,
            &[("para", &para.to_string()), ("last", &last.to_string())],
        ),
        Reason::Formula(error) => formula(error, words),
        Reason::FormulaDiffers { expected, found } => {
            let (expected, found) = (exact(*expected), exact(*found));
            fill(
                words.formula_differs,
                &[("expected", &expected), ("found", &found)],
            )
        }
        Reason::FormulaWithoutNumber => words.formula_without_number.to_owned(),
        Reason::SumExceeds { sum, total, id } => {
            let (sum, total) = (exact(*sum), exact(*total));
            fill(
                words.sum_exceeds,
                &[("sum", &sum), ("total", &total), ("id", id)],
            )
        }
        Reason::RangeReversed { value, high } => fill(
            words.range_reversed,
            &[("value", &exact(*value)), ("high", &exact(*high))],
        ),
        Reason::SameValues { value } => fill(words.same_values, &[("value", value)]),
    }
}

fn unreachable_file(why: Unreachable, words: &IssueStrings) -> String {
    match why {
        Unreachable::Status(status) => {
            fill(words.unreachable_status, &[("status", &status.to_string())])
        }
        Unreachable::NoAnswer => words.unreachable.to_owned(),
        Unreachable::NotText => words.not_text.to_owned(),
        Unreachable::Outside => words.outside.to_owned(),
        Unreachable::TooLarge(most) => fill(
            words.file_too_large,
            &[("megabytes", &(most >> 20).to_string())],
        ),
    }
}

fn formula(error: &FormulaError, words: &IssueStrings) -> String {
    match error {
        FormulaError::Syntax(word) if word.is_empty() => words.formula_incomplete.to_owned(),
        FormulaError::Syntax(word) => fill(words.formula_word, &[("word", word)]),
        FormulaError::Missing(id) => fill(words.formula_missing, &[("id", id)]),
        FormulaError::DivisionByZero => words.formula_zero.to_owned(),
    }
}

fn cell_kind(kind: CellKind, words: &IssueStrings) -> &'static str {
    match kind {
        CellKind::Number => words.number,
        CellKind::Integer => words.integer,
        CellKind::Date => words.date,
        CellKind::Boolean => words.boolean,
        CellKind::Slug => words.slug,
        CellKind::Alpha2 => words.alpha2,
        CellKind::Alpha3 => words.alpha3,
        CellKind::M49 => words.m49,
    }
}

/// A number to three decimals, ungrouped, as the package's cells write it.
fn exact(value: f64) -> String {
    if value.abs() < 1e12 {
        ((value * 1000.0).round() / 1000.0).to_string()
    } else {
        format!("{value:e}")
    }
}
