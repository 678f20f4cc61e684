//! The Julian calendar beside the Gregorian one.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{DateFault, PartialDate};

/// How many days the Julian calendar is behind on the Gregorian `date`.
pub(super) fn lag(date: Date) -> i32 {
    let year = i32::from(date.year());
    // A century's lag begins with March: its year's 29 February exists in the Julian calendar only.
    let year = if date.month() <= 2 { year - 1 } else { year };
    year / 100 - year / 400 - 2
}

/// What is wrong with `old` (Julian) and `new` (Gregorian) as the same day.
pub(super) fn fault(old: PartialDate, new: PartialDate) -> Option<DateFault> {
    let (old, new) = (old.earliest()?, new.earliest()?);
    let days = old.until(new).ok()?.get_days();
    let expected = lag(new);
    (days != expected).then_some(DateFault::CalendarsApart { days, expected })
}

/// The Gregorian date of the Julian `date`.
pub(super) fn gregorian(date: PartialDate) -> Option<PartialDate> {
    let (_, julian) = (date.day?, date.earliest()?);
    let new = julian.checked_add(lag(julian).days()).ok()?;
    Some(PartialDate::new(Some(new.year()), Some(new.month()), Some(new.day())))
}
