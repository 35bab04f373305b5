//! Cells that hold one value: slugs, numbers, dates.

use super::row::{Fault, Row};
use crate::model::issue::{CellKind, Reason};
use crate::model::quantity::{Approximation, Quantity};
use crate::model::span::{Date, Precision, iso_date, parse_date};
use crate::package::schema::{parse_boolean, parse_number};

impl Row<'_> {
    /// A slug read by the model's own reader; `allowed` is named to the reader of the issue.
    ///
    /// # Errors
    /// The slug is none of the allowed ones.
    pub fn slug<T>(
        &self,
        column: &str,
        parse: impl Fn(&str) -> Option<T>,
        allowed: &[&str],
    ) -> Result<T, Fault> {
        let value = self.cell(column);
        parse(value).ok_or_else(|| {
            let reason = match value {
                "" => Reason::Empty,
                _ => Reason::NotAllowed {
                    value: value.to_owned(),
                    allowed: allowed.iter().map(|&slug| slug.to_owned()).collect(),
                },
            };
            Fault::new(column, reason)
        })
    }

    /// A truth value; an empty cell is false.
    ///
    /// # Errors
    /// The cell holds something else.
    pub fn boolean(&self, column: &str) -> Result<bool, Fault> {
        self.parsed(column, CellKind::Boolean, parse_boolean)
            .map(Option::unwrap_or_default)
    }

    /// A number, or none in an empty cell.
    ///
    /// # Errors
    /// The cell holds something else.
    pub fn number(&self, column: &str) -> Result<Option<f64>, Fault> {
        self.parsed(column, CellKind::Number, parse_number)
    }

    /// A whole number, or none in an empty cell.
    ///
    /// # Errors
    /// The cell holds something else, or a number too large for `T`.
    pub fn integer<T: std::str::FromStr>(&self, column: &str) -> Result<Option<T>, Fault> {
        self.parsed(column, CellKind::Integer, |text| text.parse().ok())
    }

    /// A number that must be there.
    ///
    /// # Errors
    /// The cell is empty or holds something else.
    pub fn needed_number(&self, column: &str) -> Result<f64, Fault> {
        self.number(column)?
            .ok_or_else(|| Fault::new(column, Reason::Empty))
    }

    /// A whole number that must be there.
    ///
    /// # Errors
    /// As [`Row::integer`], or the cell is empty.
    pub fn needed_integer<T: std::str::FromStr>(&self, column: &str) -> Result<T, Fault> {
        self.integer(column)?
            .ok_or_else(|| Fault::new(column, Reason::Empty))
    }

    /// How exactly a date is meant; an empty cell means to the day.
    ///
    /// # Errors
    /// The cell holds something else than `day`, `month` or `year`.
    pub fn precision(&self, column: &str) -> Result<Precision, Fault> {
        self.slug(column, Precision::parse, &["day", "month", "year"])
    }

    /// A date, or none in an empty cell.
    ///
    /// # Errors
    /// The cell holds something else.
    pub fn date(&self, column: &str) -> Result<Option<Date>, Fault> {
        self.parsed(column, CellKind::Date, parse_date)
    }

    /// A first and a last day, each or both unstated.
    ///
    /// # Errors
    /// A cell holds something else, or the last day lies before the first.
    pub fn dates(&self, first: &str, last: &str) -> Result<(Option<Date>, Option<Date>), Fault> {
        let (start, end) = (self.date(first)?, self.date(last)?);
        match (start, end) {
            (Some(start), Some(end)) if end < start => {
                let (start, end) = (iso_date(start), iso_date(end));
                Err(Fault::new(last, Reason::EndBeforeStart { start, end }))
            }
            both => Ok(both),
        }
    }

    /// The cells `value`, `value_high`, `op` and `unit`; none where `value` is empty.
    ///
    /// # Errors
    /// A cell holds something else.
    pub fn quantity(&self) -> Result<Option<Quantity>, Fault> {
        let approximation = self.slug("op", Approximation::parse, &["=", "~", ">", ">="])?;
        let high = self.number("value_high")?;
        let value = self.number("value")?;
        Ok(value.map(|value| Quantity {
            value,
            high,
            approximation,
            unit: self.text("unit"),
        }))
    }

    fn parsed<T>(
        &self,
        column: &str,
        kind: CellKind,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, Fault> {
        let text = self.cell(column);
        if text.is_empty() {
            return Ok(None);
        }
        let not_a = || {
            let value = text.to_owned();
            Fault::new(column, Reason::NotA { kind, value })
        };
        parse(text).map(Some).ok_or_else(not_a)
    }
}
