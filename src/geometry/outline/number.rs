//! Whole numbers as a few characters each.
//!
//! A number is folded to a positive one (0, −1, 1, −2, 2 … become 0, 1, 2, 3, 4 …) and written in base 46, the lowest digit
//! first, with the 92 characters from `#` to `~`: the lower half for the last digit of a number, the upper half for the
//! others. So no number needs a separator, and the small steps from point to point take one character.

const BASE: u64 = 46;
const FIRST: u8 = b'#';

/// Adds a number to the text.
pub(super) fn push(text: &mut String, number: i32) {
    let mut rest = 2 * u64::from(number.unsigned_abs()) - u64::from(number < 0);
    while rest >= BASE {
        text.push(digit(rest % BASE + BASE));
        rest /= BASE;
    }
    text.push(digit(rest));
}

/// The numbers of a text, in order; `None` in the place of one that is not written as [`push`] does.
pub(super) fn numbers(text: &str) -> impl Iterator<Item = Option<i32>> {
    let mut bytes = text.bytes().peekable();
    std::iter::from_fn(move || bytes.peek().is_some().then(|| read(&mut bytes)))
}

fn digit(value: u64) -> char {
    // The value is below 92.
    char::from(FIRST + value as u8)
}

/// The next number; what is left of a broken one is read as the next.
fn read(bytes: &mut impl Iterator<Item = u8>) -> Option<i32> {
    let mut folded = 0_u64;
    let mut place = 1_u64;
    loop {
        let digit = u64::from(bytes.next()?.checked_sub(FIRST)?);
        if digit >= 2 * BASE {
            return None;
        }
        folded = (digit % BASE).checked_mul(place)?.checked_add(folded)?;
        if digit < BASE {
            break;
        }
        place = place.checked_mul(BASE)?;
    }
    let magnitude = i32::try_from(folded / 2 + folded % 2).ok()?;
    Some(if folded % 2 == 1 {
        -magnitude
    } else {
        magnitude
    })
}
