//! How wide text is, told without a browser, so that every place draws the same picture.

use std::borrow::Cow;

/// The advance of the characters from the space to the tilde, in hundredths of an em: for each the widest of Liberation
/// Sans (which has Arial's and Helvetica's measures), Noto Sans, Open Sans, Roboto and Inter, regular weight.
#[rustfmt::skip]
const ADVANCE_PERCENT: [u8; 95] = [
//  space !   "   #   $   %   &   '   (   )   *   +   ,   -   .   /
    28, 29, 47, 65, 64, 98, 73, 30, 36, 36, 55, 66, 29, 46, 29, 41,
//  0   1   2   3   4   5   6   7   8   9   :   ;   <   =   >   ?
    63, 57, 61, 62, 65, 59, 62, 57, 62, 62, 29, 30, 66, 66, 66, 56,
//  @    A   B   C   D   E   F   G   H   I   J   K   L   M   N   O
    102, 69, 67, 73, 73, 67, 61, 78, 74, 34, 57, 67, 57, 91, 76, 78,
//  P   Q   R   S   T   U   V   W   X   Y   Z   [   \   ]   ^   _
    67, 78, 72, 67, 65, 74, 69, 99, 68, 68, 63, 36, 41, 36, 57, 56,
//  `   a   b   c   d   e   f   g   h   i   j   k   l   m   n   o
    33, 56, 62, 57, 62, 58, 37, 62, 62, 26, 26, 55, 26, 94, 62, 60,
//  p   q   r   s   t   u   v   w   x   y   z   {   |   }   ~
    62, 62, 41, 53, 36, 62, 56, 82, 55, 56, 55, 43, 55, 43, 68,
];

/// Digits in columns are equally wide, whatever the table says of the single ones.
const DIGIT_PERCENT: u8 = 62;

/// How much wider bold text is, as the mean over English sentences in the fonts of the table.
const BOLD: f64 = 1.05;

/// The sign that stands for what was cut off.
const ELLIPSIS: &str = "…";

/// The width in pixels of a line of text of `size_px` pixels in a sans-serif font of the system.
///
/// An estimate on the wide side: for English sentences up to 6 % above the widest of the fonts in the table, about 9 % above
/// Arial; DejaVu Sans alone is wider than told, by 3 % (bold by 9 %). Chinese, Japanese and Korean characters take one em,
/// combining marks none. Marks that are narrow in Latin and wide in Chinese text (“ ” ‘ ’ ·) count as wide in a text that has
/// wide characters. Kerning is not counted.
pub fn text_width(text: &str, size_px: f64, bold: bool) -> f64 {
    let wide_marks = text.chars().any(is_wide);
    let em: f64 = text
        .chars()
        .map(|letter| advance_em(letter, wide_marks, bold))
        .sum();
    em * size_px
}

/// The text itself if it is at most `max_px` wide, else as much of its beginning as fits with an ellipsis. A space before
/// the ellipsis goes. If not even one character fits beside it, the ellipsis stands alone, and nothing if it does not fit
/// either.
pub fn truncate(text: &str, max_px: f64, size_px: f64, bold: bool) -> Cow<'_, str> {
    if text_width(text, size_px, bold) <= max_px {
        return Cow::Borrowed(text);
    }
    let wide_marks = text.chars().any(is_wide);
    let room = max_px - text_width(ELLIPSIS, size_px, bold);
    if room.is_nan() || room < 0.0 {
        return Cow::Borrowed("");
    }
    let mut width = 0.0;
    let fitting = text.char_indices().find(|(_, letter)| {
        width += advance_em(*letter, wide_marks, bold) * size_px;
        width > room
    });
    let kept = fitting.and_then(|(end, _)| text.get(..end)).unwrap_or(text);
    Cow::Owned(format!("{}{ELLIPSIS}", kept.trim_end()))
}

/// Whether a character takes a full em: an East Asian wide or full-width one (Unicode Standard Annex 11), or an emoji.
///
/// The blocks in which all or nearly all characters are wide; a full table of single characters would weigh more than the drawing.
pub fn is_wide(letter: char) -> bool {
    matches!(letter,
        '\u{1100}'..='\u{115f}'
        | '\u{2e80}'..='\u{303e}'
        | '\u{3041}'..='\u{a4cf}'
        | '\u{a960}'..='\u{a97c}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe6f}'
        | '\u{ff01}'..='\u{ff60}'
        | '\u{ffe0}'..='\u{ffe6}'
        | '\u{1f300}'..='\u{1f64f}'
        | '\u{1f680}'..='\u{1f6ff}'
        | '\u{1f900}'..='\u{1f9ff}'
        | '\u{20000}'..='\u{3fffd}')
}

/// Whether a character takes no room: a control, a combining mark, a joiner or a mark of direction.
pub(super) fn is_empty(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{300}'..='\u{36f}'
            | '\u{483}'..='\u{489}'
            | '\u{591}'..='\u{5bd}'
            | '\u{610}'..='\u{61a}'
            | '\u{64b}'..='\u{65f}'
            | '\u{1ab0}'..='\u{1aff}'
            | '\u{1dc0}'..='\u{1dff}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{20d0}'..='\u{20ff}'
            | '\u{3099}'..='\u{309a}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{fe20}'..='\u{fe2f}'
            | '\u{feff}')
}

/// The advance of one character in em.
fn advance_em(letter: char, wide_marks: bool, bold: bool) -> f64 {
    match letter {
        _ if is_empty(letter) => 0.0,
        _ if is_wide(letter) => 1.0,
        _ if wide_marks && matches!(letter, '“' | '”' | '‘' | '’' | '·') => 1.0,
        _ if bold => narrow_em(letter) * BOLD,
        _ => narrow_em(letter),
    }
}

/// The advance of a character that is not wide: from the table, or that of its class.
fn narrow_em(letter: char) -> f64 {
    let percent = match letter {
        '0'..='9' => DIGIT_PERCENT,
        ' '..='~' => (letter as usize)
            .checked_sub(0x20)
            .and_then(|index| ADVANCE_PERCENT.get(index))
            .map_or(62, |at| *at),
        '\u{a0}'
        | '\u{202f}'
        | '\u{2009}'
        | '·'
        | '‘'
        | '’'
        | '‚'
        | '¡'
        | '´'
        | '¸'
        | 'ì'..='ï' => 29,
        '“' | '”' | '„' | '°' | 'ª' | 'º' | '¹' | '²' | '³' | '•' => 48,
        '…' | '—' | '→' | '←' | '↑' | '↓' | '≈' | 'Æ' | 'Œ' | 'æ' | 'œ' | '©' | '®' | '¼' | '½'
        | '¾' | '‰' => 100,
        _ if letter.is_uppercase() => 76,
        _ => 62,
    };
    f64::from(percent) / 100.0
}
