//! Dates as editions write them: whole or in part, ranges, in two calendars, in several languages.

mod calendar;
mod find;
mod month;
mod numeric;
mod parse;
mod partial;
mod worded;

use std::cmp::Ordering;
use std::fmt;

use obelus_text::Span;

pub use find::find;
pub use parse::DateError;
pub use partial::PartialDate;

/// How a date is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// `1949-12-16`
    Iso,
    /// `16 December 1949`
    DayMonthYear,
    /// `December 16, 1949`
    MonthDayYear,
    /// `December 1949`
    MonthYear,
    /// `16.XII.1949`
    RomanMonth,
    /// `16.12.1949`, `16/12/49`
    Numeric,
    /// `1949`
    Year,
}

/// What cannot be so in a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateFault {
    /// The month has no such day.
    NoSuchDay,
    /// There are twelve months.
    NoSuchMonth,
    /// The range ends before it begins.
    Reversed,
    /// The two calendars do not lie that far apart: 10 days until February 1700, then 11, 12 from
    /// March 1800, 13 from March 1900.
    CalendarsApart {
        /// The days between the two dates as they stand.
        days: i32,
        /// The days that there should be.
        expected: i32,
    },
    /// The date falls on another day of the week.
    Weekday {
        /// The true day, counted from Monday as 1.
        truly: u8,
    },
}

/// A date or a range of dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct EditionDate {
    /// The date, or the first of the range. Where two calendars are given, the Gregorian one.
    pub from: PartialDate,
    /// The last date of a range.
    pub to: Option<PartialDate>,
    /// The same date in the Julian calendar.
    pub old_style: Option<PartialDate>,
    /// Whether it is said to be uncertain (`c. 1949`, `1949?`).
    pub uncertain: bool,
}

/// A date in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct FoundDate {
    /// Where it stands.
    pub span: Span,
    /// The date.
    pub date: EditionDate,
    /// How it is written.
    pub form: Form,
    /// What cannot be so.
    pub fault: Option<DateFault>,
}

impl EditionDate {
    /// One date.
    pub fn one(date: PartialDate) -> Self {
        Self { from: date, to: None, old_style: None, uncertain: false }
    }

    /// The first day that it may stand for; `None` where the year is not known.
    pub fn earliest(&self) -> Option<jiff::civil::Date> {
        self.from.earliest()
    }

    /// The last day that it may stand for.
    pub fn latest(&self) -> Option<jiff::civil::Date> {
        self.to.unwrap_or(self.from).latest()
    }

    /// Whether the two may stand for the same day. Where the year of one is not known, its day and
    /// month count.
    pub fn agrees(&self, other: &Self) -> bool {
        match (self.earliest(), self.latest(), other.earliest(), other.latest()) {
            (Some(from), Some(to), Some(other_from), Some(other_to)) => {
                from <= other_to && other_from <= to
            }
            _ => self.from.agrees(other.from),
        }
    }

    /// Which of the two is earlier; those with unknown year come last.
    pub fn chronological(&self, other: &Self) -> Ordering {
        let key = |date: &Self| (date.earliest().is_none(), date.earliest(), date.latest());
        key(self).cmp(&key(other))
    }
}

impl fmt::Display for EditionDate {
    /// ISO 8601, a range with a slash: `1949-12-16/1949-12-20`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.from)?;
        match self.to {
            Some(to) => write!(f, "/{to}"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests;
