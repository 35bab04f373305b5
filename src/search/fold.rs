//! Spellings made equal: case, accents, quotation marks, full-width forms, groups of digits, punctuation.

/// Base letters of U+00C0 to U+017F. A `*` stands for what is no letter or has two.
const LATIN: &str = "aaaaaa*ceeeeiiiidnooooo*ouuuuy**aaaaaa*ceeeeiiiidnooooo*ouuuuy*yaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkkllllllllllnnnnnnnnnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
/// Base letters of U+01CD to U+01DC, the vowels of pinyin.
const PINYIN: &str = "aaiioouuuuuuuuuu";
/// Base letters of U+0218 to U+021B, of Romanian.
const ROMANIAN: &str = "sstt";
/// Base letters of U+1E00 to U+1EFF, the last half of them Vietnamese.
const LATIN_ADDITIONAL: &str = "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyasss*daaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy**vvyy";
/// How far the full-width forms lie behind ASCII.
const FULL_WIDTH: u32 = 0xFEE0;

/// A text as it is compared: lower case, base letters, one space for any gap, no quotation marks, numbers without groups.
pub fn fold(text: &str) -> String {
    let mut folder = Folder {
        text: String::with_capacity(text.len()),
        ..Folder::default()
    };
    folder.take(text, false);
    folder.text
}

/// A folded text that knows where each of its bytes comes from.
pub struct Folded {
    /// The folded text.
    pub text: String,
    /// For each byte of it, from where to where the character reaches in the text that was folded, in bytes.
    origins: Vec<(usize, usize)>,
}

impl Folded {
    /// Folds a text.
    pub fn of(text: &str) -> Self {
        let mut folder = Folder::default();
        folder.take(text, true);
        Self {
            text: folder.text,
            origins: folder.origins,
        }
    }

    /// The bytes of the first text that a range of the folded one comes from; `None` for a range that it does not have.
    pub fn origin(&self, from: usize, to: usize) -> Option<(usize, usize)> {
        let (start, _) = *self.origins.get(from)?;
        let (_, end) = *self.origins.get(to.checked_sub(1)?)?;
        Some((start, end))
    }
}

