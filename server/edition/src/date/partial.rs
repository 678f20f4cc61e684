//! A date of which parts may be unknown.

use std::fmt;

use jiff::civil::Date;

use super::DateFault;

/// A date of which parts may be unknown. Days without a month do not occur.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct PartialDate {
    /// The year.
    pub year: Option<i16>,
    /// The month, counted from 1.
    pub month: Option<i8>,
    /// The day, counted from 1.
    pub day: Option<i8>,
}

impl PartialDate {
    /// The day `day` of `month` in `year`, as far as they are known.
    pub fn new(year: Option<i16>, month: Option<i8>, day: Option<i8>) -> Self {
        Self { year, month, day }
    }

    /// The first day that it may stand for.
    pub fn earliest(self) -> Option<Date> {
        Date::new(self.year?, self.month.unwrap_or(1), self.day.unwrap_or(1)).ok()
    }

    /// The last day that it may stand for.
    pub fn latest(self) -> Option<Date> {
        let year = self.year?;
        match (self.month, self.day) {
            (Some(month), Some(day)) => Date::new(year, month, day).ok(),
            (Some(month), None) => Date::new(year, month, 1).ok().map(Date::last_of_month),
            (None, _) => Date::new(year, 12, 31).ok(),
        }
    }

    /// Whether the parts that both have are the same.
    pub fn agrees(self, other: Self) -> bool {
        fn same<T: Copy + PartialEq>(one: Option<T>, other: Option<T>) -> bool {
            one.is_none() || other.is_none() || one == other
        }
        same(self.year, other.year) && same(self.month, other.month) && same(self.day, other.day)
    }

    /// What cannot be so. Without a year, February is granted its 29th.
    pub(super) fn fault(self) -> Option<DateFault> {
        let month = self.month?;
        if !(1..=12).contains(&month) {
            return Some(DateFault::NoSuchMonth);
        }
        let day = self.day?;
        let leap_year = 2000;
        let days = Date::new(self.year.unwrap_or(leap_year), month, 1).ok()?.days_in_month();
        (!(1..=days).contains(&day)).then_some(DateFault::NoSuchDay)
    }

    /// The same with the parts that are unknown taken from `other`, year first.
    pub(super) fn completed(self, other: Self) -> Self {
        Self { year: self.year.or(other.year), month: self.month.or(other.month), day: self.day }
    }
}

impl fmt::Display for PartialDate {
    /// ISO 8601 with what is unknown left out: `1949-12`; a day without a year is `--12-16`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Some(year) => write!(f, "{year:04}")?,
            None => write!(f, "-")?,
        }
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}
