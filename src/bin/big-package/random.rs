//! Numbers that look drawn and are the same each time.

/// A generator of 64-bit numbers: SplitMix64, by the formula of Steele, Lea and Flood, “Fast splittable pseudorandom number generators”
/// (OOPSLA 2014), with the two multipliers that Vigna gives for it (prng.di.unimi.it).
pub struct Random {
    state: u64,
}

impl Random {
    /// A sequence of its own for each seed.
    pub fn seeded(seed: u64) -> Self {
        Self { state: seed }
    }

    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.state;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    /// A number below the limit; 0 where there is none.
    pub fn below(&mut self, limit: usize) -> usize {
        let wide = u128::from(self.next()) * (limit as u128);
        usize::try_from(wide >> 64).unwrap_or_default()
    }

    /// A number from the first to the last, both included.
    pub fn between(&mut self, first: i32, last: i32) -> i32 {
        let count = usize::try_from(last - first + 1).unwrap_or_default();
        first + i32::try_from(self.below(count)).unwrap_or_default()
    }

    /// True so many times in a hundred.
    pub fn percent(&mut self, chance: usize) -> bool {
        self.below(100) < chance
    }

    /// One of the values, each as likely as the others.
    pub fn one_of<T: Copy>(&mut self, values: &[T]) -> Option<T> {
        values.get(self.below(values.len())).copied()
    }
}

/// Places of a list, some more likely than others.
pub struct Weights {
    /// What the weights up to each place, its own included, add up to.
    sums: Vec<usize>,
}

impl Weights {
    /// One weight for each place.
    pub fn new(weights: impl IntoIterator<Item = usize>) -> Self {
        let mut sum = 0;
        let added = weights.into_iter().map(|weight| {
            sum += weight;
            sum
        });
        Self {
            sums: added.collect(),
        }
    }

    /// Few places with much and many with little, in an order of their own: the weight of the `n`th falls as 1/n.
    pub fn uneven(count: usize, random: &mut Random) -> Self {
        let mut ranks: Vec<usize> = (0..count).collect();
        for last in (1..count).rev() {
            ranks.swap(last, random.below(last + 1));
        }
        Self::new(ranks.into_iter().map(|rank| 10_000 / (rank + 4)))
    }

    /// A place of the list.
    pub fn draw(&self, random: &mut Random) -> usize {
        let at = random.below(self.total());
        self.sums.partition_point(|&sum| sum <= at)
    }

    /// Shares out so many things by the weights, to the last one.
    pub fn share_out(&self, things: usize) -> Vec<usize> {
        let total = self.total().max(1) as u128;
        let mut given = 0;
        let upto = |sum: usize| (things as u128 * sum as u128 / total) as usize;
        let shares = self.sums.iter().map(|&sum| {
            let share = upto(sum) - given;
            given += share;
            share
        });
        shares.collect()
    }

    fn total(&self) -> usize {
        self.sums.last().copied().unwrap_or_default()
    }
}
