//! A long column of small numbers, in as few bytes a row as its largest number needs.

/// Numbers of a column, all in one, two or four bytes each; the width grows with the first number that needs it.
#[derive(Clone, Debug)]
pub enum Codes {
    /// Numbers below 2^8.
    Narrow(Vec<u8>),
    /// Numbers below 2^16.
    Middle(Vec<u16>),
    /// Numbers below 2^32.
    Wide(Vec<u32>),
}

impl Default for Codes {
    fn default() -> Self {
        Self::Narrow(Vec::new())
    }
}

impl Codes {
    /// Adds a number at the end.
    pub fn push(&mut self, code: u32) {
        match self {
            Self::Narrow(codes) => match u8::try_from(code) {
                Ok(code) => codes.push(code),
                Err(_) => self.widened(code),
            },
            Self::Middle(codes) => match u16::try_from(code) {
                Ok(code) => codes.push(code),
                Err(_) => self.widened(code),
            },
            Self::Wide(codes) => codes.push(code),
        }
    }

    /// The number at a place, from 0.
    pub fn get(&self, at: usize) -> Option<u32> {
        match self {
            Self::Narrow(codes) => codes.get(at).copied().map(u32::from),
            Self::Middle(codes) => codes.get(at).copied().map(u32::from),
            Self::Wide(codes) => codes.get(at).copied(),
        }
    }

    /// Calls `each` with every number in turn. The width is asked for once, not for each number.
    pub fn for_each(&self, mut each: impl FnMut(u32)) {
        match self {
            Self::Narrow(codes) => codes.iter().for_each(|&code| each(code.into())),
            Self::Middle(codes) => codes.iter().for_each(|&code| each(code.into())),
            Self::Wide(codes) => codes.iter().for_each(|&code| each(code)),
        }
    }

    /// The number of numbers.
    pub fn len(&self) -> usize {
        match self {
            Self::Narrow(codes) => codes.len(),
            Self::Middle(codes) => codes.len(),
            Self::Wide(codes) => codes.len(),
        }
    }

    /// True when there is no number.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The bytes that the numbers take, without room kept for more.
    pub fn size_in_bytes(&self) -> usize {
        let each = match self {
            Self::Narrow(_) => 1,
            Self::Middle(_) => 2,
            Self::Wide(_) => 4,
        };
        each * self.len()
    }

    /// Gives room kept for more numbers back.
    pub fn shrink(&mut self) {
        match self {
            Self::Narrow(codes) => codes.shrink_to_fit(),
            Self::Middle(codes) => codes.shrink_to_fit(),
            Self::Wide(codes) => codes.shrink_to_fit(),
        }
    }

    /// Takes the width that a number needs, and adds the number.
    #[cold]
    fn widened(&mut self, code: u32) {
        *self = match (&*self, u16::try_from(code)) {
            (Self::Narrow(codes), Ok(code)) => {
                let all = codes.iter().copied().map(u16::from).chain([code]);
                Self::Middle(all.collect())
            }
            _ => {
                let mut all = Vec::with_capacity(self.len() + 1);
                self.for_each(|code| all.push(code));
                all.push(code);
                Self::Wide(all)
            }
        };
    }
}
