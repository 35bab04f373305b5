//! What a group of rows adds up to.

/// Rows of `attendance`, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// How many rows there are.
    pub rows: u32,
    /// How many of them state no number of people. Where all do, `people` is unknown and not zero.
    pub unstated: u32,
    /// How many people the other rows state together.
    pub people: u64,
}

impl Sum {
    /// The number of people; `None` where no row states one.
    pub fn stated_people(self) -> Option<u64> {
        (self.unstated < self.rows).then_some(self.people)
    }

    /// Adds one row by its code of a count: one more than the number of people, or 0.
    pub(super) fn add_row(&mut self, count: u32) {
        self.rows += 1;
        self.unstated += u32::from(count == 0);
        self.people += u64::from(count.saturating_sub(1));
    }

    /// Adds other rows.
    pub(super) fn add(&mut self, other: Self) {
        self.rows += other.rows;
        self.unstated += other.unstated;
        self.people += other.people;
    }

    /// Takes away rows that are among these.
    pub(super) fn take(&mut self, other: Self) {
        self.rows = self.rows.saturating_sub(other.rows);
        self.unstated = self.unstated.saturating_sub(other.unstated);
        self.people = self.people.saturating_sub(other.people);
    }
}

/// Adds sums place by place.
pub(super) fn add_all(sums: &mut [Sum], others: &[Sum]) {
    for (sum, other) in sums.iter_mut().zip(others) {
        sum.add(*other);
    }
}
