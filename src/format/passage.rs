//! The report's own words, with the numbers in them that the data take from there.

use crate::format::fact::Fact;

/// A run of a passage, and whether it is a number that a row of the data states with this paragraph. The runs together are the passage.
pub fn runs(passage: &str, facts: &[Fact]) -> Vec<(String, bool)> {
    let stated: Vec<String> = facts
        .iter()
        .flat_map(|fact| pieces(&fact.value))
        .filter_map(|piece| digits(&piece))
        .collect();
    let mut runs: Vec<(String, bool)> = Vec::new();
    for piece in pieces(passage) {
        let is_stated = digits(&piece).is_some_and(|number| stated.contains(&number));
        match runs.last_mut() {
            Some((text, false)) if !is_stated => text.push_str(&piece),
            _ => runs.push((piece, is_stated)),
        }
    }
    runs
}

/// The text cut before and after each number, groups of three digits and decimals included.
fn pieces(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let mut pieces: Vec<String> = Vec::new();
    let mut was_number = false;
    for (at, &c) in chars.iter().enumerate() {
        let is_number = c.is_ascii_digit() || (was_number && joins(&chars, at));
        match pieces.last_mut() {
            Some(piece) if is_number == was_number => piece.push(c),
            _ => pieces.push(c.to_string()),
        }
        was_number = is_number;
    }
    pieces
}

/// True for a sign between two digits that belongs to their number: a comma, a point, or the space before a group of three.
fn joins(chars: &[char], at: usize) -> bool {
    let is_digit = |at: usize| chars.get(at).is_some_and(char::is_ascii_digit);
    match chars.get(at) {
        Some(',' | '.') => is_digit(at + 1),
        Some(' ' | '\u{a0}' | '\u{202f}') => {
            let is_group = (1..=3).all(|n| is_digit(at + n)) && !is_digit(at + 4);
            // A year before a number is none of its groups.
            is_group && !(1..=4).all(|n| at.checked_sub(n).is_some_and(is_digit))
        }
        _ => false,
    }
}

/// The number without the signs that group its digits.
fn digits(piece: &str) -> Option<String> {
    let starts = piece.chars().next()?.is_ascii_digit();
    let kept = |c: &char| c.is_ascii_digit() || *c == '.';
    starts.then(|| piece.chars().filter(kept).collect())
}
