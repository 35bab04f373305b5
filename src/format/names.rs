//! Names found inside sentences, in both scripts: words as wholes, Chinese anywhere.

use crate::model::order::sort_by;

/// Names to look for.
pub struct Names {
    /// By their first letter, then the longest first.
    names: Vec<Name>,
}

/// One name as it is compared.
struct Name {
    first: char,
    letters: Vec<char>,
    /// An abbreviation is written in capitals, so that WHO is not found in “who”.
    is_exact: bool,
    index: usize,
}

/// A name in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// Where it begins, in bytes.
    pub start: usize,
    /// Where it ends, in bytes.
    pub end: usize,
    /// The number that came with the name.
    pub index: usize,
}

/// A character of a text with its place.
struct Letter {
    /// As it is compared: small, with plain hyphens and apostrophes.
    folded: char,
    exact: char,
    start: usize,
    end: usize,
}

impl Names {
    /// Names with a number for each; of equal names the first is found. Beside a name like `Global Migration Group (GMG)` stand the
    /// name without the brackets and the abbreviation. A name of one letter is none, nor is one of
    /// signs alone.
    pub fn new<'a>(names: impl Iterator<Item = (&'a str, usize)>) -> Self {
        let mut all = Vec::new();
        for (name, index) in names {
            push(name, false, index, &mut all);
            if let Some((short, inside)) = split_brackets(name) {
                push(short, false, index, &mut all);
                let is_abbreviation = inside.bytes().all(|b| b.is_ascii_uppercase());
                if is_abbreviation || inside.chars().any(is_chinese) {
                    push(inside, is_abbreviation, index, &mut all);
                }
            }
        }
        sort_by(&mut all, |a, b| {
            (a.first, b.letters.len()).cmp(&(b.first, a.letters.len()))
        });
        Self { names: all }
    }

    /// The names in a text from left to right, at each place the longest; none overlaps another.
    pub fn find(&self, text: &str) -> Vec<Found> {
        let letters = letters(text);
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(letter) = letters.get(at) {
            let Some((name, after)) = self.name_at(&letters, at) else {
                at += 1;
                continue;
            };
            let last = letters.get(after.saturating_sub(1)).unwrap_or(letter);
            found.push(Found {
                start: letter.start,
                end: last.end,
                index: name.index,
            });
            at = after;
        }
        found
    }

    /// The longest name that begins at a letter, and the letter after it.
    fn name_at(&self, letters: &[Letter], at: usize) -> Option<(&Name, usize)> {
        let first = letters.get(at)?.folded;
        if is_joined(letters, at) {
            return None;
        }
        let from = self.names.partition_point(|name| name.first < first);
        let names = self.names.get(from..)?.iter();
        names
            .take_while(|name| name.first == first)
            .find_map(|name| Some((name, name.end(letters, at)?)))
    }
}

impl Name {
    /// The letter after the name where it begins at a letter, a plural's `s` included.
    fn end(&self, letters: &[Letter], at: usize) -> Option<usize> {
        let end = at + self.letters.len();
        let is_here = |(letter, name): (&Letter, &char)| {
            let letter = if self.is_exact {
                letter.exact
            } else {
                letter.folded
            };
            letter == *name
        };
        let here = letters.get(at..end)?;
        if !here.iter().zip(&self.letters).all(is_here) {
            return None;
        }
        let takes_plural = self.letters.last().is_some_and(char::is_ascii_alphabetic);
        let has_plural = letters.get(end).is_some_and(|letter| letter.folded == 's');
        let plural = end + usize::from(takes_plural && has_plural);
        (!is_joined(letters, plural)).then_some(plural)
    }
}

fn push(name: &str, is_exact: bool, index: usize, all: &mut Vec<Name>) {
    let letters = letters(name);
    let pick = |letter: &Letter| {
        if is_exact {
            letter.exact
        } else {
            letter.folded
        }
    };
    let mut name: Vec<char> = letters.iter().map(pick).collect();
    // A name in the plural is found in the singular as well: what is compared ends before the `s`.
    if let [.., before, 's'] = name.as_slice()
        && before.is_ascii_alphabetic()
        && !matches!(before, 's' | 'u' | 'i')
        && name.len() > 3
    {
        name.pop();
    }
    if let Some(letter) = letters.first()
        && name.len() > 1
        && name.iter().any(|c| c.is_alphanumeric())
    {
        all.push(Name {
            first: letter.folded,
            letters: name,
            is_exact,
            index,
        });
    }
}

/// `Global Migration Group` and `GMG` of `Global Migration Group (GMG)`.
fn split_brackets(name: &str) -> Option<(&str, &str)> {
    let body = name.trim_end().strip_suffix([')', '）'])?;
    let (before, inside) = body.rsplit_once(['(', '（'])?;
    Some((before.trim_end(), inside.trim()))
}

/// A text's characters as they are compared. Quotation marks are passed over, so that they may stand around or inside a name.
fn letters(text: &str) -> Vec<Letter> {
    text.char_indices()
        .filter(|(_, c)| !matches!(c, '“' | '”'))
        .map(|(start, exact)| Letter {
            folded: fold(exact),
            exact,
            start,
            end: start + exact.len_utf8(),
        })
        .collect()
}

fn fold(c: char) -> char {
    match c {
        '’' => '\'',
        '–' | '‐' | '‑' => '-',
        '\u{a0}' => ' ',
        _ => c.to_lowercase().next().unwrap_or(c),
    }
}

/// True when a letter goes on with the word of the letter before it, if only after a hyphen: no name ends or begins between the two.
fn is_joined(letters: &[Letter], at: usize) -> bool {
    let letter = |at: Option<usize>| at.and_then(|at| letters.get(at)).map(|l| l.exact);
    let is_word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && !is_chinese(c));
    let (before, here) = (letter(at.checked_sub(1)), letter(Some(at)));
    match (before, here) {
        (Some('-'), _) => is_word(letter(at.checked_sub(2))) && is_word(here),
        (_, Some('-')) => is_word(before) && is_word(letter(at.checked_add(1))),
        _ => is_word(before) && is_word(here),
    }
}

fn is_chinese(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}
