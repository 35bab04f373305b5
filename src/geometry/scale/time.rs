//! Days along a line.

use time::{Date, Month};

use crate::geometry::scale::linear::Linear;

/// Days placed evenly along a line, each with the same width: a one-day event has the width of a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Time {
    first: Date,
    last: Date,
    line: Linear,
}

/// A date that an axis names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeTick {
    /// The first day of the named month, quarter or year.
    pub date: Date,
    /// What is named.
    pub unit: Unit,
}

/// A stretch of a time axis from one tick to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeBin {
    /// Its first day.
    pub first: Date,
    /// Its last day.
    pub last: Date,
    /// What its ends are: those of months, quarters or years.
    pub unit: Unit,
}

/// What a tick of a time axis names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// A calendar month.
    Month,
    /// Three calendar months, from January, April, July or October.
    Quarter,
    /// A calendar year.
    Year,
}

impl Time {
    /// The scale whose range begins with the morning of `first` and ends with the evening of `last`; given the wrong way
    /// round, the two are exchanged. For the pixels the rules of [`Linear`] hold.
    pub fn new(first: Date, last: Date, range: (f64, f64)) -> Self {
        let (first, last) = (first.min(last), first.max(last));
        let domain = (day(first), day(last) + 1.0);
        Self {
            first,
            last,
            line: Linear::new(domain, range),
        }
    }

    /// The first day of the line.
    pub fn first(&self) -> Date {
        self.first
    }

    /// The last day of the line.
    pub fn last(&self) -> Date {
        self.last
    }

    /// The pixels of the two ends.
    pub fn range(&self) -> (f64, f64) {
        self.line.range()
    }

    /// Where a day begins; outside the range for a day outside the line.
    pub fn px_from_date(&self, date: Date) -> f64 {
        self.line.px_from_value(day(date))
    }

    /// Where a day ends, which is where the next one begins.
    pub fn px_after_date(&self, date: Date) -> f64 {
        self.line.px_from_value(day(date) + 1.0)
    }

    /// The day at a pixel; outside the range the nearest day of the line. NaN gives the day in the middle.
    pub fn date_from_px(&self, px: f64) -> Date {
        // A hair is added, so that the pixel that a day begins with does not fall to the day before.
        let value = self.line.value_from_px(px) + 1e-9;
        let julian = value.floor().clamp(day(self.first), day(self.last));
        Date::from_julian_day(julian as i32).unwrap_or(self.first)
    }

    /// The months of the line if they are at most `max_count`, else its quarters, else its years, else every second, fifth,
    /// tenth … year, each at its first day, in order. What began before the first day of the line gets no tick, unless there
    /// would be none at all: then its first day stands for its month. None if `max_count` is 0.
    pub fn ticks(&self, max_count: usize) -> Vec<TimeTick> {
        if max_count == 0 {
            return Vec::new();
        }
        let mut ticks = [(Unit::Month, 1), (Unit::Quarter, 3)]
            .into_iter()
            .chain(year_steps().map(|years| (Unit::Year, 12 * years)))
            .map(|(unit, months)| self.ticks_every(unit, months, max_count))
            .find(|ticks| ticks.len() <= max_count)
            .unwrap_or_default();
        if ticks.is_empty() {
            ticks.push(TimeTick {
                date: self.first,
                unit: Unit::Month,
            });
        }
        ticks
    }

    /// The line cut at its [`Time::ticks`], in order: every day of it lies in one stretch. What comes before the first tick, where that is
    /// not the first day, is a stretch of its own, so that there may be one more than `max_count`. None if `max_count` is 0.
    pub fn bins(&self, max_count: usize) -> Vec<TimeBin> {
        let ticks = self.ticks(max_count);
        let Some(unit) = ticks.first().map(|tick| tick.unit) else {
            return Vec::new();
        };
        let later = ticks.iter().map(|tick| tick.date);
        let later = later.filter(|date| *date > self.first);
        let starts: Vec<Date> = std::iter::once(self.first).chain(later).collect();
        let before_next = starts.iter().skip(1).filter_map(|next| next.previous_day());
        let ends: Vec<Date> = before_next.chain([self.last]).collect();
        let bins = starts.into_iter().zip(ends);
        bins.map(|(first, last)| TimeBin { first, last, unit })
            .collect()
    }

    /// The ticks at every multiple of `months` months; of too many only so many that it shows.
    fn ticks_every(&self, unit: Unit, months: i32, max_count: usize) -> Vec<TimeTick> {
        let start = month_index(self.first).div_euclid(months) * months;
        (0..)
            .map_while(|step: i32| start.checked_add(step.checked_mul(months)?))
            .map_while(first_of_month)
            .skip_while(|date| *date < self.first)
            .take_while(|date| *date <= self.last)
            .take(max_count.saturating_add(1))
            .map(|date| TimeTick { date, unit })
            .collect()
    }
}

/// The day as a number that grows by one each day.
fn day(date: Date) -> f64 {
    f64::from(date.to_julian_day())
}

/// Months since the beginning of the year 0.
fn month_index(date: Date) -> i32 {
    date.year() * 12 + i32::from(u8::from(date.month())) - 1
}

/// The first day of a month counted as in [`month_index`]; none beyond the years that a date can hold.
fn first_of_month(index: i32) -> Option<Date> {
    let month = u8::try_from(index.rem_euclid(12) + 1).ok()?;
    Date::from_calendar_date(index.div_euclid(12), Month::try_from(month).ok()?, 1).ok()
}

/// 1, 2, 5, 10, 20, 50 … 5000 years.
fn year_steps() -> impl Iterator<Item = i32> {
    [1, 10, 100, 1000]
        .into_iter()
        .flat_map(|power| [power, 2 * power, 5 * power])
}
