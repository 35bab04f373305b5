//! Text broken into lines.

use std::ops::Range;

use crate::geometry::text_width::{is_empty, is_wide, text_width, truncate};

/// What must not begin a line in Chinese text (after the Requirements for Chinese Text Layout, W3C 2023, 3.1.6).
const NOT_FIRST: &str = "，。、；：！？）】」』》〉〕］｝”’％‰℃—…·,.;:!?)]}%";

/// What must not end a line.
const NOT_LAST: &str = "（【「『《〈〔［｛“‘([{#＃$＄¥￥";

/// The text in at most `max_lines` lines of at most `max_px` pixels.
///
/// Lines break at spaces (which go; a no-break space stays), behind a hyphen, a dash or a slash within a word, beside any
/// Chinese, Japanese or Korean character, and always at a line feed; but not where a mark would begin or end a line that must
/// not. A word that is wider than a line is cut where it must be. What does not fit into the last line is cut off with an
/// ellipsis. Text without a visible character gives no lines, and so does a width that has no room for one.
pub fn wrap(text: &str, max_px: f64, size_px: f64, bold: bool, max_lines: usize) -> Vec<String> {
    let fits =
        |range: &Range<usize>| text_width(slice(text, range).trim_end(), size_px, bold) <= max_px;
    let mut lines: Vec<Range<usize>> = Vec::new();
    for part in unbreakable(text) {
        match lines.last_mut() {
            Some(line) if !ends_paragraph(slice(text, line)) && fits(&(line.start..part.end)) => {
                line.end = part.end
            }
            _ => lines.extend(cut(text, part, &fits)),
        }
    }
    lines.retain(|line| !slice(text, line).trim().is_empty());
    if let Some(line) = max_lines
        .checked_sub(1)
        .and_then(|last| lines.get_mut(last))
    {
        line.end = text.len();
    }
    let written = lines
        .iter()
        .take(max_lines)
        .map(|line| slice(text, line).trim());
    let written =
        written.map(|line| truncate(&line.replace('\n', " "), max_px, size_px, bold).into_owned());
    written.filter(|line| !line.is_empty()).collect()
}

/// The text in as few lines as [`wrap`] makes of it, as equal in length as can be, so that no word is left alone in the last.
pub fn balanced(text: &str, max_px: f64, size_px: f64, bold: bool) -> Vec<String> {
    const ALL: usize = 200;
    let lines = |px| wrap(text, px, size_px, bold, ALL);
    // In too little room letters are left out.
    let letters = |lines: &[String]| lines.concat().replace(' ', "");
    let mut best = lines(max_px);
    let all = letters(&best);
    // The narrowest room in which there are no more lines, to a pixel or so: each step halves what is left to try.
    let (mut low, mut high) = (0.0, max_px);
    while best.len() > 1 && high - low > 2.0 {
        let middle = (low + high) / 2.0;
        let tried = lines(middle);
        match tried.len() == best.len() && letters(&tried) == all {
            true => (best, high) = (tried, middle),
            false => low = middle,
        }
    }
    best
}

/// The pieces between the places where a line may break, in order; the spaces at a break belong to the piece before it.
fn unbreakable(text: &str) -> Vec<Range<usize>> {
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let breaks = letters
        .windows(2)
        .enumerate()
        .filter_map(|(index, pair)| match pair {
            [(_, before), (at, after)] => {
                let earlier = index
                    .checked_sub(1)
                    .and_then(|index| letters.get(index))
                    .map(|(_, letter)| *letter);
                may_break(earlier, *before, *after).then_some(*at)
            }
            _ => None,
        });
    let mut start = 0;
    let mut pieces: Vec<Range<usize>> = breaks
        .map(|at| std::mem::replace(&mut start, at)..at)
        .collect();
    pieces.push(start..text.len());
    pieces
}

/// Whether a line may end with `before` and the next one begin with `after`; `earlier` is what stands before `before`.
fn may_break(earlier: Option<char>, before: char, after: char) -> bool {
    if before == '\n' {
        return true;
    }
    if is_space(after) || is_empty(after) || NOT_FIRST.contains(after) || NOT_LAST.contains(before)
    {
        return false;
    }
    let within_word = earlier.is_some_and(char::is_alphabetic) && after.is_alphabetic();
    is_space(before)
        || is_wide(before)
        || is_wide(after)
        || (matches!(before, '-' | '–' | '/') && within_word)
}

/// Whether a line may break here; the spaces that hold words together do not count.
fn is_space(letter: char) -> bool {
    letter.is_whitespace() && !matches!(letter, '\u{a0}' | '\u{202f}')
}

fn ends_paragraph(line: &str) -> bool {
    line.ends_with('\n')
}

/// A piece that may be wider than a line, cut into lines.
fn cut(
    text: &str,
    piece: Range<usize>,
    fits: &impl Fn(&Range<usize>) -> bool,
) -> Vec<Range<usize>> {
    if fits(&piece) {
        return vec![piece];
    }
    let mut start = piece.start;
    let mut lines = Vec::new();
    for (offset, letter) in slice(text, &piece).char_indices() {
        let at = piece.start + offset;
        if start < at && !fits(&(start..at + letter.len_utf8())) {
            lines.push(start..at);
            start = at;
        }
    }
    lines.push(start..piece.end);
    lines
}

/// The part of the text at these bytes, which are always the bounds of characters.
fn slice<'a>(text: &'a str, range: &Range<usize>) -> &'a str {
    text.get(range.clone()).unwrap_or_default()
}
