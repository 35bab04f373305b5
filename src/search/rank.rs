//! How well a row fits a query.

use super::fold::{has_no_breaks, is_word_start};
use super::query::{Query, Way, Word};

/// How well a row fits; the first is the best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// Its name, code or number is what was typed.
    Exact,
    /// Its name begins with it.
    NameBegins,
    /// Words of its name begin with the words.
    NameWords,
    /// The words stand somewhere in its name.
    NameInside,
    /// Words of its name and text begin with the words.
    TextWords,
    /// The words stand somewhere in its name and text.
    TextInside,
    /// A run of characters without breaks stands in pieces in its name and text.
    Pieces,
}

impl Tier {
    /// All tiers, the best first.
    pub const ALL: [Self; 7] = [
        Self::Exact,
        Self::NameBegins,
        Self::NameWords,
        Self::NameInside,
        Self::TextWords,
        Self::TextInside,
        Self::Pieces,
    ];
}

/// What a row is found by, folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    /// Its names in both languages, each once.
    pub names: Vec<String>,
    /// Codes that must be typed whole.
    pub codes: Vec<String>,
    /// Everything else.
    pub text: String,
    /// True where the names are sentences, which come after names.
    pub is_sentence: bool,
}

/// Where a word stands in a text; a start is better.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Start,
    Inside,
}

/// The shortest run of characters without breaks that may stand in pieces, and the longest.
const RUN_CHARS: std::ops::RangeInclusive<usize> = 4..=24;
/// The longest piece of a run.
const PIECE_CHARS: usize = 8;
/// Latin words shorter than this match only where a word begins.
const INSIDE_CHARS: usize = 3;

/// How well a row fits a query; `None` where it does not.
pub fn tier(texts: &Texts, query: &Query) -> Option<Tier> {
    query
        .ways
        .iter()
        .filter_map(|way| tier_of(texts, way))
        .min()
}

fn tier_of(texts: &Texts, way: &Way) -> Option<Tier> {
    let Texts {
        names,
        codes,
        text,
        is_sentence,
    } = texts;
    if names.iter().chain(codes).any(|name| *name == way.whole) {
        return Some(Tier::Exact);
    }
    let Some(anywhere) = all_in(names, text, way) else {
        return all_in_pieces(names, text, way).then_some(Tier::Pieces);
    };
    let one_name = names.iter().map(std::slice::from_ref);
    let in_names = one_name.filter_map(|name| all_in(name, "", way)).min();
    let begins = || names.iter().any(|name| name.starts_with(&way.whole));
    Some(match in_names.filter(|_| !is_sentence) {
        Some(_) if begins() => Tier::NameBegins,
        Some(Place::Start) => Tier::NameWords,
        Some(Place::Inside) => Tier::NameInside,
        None if anywhere == Place::Start => Tier::TextWords,
        None => Tier::TextInside,
    })
}

/// The worst place of a way's words in names and a text, or nothing where one of the words is missing.
fn all_in(names: &[String], text: &str, way: &Way) -> Option<Place> {
    let mut worst = Place::Start;
    for word in &way.words {
        worst = worst.max(place_in(names, text, word)?);
    }
    Some(worst)
}

fn place_in(names: &[String], text: &str, word: &Word) -> Option<Place> {
    let mut best = None;
    for text in names.iter().map(String::as_str).chain([text]) {
        for form in &word.forms {
            for (at, _) in occurrences(text, form) {
                if is_word_start(text, at) {
                    return Some(Place::Start);
                }
                best = Some(Place::Inside);
            }
        }
    }
    best
}

/// Where a form stands in a text as it may: from where to where, in bytes.
///
/// A number is found whole, or from three digits on by its first ones: 27 is neither in 127 nor in 2,700. Short Latin words are found
/// where a word begins.
pub fn occurrences<'a>(text: &'a str, form: &'a str) -> impl Iterator<Item = (usize, usize)> + 'a {
    let is_number = form.bytes().next().is_some_and(|b| b.is_ascii_digit());
    let is_short = form.len() < INSIDE_CHARS && form.is_ascii();
    let part_of_number = |c: char| c.is_ascii_digit() || c == '.';
    text.match_indices(form)
        .map(|(at, found)| (at, at + found.len()))
        .filter(move |&(at, end)| {
            if is_number {
                let before = text.get(..at).and_then(|t| t.chars().next_back());
                let after = text.get(end..).and_then(|t| t.chars().next());
                let is_whole = !after.is_some_and(part_of_number);
                return !before.is_some_and(part_of_number)
                    && (is_whole || form.len() >= INSIDE_CHARS);
            }
            !is_short || is_word_start(text, at)
        })
}

fn all_in_pieces(names: &[String], text: &str, way: &Way) -> bool {
    let is_there =
        |piece: &str| text.contains(piece) || names.iter().any(|name| name.contains(piece));
    let is_in_pieces = |form: &String| !pieces(form, &is_there).is_empty();
    way.words.iter().all(|word| {
        // What can stand in pieces is tried so first: it fails sooner.
        word.forms.iter().any(is_in_pieces) || place_in(names, text, word).is_some()
    })
}

/// The pieces, each of two characters or more, that a run of characters without breaks falls into so that every piece is there; none
/// where it does not.
pub fn pieces<'a>(run: &'a str, is_there: &dyn Fn(&str) -> bool) -> Vec<&'a str> {
    let mut ends: Vec<usize> = run.char_indices().map(|(at, _)| at).collect();
    ends.push(run.len());
    let count = ends.len() - 1;
    if !RUN_CHARS.contains(&count) || !run.chars().all(has_no_breaks) {
        return Vec::new();
    }
    // For each number of characters that pieces can make up, how many the last of these pieces has.
    let mut last: Vec<Option<usize>> = vec![None; count + 1];
    for from in 0..count {
        if from > 0 && last.get(from).copied().flatten().is_none() {
            continue;
        }
        for len in 2..=PIECE_CHARS.min(count - from) {
            // What begins with a piece that is nowhere is nowhere either.
            if !is_there(piece(run, &ends, from, from + len)) {
                break;
            }
            if let Some(slot) = last.get_mut(from + len) {
                slot.get_or_insert(len);
            }
        }
    }
    let mut pieces = Vec::new();
    let mut at = count;
    while let Some(len) = last.get(at).copied().flatten() {
        pieces.push(piece(run, &ends, at - len, at));
        at -= len;
    }
    pieces
}

fn piece<'a>(run: &'a str, ends: &[usize], from: usize, to: usize) -> &'a str {
    match (ends.get(from), ends.get(to)) {
        (Some(&from), Some(&to)) => run.get(from..to).unwrap_or(""),
        _ => "",
    }
}
