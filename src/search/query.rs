//! What was typed, taken apart: a paragraph's number, and words that must all match.

use super::fold::{fold, half_width, has_no_breaks};
use crate::model::citation::Citation;

/// The longest query that is read, in characters. An address carries fewer.
const LONGEST: usize = 400;

/// A query, folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The paragraph, or its note, that the query may mean.
    pub paragraph: Option<Citation>,
    /// True where it means a paragraph and nothing else (`¶27`, `第27段`).
    pub is_paragraph_only: bool,
    /// Ways to say what is searched for; a row that matches one of them is found.
    pub ways: Vec<Way>,
}

/// One way: the words as typed, or another name of what they name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// All words with single spaces.
    pub whole: String,
    /// The words, each once; all must match.
    pub words: Vec<Word>,
}

/// One word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The word, and names of the same thing in the other language; one of them must match.
    pub forms: Vec<String>,
}

impl Query {
    /// Reads a query. `same_as` gives every folded name of what a folded name names.
    pub fn read<'a>(text: &str, same_as: impl Fn(&str) -> &'a [String]) -> Self {
        let text: String = text.chars().take(LONGEST).collect();
        let (paragraph, is_paragraph_only) = match paragraph(&text) {
            Some((citation, is_sure)) => (Some(citation), is_sure),
            None => (None, false),
        };
        let whole = fold(&text);
        let mut ways = Vec::new();
        if !whole.is_empty() {
            ways.push(Way::of(&whole, &same_as));
            let names = same_as(&whole).iter().filter(|name| **name != whole);
            ways.extend(names.map(|name| Way::of(name, &|_| &[])));
        }
        Self {
            paragraph,
            is_paragraph_only,
            ways,
        }
    }
}

impl Way {
    fn of<'a>(whole: &str, same_as: &dyn Fn(&str) -> &'a [String]) -> Self {
        let mut words: Vec<Word> = Vec::new();
        for word in parts(whole) {
            if words
                .iter()
                .any(|known| known.forms.first().is_some_and(|form| form == word))
            {
                continue;
            }
            let mut forms = vec![word.to_owned()];
            forms.extend(same_as(word).iter().filter(|form| *form != word).cloned());
            words.push(Word { forms });
        }
        Self {
            whole: whole.to_owned(),
            words,
        }
    }
}

/// The words of a folded text: at spaces, and where scripts with and without breaks meet. The units of a date stay with their number
/// (`2011年` and `论坛`).
fn parts(folded: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    for run in folded.split(' ') {
        let mut rest = run;
        while let Some(first) = rest.chars().next() {
            let is_other = |c: char| has_no_breaks(c) != has_no_breaks(first);
            let mut end = rest.find(is_other).unwrap_or(rest.len());
            let next = rest.get(end..).and_then(|t| t.chars().next());
            let ends_in_digit = rest
                .get(..end)
                .is_some_and(|t| t.ends_with(|c: char| c.is_ascii_digit()));
            if let (true, Some(unit @ ('年' | '月' | '日'))) = (ends_in_digit, next) {
                end += unit.len_utf8();
            }
            parts.extend(rest.get(..end));
            rest = rest.get(end..).unwrap_or("");
        }
    }
    parts
}

/// `27`, `¶27`, `¶27 i`, `27:i`, `第27段`, `第27段注i`, `paragraph 27, note i`; true where it can mean nothing else.
fn paragraph(text: &str) -> Option<(Citation, bool)> {
    let plain: String = text
        .chars()
        .map(half_width)
        .filter(|c| !c.is_whitespace())
        .map(|c| c.to_ascii_lowercase())
        .collect();
    let marks = ["¶", "第", "paragraph", "para.", "para", "段落"];
    let after_mark = marks.iter().find_map(|mark| plain.strip_prefix(mark));
    let rest = after_mark.unwrap_or(&plain);
    let end = rest
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(rest.len());
    let (digits, rest) = (rest.get(..end)?, rest.get(end..)?);
    let after_unit = rest.strip_prefix('段');
    let rest = after_unit.unwrap_or(rest);
    let is_marked = after_mark.is_some() || after_unit.is_some();
    // `第27` may go on to anything that is counted.
    let is_sure = after_unit.is_some() || (after_mark.is_some() && !plain.starts_with('第'));
    let joints = [",note", "note", ":", ".", "注"];
    let after_joint = joints.iter().find_map(|joint| rest.strip_prefix(joint));
    let letter = after_joint.unwrap_or(rest);
    // `27th` is no note of a paragraph.
    if !letter.is_empty() && after_joint.is_none() && !is_marked {
        return None;
    }
    let citation = match letter {
        "" => Citation::parse(digits)?,
        letter => Citation::parse(&format!("{digits}:{letter}"))?,
    };
    Some((citation, is_sure))
}
