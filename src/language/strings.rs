//! Every word that the interface says, by where it stands. Places to fill are written `{name}`.

/// All strings of one language.
#[allow(
    missing_docs,
    reason = "a field's name and its English text say what it is"
)]
pub struct Strings {
    pub issues: IssueStrings,
}

/// What is wrong with a package. Places: see `format::issue`.
#[allow(
    missing_docs,
    reason = "a field's name and its English text say what it is"
)]
pub struct IssueStrings {
    // Where: the parts of a place, in the order table, row, id, column.
    pub package: &'static str,
    pub in_row: &'static str,
    pub in_id: &'static str,
    // A reason and what was done about it, as one text.
    pub reason_and_effect: &'static str,
    // Reasons.
    pub not_json: &'static str,
    pub not_a_package: &'static str,
    pub no_tables: &'static str,
    pub newer_format: &'static str,
    pub table_missing: &'static str,
    pub unreachable_status: &'static str,
    pub unreachable: &'static str,
    pub not_text: &'static str,
    pub outside: &'static str,
    pub unknown_table: &'static str,
    pub repeated_table: &'static str,
    pub no_usable_data: &'static str,
    pub no_header: &'static str,
    pub no_rows: &'static str,
    pub unknown_column: &'static str,
    pub missing_column: &'static str,
    pub repeated_column: &'static str,
    pub wrong_width: &'static str,
    pub unclosed_quote: &'static str,
    pub not_a: &'static str,
    pub not_allowed: &'static str,
    pub empty: &'static str,
    pub pattern: &'static str,
    pub too_small: &'static str,
    pub too_large: &'static str,
    pub duplicate_key: &'static str,
    pub duplicate_value: &'static str,
    pub dangling: &'static str,
    pub end_before_start: &'static str,
    pub outside_parent: &'static str,
    pub outside_period: &'static str,
    pub unreadable_citation: &'static str,
    pub no_citation: &'static str,
    pub no_such_paragraph: &'static str,
    pub formula_word: &'static str,
    pub formula_incomplete: &'static str,
    pub formula_missing: &'static str,
    pub formula_zero: &'static str,
    pub formula_differs: &'static str,
    pub formula_without_number: &'static str,
    pub sum_exceeds: &'static str,
    pub range_reversed: &'static str,
    pub same_values: &'static str,
    // What a cell ought to hold.
    pub number: &'static str,
    pub integer: &'static str,
    pub date: &'static str,
    pub boolean: &'static str,
    pub slug: &'static str,
    pub alpha2: &'static str,
    pub alpha3: &'static str,
    pub m49: &'static str,
    // What was done.
    pub row_kept: &'static str,
    pub cell_emptied: &'static str,
    pub entry_left_out: &'static str,
    pub row_left_out: &'static str,
    pub column_ignored: &'static str,
    pub table_ignored: &'static str,
    pub table_empty: &'static str,
    pub package_refused: &'static str,
}
