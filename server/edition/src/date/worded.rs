//! Dates with the name of the month: `16 December 1949`, `December 16, 1949`, `3 (16) марта 1917 г.`

use super::find::{Reading, Scan};
use super::{EditionDate, Form, PartialDate, calendar, month};
use crate::fold::fold;
use crate::token::TokenKind;

/// Days with, where there are two, what the second is.
#[derive(Clone, Copy)]
struct Days {
    first: usize,
    day: i8,
    second: Second,
}

#[derive(Clone, Copy)]
enum Second {
    None,
    /// `16-18 December`
    Last(i8),
    /// `3 (16) March`, `3/16 March`
    OtherCalendar(i8),
}

/// Reads the date whose month is named at `at`; nothing before the token `free` belongs to it.
pub(super) fn read(scan: Scan<'_>, at: usize, free: usize) -> Option<Reading> {
    let month = month_name(scan, at)?;
    match days_before(scan, at, free) {
        Some(days) => Some(day_month_year(scan, at, month, days)),
        None => month_day_year(scan, at, month),
    }
}

fn month_name(scan: Scan<'_>, at: usize) -> Option<i8> {
    let token = scan.tokens.get(at).filter(|token| token.kind == TokenKind::Word)?;
    // `3 mars` but not `Mar 3` as `mar 3`; what is no month in small letters is sorted out by the
    // number that must stand beside it.
    month::month(token.hash)
}

/// The days before the month at `at`, with ordinals and small words: `16th of`, `1er`, `16-го`, `16.`.
fn days_before(scan: Scan<'_>, at: usize, free: usize) -> Option<Days> {
    let mut last = back(at, free)?;
    if matches!(fold(scan.words(last)).as_str(), "of" | "de" | "di" | "del") {
        last = back(last, free)?;
    }
    last = before_ordinal(scan, last, free)?;
    if scan.sign(last, ')') {
        let new = back(last, free)?;
        let old = back(back(new, free)?, free)?;
        let opened = scan.sign(new - 1, '(');
        let (old_day, new_day) = (scan.day(old)?, scan.day(new)?);
        return opened.then_some(Days {
            first: old,
            day: old_day,
            second: Second::OtherCalendar(new_day),
        });
    }
    let day = scan.day(last)?;
    let before = back(last, free).and_then(|sign| Some((sign, back(sign, free)?)));
    let Some((sign, other)) = before else {
        return Some(Days { first: last, day, second: Second::None });
    };
    let other = before_ordinal(scan, other, free).unwrap_or(other);
    let alone = Days { first: last, day, second: Second::None };
    let Some(first_day) = scan.day(other) else { return Some(alone) };
    let is_and = matches!(scan.words(sign), "and" | "und" | "et" | "и" | "y" | "e");
    if scan.dash(sign) || is_and && first_day < day {
        return Some(Days { first: other, day: first_day, second: Second::Last(day) });
    }
    if scan.sign(sign, '/') {
        return Some(Days { first: other, day: first_day, second: Second::OtherCalendar(day) });
    }
    Some(alone)
}

fn back(at: usize, free: usize) -> Option<usize> {
    at.checked_sub(1).filter(|before| *before >= free)
}

/// The number to which the ordinal's ending at `at` belongs; `at` itself where there is none.
fn before_ordinal(scan: Scan<'_>, at: usize, free: usize) -> Option<usize> {
    let number = |at: usize| scan.tokens[at].kind == TokenKind::Number;
    if scan.sign(at, '.') || scan.sign(at, 'º') || scan.sign(at, '°') {
        return back(at, free).filter(|before| number(*before));
    }
    let ending =
        matches!(scan.words(at), "st" | "nd" | "rd" | "th" | "er" | "го" | "ого" | "e" | "o");
    if !ending || !scan.joined(at) {
        return Some(at);
    }
    let before = back(at, free)?;
    if scan.dash(before) { back(before, free) } else { Some(before) }
}

