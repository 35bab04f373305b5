//! A dictionary of byte strings that is asked a million times.

/// The different strings of a column, each with a number. Looking one up allocates nothing.
///
/// A table of open addressing, at most half full. It remembers the last answer, because rows of one event mostly stand together.
#[derive(Clone, Debug, Default)]
pub struct Words {
    bytes: Vec<u8>,
    /// Where each string ends in `bytes`, and its number.
    entries: Vec<(u32, u32)>,
    /// One more than the entry's place; 0 is free.
    slots: Vec<u32>,
    last: u32,
}

impl Words {
    /// The number of a string.
    pub fn find(&mut self, word: &[u8]) -> Option<u32> {
        if self.word(self.last) == Some(word) {
            return self.number(self.last);
        }
        let (entry, _) = self.probe(word);
        let entry = entry?;
        self.last = entry;
        self.number(entry)
    }

    /// Adds a string that is not in the dictionary yet.
    pub fn add(&mut self, word: &[u8], number: u32) {
        if self.slots.len() <= 2 * self.entries.len() {
            self.grow();
        }
        let (known, slot) = self.probe(word);
        let Ok(entry) = u32::try_from(self.entries.len()) else {
            return;
        };
        self.bytes.extend_from_slice(word);
        let (None, Ok(end)) = (known, u32::try_from(self.bytes.len())) else {
            return;
        };
        self.entries.push((end, number));
        if let Some(slot) = self.slots.get_mut(slot) {
            *slot = entry + 1;
        }
    }

    /// True when there is no string.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    fn grow(&mut self) {
        let slots = (4 * self.entries.len()).next_power_of_two().max(64);
        self.slots = vec![0; slots];
        for entry in 0..u32::try_from(self.entries.len()).unwrap_or(u32::MAX) {
            let word = self.word(entry).unwrap_or(&[]).to_vec();
            let (_, slot) = self.probe(&word);
            if let Some(slot) = self.slots.get_mut(slot) {
                *slot = entry + 1;
            }
        }
    }

    /// The entry of a string, and the slot where it is or would be.
    fn probe(&self, word: &[u8]) -> (Option<u32>, usize) {
        let mask = self.slots.len().wrapping_sub(1);
        let mut slot = hash(word) as usize & mask;
        loop {
            match self.slots.get(slot).copied() {
                None | Some(0) => return (None, slot),
                Some(taken) if self.word(taken - 1) == Some(word) => {
                    return (Some(taken - 1), slot);
                }
                Some(_) => slot = (slot + 1) & mask,
            }
        }
    }

    fn word(&self, entry: u32) -> Option<&[u8]> {
        let entry = entry as usize;
        let (end, _) = self.entries.get(entry)?;
        let before = entry.checked_sub(1).and_then(|at| self.entries.get(at));
        let start = before.map_or(0, |(end, _)| *end);
        self.bytes.get(start as usize..*end as usize)
    }

    fn number(&self, entry: u32) -> Option<u32> {
        let (_, number) = self.entries.get(entry as usize)?;
        Some(*number)
    }
}

/// A hash for dictionaries of ids: eight bytes at a time, each time turned and multiplied, as FxHash does.
fn hash(word: &[u8]) -> u32 {
    const ODD: u64 = 0x517c_c1b7_2722_0a95;
    let mut hash = word.len() as u64;
    for eight in word.chunks(8) {
        let number = eight.iter().fold(0, |n: u64, &b| n << 8 | u64::from(b));
        hash = (hash.rotate_left(5) ^ number).wrapping_mul(ODD);
    }
    // The low bits of a product depend on low bits alone.
    u32::try_from(hash >> 32).unwrap_or(0)
}