/// True for characters of scripts that leave no space between words.
pub fn has_no_breaks(c: char) -> bool {
    matches!(c, '々' | '〆' | '〇' | '\u{2e80}'..='\u{2fff}' | '\u{3040}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// True where a word can begin in a folded text: after a gap, at a change of script, and everywhere between characters without breaks.
pub fn is_word_start(text: &str, at: usize) -> bool {
    let before = text.get(..at).and_then(|t| t.chars().next_back());
    let after = text.get(at..).and_then(|t| t.chars().next());
    before.is_none_or(|c| c == ' ' || c == '\n' || has_no_breaks(c))
        || after.is_some_and(has_no_breaks)
}

/// What becomes of one character.
enum Folding {
    /// It vanishes.
    Gone,
    /// It belongs to the letter before it.
    Mark,
    /// It parts words.
    Gap,
    Char(char),
    Letters(&'static str),
}

#[derive(Default)]
struct Folder {
    text: String,
    origins: Vec<(usize, usize)>,
    /// True when a gap waits for the next letter.
    has_gap: bool,
    /// The number of digits just read.
    digits: usize,
}

impl Folder {
    fn take(&mut self, text: &str, keeps_origins: bool) {
        for (at, c) in text.char_indices() {
            let end = at + c.len_utf8();
            let rest = text.get(end..).unwrap_or("");
            let c = half_width(c);
            if self.digits > 0 && is_within_number(c, self.digits, rest) {
                self.digits = 0;
                if c == '.' {
                    self.put(".", at, end, keeps_origins);
                }
                continue;
            }
            match folding(c) {
                Folding::Gone => {}
                Folding::Mark => {
                    if let Some((_, last)) = self.origins.last_mut() {
                        *last = end;
                    }
                }
                Folding::Gap => {
                    self.has_gap = true;
                    self.digits = 0;
                }
                Folding::Char(c) => {
                    self.open(at, keeps_origins);
                    self.text.push(c);
                    if keeps_origins {
                        self.origins
                            .extend(std::iter::repeat_n((at, end), c.len_utf8()));
                    }
                    self.digits = if c.is_ascii_digit() {
                        self.digits + 1
                    } else {
                        0
                    };
                }
                Folding::Letters(letters) => {
                    self.put(letters, at, end, keeps_origins);
                    self.digits = 0;
                }
            }
        }
    }

    fn put(&mut self, letters: &str, from: usize, to: usize, keeps_origins: bool) {
        self.open(from, keeps_origins);
        self.text.push_str(letters);
        if keeps_origins {
            let origins = std::iter::repeat_n((from, to), letters.len());
            self.origins.extend(origins);
        }
    }

    /// Puts the gap that waits before a letter.
    fn open(&mut self, from: usize, keeps_origins: bool) {
        if self.has_gap && !self.text.is_empty() {
            self.text.push(' ');
            if keeps_origins {
                self.origins.push((from, from));
            }
        }
        self.has_gap = false;
    }
}

/// The half-width form of a full-width character; any other as it is.
pub fn half_width(c: char) -> char {
    match c {
        // Between characters without breaks it joins (南－南) and does not part.
        '－' => c,
        '！'..='～' => char::from_u32(u32::from(c) - FULL_WIDTH).unwrap_or(c),
        _ => c,
    }
}

/// A sign between digits that belongs to their number: a decimal point, or what parts groups of three.
fn is_within_number(c: char, digits_before: usize, rest: &str) -> bool {
    let after = rest
        .chars()
        .map(half_width)
        .take_while(char::is_ascii_digit)
        .take(4)
        .count();
    match c {
        '.' => after > 0,
        ',' | '\'' | '’' | ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' => {
            digits_before <= 3 && after == 3
        }
        _ => false,
    }
}

fn folding(c: char) -> Folding {
    match c {
        'A'..='Z' => Folding::Char(c.to_ascii_lowercase()),
        '0'..='9' | 'a'..='z' => Folding::Char(c),
        // Most of what is not Latin is here.
        '\u{4e00}'..='\u{9fff}' => Folding::Char(c),
        _ if is_gone(c) => Folding::Gone,
        _ if is_mark(c) => Folding::Mark,
        _ if is_gap(c) => Folding::Gap,
        // Greek and Cyrillic capitals; both stand in blocks with their small letters.
        'Α'..='Ω' | 'А'..='Я' => shifted(c, 32),
        'Ѐ'..='Џ' => shifted(c, 80),
        _ => latin(c).map_or(Folding::Char(c), Folding::Letters),
    }
}

fn shifted(c: char, by: u32) -> Folding {
    Folding::Char(char::from_u32(u32::from(c) + by).unwrap_or(c))
}

/// Quotation marks, apostrophes, dots and hyphens within names, and characters without a shape.
fn is_gone(c: char) -> bool {
    matches!(
        c,
        '\'' | '"' | '`' | '´' | 'ʼ' | '«' | '»' | '‘'..='‟' | '‹' | '›' | '′' | '″'
            | '「'..='』' | '〈'..='》' | '〝'..='〟' | '·' | '‧' | '・' | '･' | '－'
            | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
    )
}

/// Accents that follow their letter.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

fn is_gap(c: char) -> bool {
    match c {
        '々' | '〆' | '〇' => false,
        // Roman numerals and fractions are read.
        '\u{2150}'..='\u{218f}' => false,
        '\0'..='\u{bf}' | '×' | '÷' => true,
        '\u{2000}'..='\u{2bff}' | '\u{2e00}'..='\u{2e7f}' => true,
        '\u{3000}'..='\u{303f}' | '\u{fe10}'..='\u{fe1f}' | '\u{fe30}'..='\u{fe6f}' => true,
        '\u{ff5f}'..='\u{ff64}' => true,
        _ => false,
    }
}

/// The base letters of a Latin letter.
fn latin(c: char) -> Option<&'static str> {
    let (first, letters) = match c {
        'Æ' | 'æ' => return Some("ae"),
        'Œ' | 'œ' => return Some("oe"),
        'ß' | 'ẞ' => return Some("ss"),
        'Þ' | 'þ' => return Some("th"),
        'Ĳ' | 'ĳ' => return Some("ij"),
        'Ỻ' | 'ỻ' => return Some("ll"),
        '\u{c0}'..='\u{17f}' => (0xc0, LATIN),
        '\u{1cd}'..='\u{1dc}' => (0x1cd, PINYIN),
        '\u{218}'..='\u{21b}' => (0x218, ROMANIAN),
        '\u{1e00}'..='\u{1eff}' => (0x1e00, LATIN_ADDITIONAL),
        _ => return None,
    };
    let at = usize::try_from(u32::from(c) - first).ok()?;
    letters.get(at..=at).filter(|letter| *letter != "*")
}
