//! The order of names: English by their letters, Chinese by their sounds, as dictionaries have it.

use std::cmp::Ordering;
use std::sync::OnceLock;

use crate::language::lang::Lang;
use crate::language::pinyin::ORDER;

/// The first and the last character that [`ORDER`] can hold.
const HAN: (u32, u32) = (0x4e00, 0x9fff);

static CHINESE: OnceLock<fn(&str, &str) -> Ordering> = OnceLock::new();

/// Compares two names in a language; capitals count as small letters, and letters with accents as those without. Chinese names stand in the order of their code points until
/// [`learn_pinyin`] was called.
pub fn compare(a: &str, b: &str, lang: Lang) -> Ordering {
    match (lang.about().orders_by_sound, CHINESE.get()) {
        (true, Some(by_sound)) => by_sound(a, b),
        _ => letters(a).cmp(letters(b)).then_with(|| a.cmp(b)),
    }
}

/// From now on Chinese names stand in the order of their sounds. Apart from [`compare`], so that a page can ask for an order without
/// holding the thousands of characters that this takes, and have them come later.
pub fn learn_pinyin() {
    // Learnt before is as well.
    let _ = CHINESE.set(by_sound);
}

/// The letters by which a name has its place: small ones, without their accents, as dictionaries have it.
fn letters(name: &str) -> impl Iterator<Item = char> {
    name.chars().map(|letter| match letter {
        'À'..='Å' | 'à'..='å' => 'a',
        'Ç' | 'ç' => 'c',
        'È'..='Ë' | 'è'..='ë' => 'e',
        'Ì'..='Ï' | 'ì'..='ï' => 'i',
        'Ñ' | 'ñ' => 'n',
        'Ò'..='Ö' | 'ò'..='ö' => 'o',
        'Ù'..='Ü' | 'ù'..='ü' => 'u',
        _ => letter.to_ascii_lowercase(),
    })
}

fn by_sound(a: &str, b: &str) -> Ordering {
    sounds(a).cmp(sounds(b)).then_with(|| a.cmp(b))
}

/// Digits and letters first, then the characters with a known sound, then others. Quotation marks, dots and spaces do not count.
fn sounds(name: &str) -> impl Iterator<Item = (u8, u32)> {
    let counted = name.chars().filter(|letter| letter.is_alphanumeric());
    counted.map(|letter| match place(letter) {
        Some(place) => (1, u32::from(place)),
        None if (HAN.0..=HAN.1).contains(&u32::from(letter)) => (2, u32::from(letter)),
        None => {
            let small = letter.to_lowercase().next().unwrap_or(letter);
            (0, u32::from(small))
        }
    })
}

/// Where a character stands by its sound; `None` where that is not known.
fn place(letter: char) -> Option<u16> {
    static PLACES: OnceLock<Vec<u16>> = OnceLock::new();
    let places = PLACES.get_or_init(|| {
        let mut places = vec![0; (HAN.1 - HAN.0 + 1) as usize];
        for (place, letter) in (1..).zip(ORDER.chars()) {
            let index = u32::from(letter).wrapping_sub(HAN.0) as usize;
            if let Some(slot) = places.get_mut(index) {
                *slot = place;
            }
        }
        places
    });
    let index = u32::from(letter).wrapping_sub(HAN.0) as usize;
    places.get(index).copied().filter(|&place| place > 0)
}
