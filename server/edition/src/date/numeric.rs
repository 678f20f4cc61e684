//! Dates in numbers: `1949-12-16`, `16.12.1949`, `16/12/49`, `16.XII.1949`.

use super::find::{Reading, Scan};
use super::{EditionDate, Form, PartialDate, month};
use crate::token::TokenKind;

/// Reads the date that begins with the number at `at`; nothing before `free` belongs to it.
pub(super) fn read(scan: Scan<'_>, at: usize, free: usize) -> Option<Reading> {
    if at < free || is_inside_number(scan, at) {
        return None;
    }
    iso_range(scan, at).or_else(|| parted(scan, at))
}

/// `4.16.12.49`, `A-16.12.49`: part of some other number.
fn is_inside_number(scan: Scan<'_>, at: usize) -> bool {
    let Some(sign) = at.checked_sub(1) else { return false };
    let glued = scan.joined(at) && !scan.sign(sign, '(') && !scan.sign(sign, '[');
    glued && (scan.tokens[sign].is_text() || scan.joined(sign) && !scan.tokens[sign].is('"'))
}

fn iso_range(scan: Scan<'_>, at: usize) -> Option<Reading> {
    let (from, mut end) = iso(scan, at)?;
    let mut date = EditionDate::one(from);
    let parted = scan.sign(end, '/') || scan.sign(end, '–');
    if parted && scan.joined(end) && scan.joined(end + 1) {
        if let Some((to, after)) = iso(scan, end + 1) {
            date.to = Some(to);
            end = after;
        } else if let (Some(day), Some(_)) = (scan.day(end + 1), from.day) {
            date.to = Some(PartialDate { day: Some(day), ..from });
            end += 2;
        }
    }
    Some(Reading { first: at, end, date, form: Form::Iso })
}

/// `1949-12` or `1949-12-16`. `1949-50` is a range of years, no month.
fn iso(scan: Scan<'_>, at: usize) -> Option<(PartialDate, usize)> {
    let two = |at: usize| scan.number(at, 2).filter(|_| scan.words(at).len() == 2);
    let hyphen = |at: usize| scan.sign(at, '-') && scan.joined(at) && scan.joined(at + 1);
    let year = scan.year(at)?;
    let month = two(at + 2).filter(|_| hyphen(at + 1))?;
    let day = two(at + 4).filter(|_| hyphen(at + 3));
    if day.is_none() && (!(1..=12).contains(&month) || hyphen(at + 3)) {
        return None;
    }
    let end = if day.is_some() { at + 5 } else { at + 3 };
    let narrow = |number: i16| i8::try_from(number).ok();
    Some((PartialDate::new(Some(year), narrow(month), day.and_then(narrow)), end))
}

/// Day, month and year with points, slashes or hyphens between.
fn parted(scan: Scan<'_>, at: usize) -> Option<Reading> {
    let sign = ['.', '/', '-'].into_iter().find(|sign| scan.sign(at + 1, *sign))?;
    let day = scan.day(at)?;
    let (month, form) = match scan.tokens.get(at + 2)?.kind {
        TokenKind::Number => (scan.day(at + 2)?, Form::Numeric),
        TokenKind::Word => (month::roman(scan.words(at + 2))?, Form::RomanMonth),
        TokenKind::Sign(_) => return None,
    };
    let close = |at: usize| scan.joined(at) || sign == '.';
    if !scan.joined(at + 1) || !close(at + 2) {
        return None;
    }
    let year = scan.number(at + 4, 4).filter(|_| {
        scan.sign(at + 3, sign) && scan.joined(at + 3) && close(at + 4) && is_year(scan, at + 4)
    });
    if year.is_none() && (form == Form::Numeric || sign == '-') {
        return None;
    }
    let end = if year.is_some() { at + 5 } else { at + 3 };
    let more = scan.sign(end, sign) && scan.joined(end) && scan.joined(end + 1);
    let more = more && scan.tokens.get(end + 1).is_some_and(|next| next.kind == TokenKind::Number);
    // Numbers parted by hyphens are shelf marks more often than dates.
    if more || sign == '-' && form == Form::Numeric && scan.words(at + 4).len() != 4 {
        return None;
    }
    // Americans put the month first: where only that makes sense, it is read so.
    let (day, month) =
        if month > 12 && day <= 12 && sign == '/' { (month, day) } else { (day, month) };
    if month > 12 {
        return None;
    }
    let date = PartialDate::new(year.map(full_year), Some(month), Some(day));
    Some(Reading { first: at, end, date: EditionDate::one(date), form })
}

fn is_year(scan: Scan<'_>, at: usize) -> bool {
    scan.year(at).is_some() || scan.words(at).len() == 2
}

/// Two digits are a year of the twentieth century.
fn full_year(year: i16) -> i16 {
    if year < 100 { 1900 + year } else { year }
}