fn day_month_year(scan: Scan<'_>, at: usize, month: i8, days: Days) -> Reading {
    let mut end = after_point(scan, at);
    let mut other_month = None;
    let mut last_day = None;
    // `18 February (3 March) 1861`, `30 November – 2 December 1949`
    let opens = scan.sign(end, '(');
    if (opens || scan.dash(end))
        && let Some((day, named, next)) = day_and_month(scan, end + 1)
        && (!opens || scan.sign(next, ')'))
    {
        if opens {
            other_month = Some((day, named));
            end = next + 1;
        } else {
            last_day = Some((day, named));
            end = next;
        }
    }
    let (year, end) = year_after(scan, end);
    let from = PartialDate::new(year, Some(month), Some(days.day));
    let mut date = EditionDate::one(from);
    if let Some((day, named)) = last_day {
        date.to = Some(PartialDate::new(year, Some(named), Some(day)));
        // The year stands once, at the end of the range: `30 December – 2 January 1950`.
        if named < month {
            date.from.year = year.map(|year| year - 1);
        }
    }
    if let Some((day, named)) = other_month {
        date.old_style = Some(old_year(from, named));
        date.from = PartialDate::new(year, Some(named), Some(day));
    }
    match days.second {
        Second::None => {}
        Second::Last(day) => date.to = Some(PartialDate { day: Some(day), ..from }),
        Second::OtherCalendar(day) => {
            date.old_style = Some(from);
            date.from = PartialDate { day: Some(day), ..from };
        }
    }
    let (date, end) = old_style_sign(scan, date, end);
    Reading { first: days.first, end, date, form: Form::DayMonthYear }
}

/// `20 December 1900 (2 January)`: the old date lies in the year before where its month is December.
fn old_year(old: PartialDate, new_month: i8) -> PartialDate {
    if old.month == Some(12) && new_month == 1 {
        PartialDate { year: old.year.map(|year| year - 1), ..old }
    } else {
        old
    }
}

fn day_and_month(scan: Scan<'_>, at: usize) -> Option<(i8, i8, usize)> {
    let day = scan.day(at)?;
    let name = if scan.sign(at + 1, '.') { at + 2 } else { at + 1 };
    Some((day, month_name(scan, name)?, after_point(scan, name)))
}

/// The token after the month at `at`, and after the point of its abbreviation.
fn after_point(scan: Scan<'_>, at: usize) -> usize {
    let point = scan.sign(at + 1, '.') && scan.words(at).chars().count() <= 5;
    let more =
        scan.tokens.get(at + 2).is_some_and(|next| next.kind == TokenKind::Number || next.is('('));
    if point && more { at + 2 } else { at + 1 }
}

/// The year at `end`, and the token after it.
fn year_after(scan: Scan<'_>, end: usize) -> (Option<i16>, usize) {
    let mut at = end;
    if scan.sign(at, ',') || matches!(scan.words(at), "de" | "del" | "of") {
        at += 1;
    }
    match scan.year(at) {
        Some(year) => (Some(year), at + 1),
        None => (None, end),
    }
}

/// `O.S.`, `(old style)`, `ст. ст.`: the date is of the Julian calendar.
fn old_style_sign(scan: Scan<'_>, date: EditionDate, end: usize) -> (EditionDate, usize) {
    let words: String = (end..end + 6).map(|at| scan.words(at)).collect();
    let sign = ["O.S.", "o.s.", "(O.S.)", "(oldstyle)", "oldstyle", "ст.ст.", "(ст.ст.)", "a.St."];
    let found = sign.into_iter().find(|sign| words.starts_with(sign));
    let (Some(sign), None) = (found, date.old_style) else { return (date, end) };
    let Some(new) = calendar::gregorian(date.from) else { return (date, end) };
    let mut length = 0;
    let taken = (end..).take_while(|at| {
        let before = length;
        length += scan.words(*at).len();
        before < sign.len()
    });
    let end = end + taken.count();
    (EditionDate { from: new, old_style: Some(date.from), ..date }, end)
}

/// `December 16, 1949`, `December 16-18, 1949`, `December 1949`.
fn month_day_year(scan: Scan<'_>, at: usize, month: i8) -> Option<Reading> {
    let next = after_point(scan, at);
    if let Some(year) = scan.year(next).or_else(|| scan.year(year_after(scan, next).1 - 1)) {
        let (_, end) = year_after(scan, next);
        let date = EditionDate::one(PartialDate::new(Some(year), Some(month), None));
        return Some(Reading { first: at, end, date, form: Form::MonthYear });
    }
    if !scan.tokens[at].capital {
        return None;
    }
    let day = scan.day(next).filter(|_| scan.tokens[next].spaced)?;
    let mut end = next + 1;
    if scan.joined(end) && matches!(scan.words(end), "st" | "nd" | "rd" | "th") {
        end += 1;
    }
    let mut last = None;
    if scan.dash(end) {
        let (named, day_at) = match month_name(scan, end + 1) {
            Some(named) => (named, after_point(scan, end + 1)),
            None => (month, end + 1),
        };
        if let Some(day) = scan.day(day_at) {
            last = Some((named, day));
            end = day_at + 1;
        }
    }
    let (year, end) = year_after(scan, end);
    let mut date = EditionDate::one(PartialDate::new(year, Some(month), Some(day)));
    date.to = last.map(|(named, day)| PartialDate::new(year, Some(named), Some(day)));
    Some(Reading { first: at, end, date, form: Form::MonthDayYear })
}
