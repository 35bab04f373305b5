//! A dictionary of byte strings that is asked a million times.

/// Strings of fewer bytes are their own key; of longer ones the key is a hash, and the bytes decide.
const LONG: usize = 8;

/// Sets the keys of long strings apart from all keys of short ones.
const LONG_MARK: u64 = 1 << 63;

/// An odd number without a pattern in its bits (that of FxHash).
const ODD: u64 = 0x517c_c1b7_2722_0a95;

/// The different strings of a column, each with a number. Looking one up allocates nothing.
///
/// A table of open addressing, at most half full. It remembers the last long string, because rows of one event mostly stand together.
#[derive(Clone, Debug, Default)]
pub struct Words {
    slots: Vec<Slot>,
    len: usize,
    /// The long strings, one after the other.
    bytes: Vec<u8>,
    last: Slot,
}

/// A string and its number.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    key: u64,
    /// Where a long string lies in `bytes`.
    start: u32,
    end: u32,
    number: u32,
    is_taken: bool,
}

impl Words {
    /// The number of a string.
    pub fn find(&mut self, word: &[u8]) -> Option<u32> {
        if word.len() < LONG {
            let slot = self.slots.get(self.probe(short_key(word), &[]))?;
            return slot.is_taken.then_some(slot.number);
        }
        if self.last.is_taken && self.long(self.last) == word {
            return Some(self.last.number);
        }
        let slot = self.slots.get(self.probe(long_key(word), word))?;
        if !slot.is_taken {
            return None;
        }
        self.last = *slot;
        Some(slot.number)
    }

    /// Adds a string with its number. One that is in the dictionary already keeps the number it has.
    pub fn add(&mut self, word: &[u8], number: u32) {
        if self.slots.len() <= 2 * self.len {
            self.grow();
        }
        let is_long = word.len() >= LONG;
        let key = match is_long {
            true => long_key(word),
            false => short_key(word),
        };
        let start = self.bytes.len();
        let end = start + if is_long { word.len() } else { 0 };
        let (Ok(start), Ok(end)) = (u32::try_from(start), u32::try_from(end)) else {
            return;
        };
        let at = self.probe(key, word);
        let Some(slot) = self.slots.get_mut(at).filter(|slot| !slot.is_taken) else {
            return;
        };
        *slot = Slot {
            key,
            start,
            end,
            number,
            is_taken: true,
        };
        self.len += 1;
        if is_long {
            self.bytes.extend_from_slice(word);
        }
    }

    /// True when there is no string.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    fn grow(&mut self) {
        let room = vec![Slot::default(); (4 * self.len).next_power_of_two().max(64)];
        let mask = room.len() - 1;
        for slot in std::mem::replace(&mut self.slots, room) {
            let mut at = first_place(slot.key) & mask;
            while self.slots.get(at).is_some_and(|other| other.is_taken) {
                at = (at + 1) & mask;
            }
            if let Some(free) = self.slots.get_mut(at).filter(|_| slot.is_taken) {
                *free = slot;
            }
        }
    }

    /// The place of the slot in which a string is or would be.
    fn probe(&self, key: u64, word: &[u8]) -> usize {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = first_place(key) & mask;
        while let Some(slot) = self.slots.get(at) {
            let is_same = slot.key == key && (key & LONG_MARK == 0 || self.long(*slot) == word);
            if !slot.is_taken || is_same {
                break;
            }
            at = (at + 1) & mask;
        }
        at
    }

    fn long(&self, slot: Slot) -> &[u8] {
        let bounds = slot.start as usize..slot.end as usize;
        self.bytes.get(bounds).unwrap_or(&[])
    }
}

/// The bytes and their number in one number, different for each short string.
fn short_key(word: &[u8]) -> u64 {
    let bytes = word.iter().fold(0, |key, byte| key << 8 | u64::from(*byte));
    bytes << 3 | word.len() as u64
}

/// A hash of a long string: eight bytes at a time, turned and multiplied; the last eight overlap those before.
fn long_key(word: &[u8]) -> u64 {
    let mut hash = word.len() as u64;
    let mut mix = |eight: &[u8; 8]| {
        hash = (hash.rotate_left(5) ^ u64::from_le_bytes(*eight)).wrapping_mul(ODD);
    };
    let mut rest = word;
    while let Some((eight, behind)) = rest.split_first_chunk::<8>() {
        mix(eight);
        rest = behind;
    }
    if let Some(eight) = word.last_chunk::<8>() {
        mix(eight);
    }
    hash | LONG_MARK
}

/// Where to look for a key first. The low bits of a product depend on low bits alone, so the high ones are taken.
fn first_place(key: u64) -> usize {
    usize::try_from(key.wrapping_mul(ODD) >> 33).unwrap_or(0)
}
