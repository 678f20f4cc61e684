//! Finding dates in running text.

use super::{
    DateFault, EditionDate, Form, FoundDate, PartialDate, calendar, month, numeric, worded,
};
use crate::token::{Token, TokenKind, tokens};

/// A date that has been recognised, before its faults are looked for.
pub(super) struct Reading {
    /// The first token.
    pub first: usize,
    /// The token after the last.
    pub end: usize,
    /// The date.
    pub date: EditionDate,
    /// How it is written.
    pub form: Form,
}

/// A text with its tokens.
#[derive(Clone, Copy)]
pub(super) struct Scan<'t> {
    /// The text.
    pub text: &'t str,
    /// Its tokens.
    pub tokens: &'t [Token],
}

impl<'t> Scan<'t> {
    /// The words of the token at `at`.
    pub(super) fn words(self, at: usize) -> &'t str {
        self.tokens.get(at).map(|token| token.span.of(self.text)).unwrap_or_default()
    }

    /// The number at `at` of at most `digits` digits.
    pub(super) fn number(self, at: usize, digits: usize) -> Option<i16> {
        let token = self.tokens.get(at)?;
        let fits = token.kind == TokenKind::Number && token.span.len() <= digits;
        fits.then(|| self.words(at).parse().ok()).flatten()
    }

    /// The year of four digits at `at`.
    pub(super) fn year(self, at: usize) -> Option<i16> {
        let year = self.number(at, 4).filter(|_| self.words(at).len() == 4)?;
        (1000..2200).contains(&year).then_some(year)
    }

    /// The day of a month at `at`.
    pub(super) fn day(self, at: usize) -> Option<i8> {
        self.number(at, 2).filter(|day| (1..=39).contains(day)).and_then(|day| day.try_into().ok())
    }

    /// Whether the sign `sign` stands at `at`.
    pub(super) fn sign(self, at: usize, sign: char) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is(sign))
    }

    /// Whether the token at `at` follows the one before it without white space.
    pub(super) fn joined(self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| !token.spaced)
    }

    /// Whether a hyphen or dash stands at `at`.
    pub(super) fn dash(self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(Token::is_dash)
    }
}

/// The dates in `text`, in order. Years alone are no dates: too many numbers look like them.
pub fn find(text: &str) -> Vec<FoundDate> {
    find_in(text, &tokens(text))
}

pub(crate) fn find_in(text: &str, tokens: &[Token]) -> Vec<FoundDate> {
    let scan = Scan { text, tokens };
    let mut found: Vec<FoundDate> = Vec::new();
    let mut at = 0;
    let mut free = 0;
    while at < tokens.len() {
        let reading = match tokens[at].kind {
            TokenKind::Number => numeric::read(scan, at, free),
            TokenKind::Word => worded::read(scan, at, free),
            TokenKind::Sign(_) => None,
        };
        if let Some(reading) = reading {
            free = reading.end;
            at = reading.end;
            found.push(finished(scan, &reading));
        } else {
            at += 1;
        }
    }
    found
}

fn finished(scan: Scan<'_>, reading: &Reading) -> FoundDate {
    let Reading { first, end, date, form } = *reading;
    let place = scan.tokens[first].span.join(scan.tokens[end - 1].span);
    let fault = fault(&date).or_else(|| weekday_fault(scan, first, &date));
    FoundDate { span: place, date, form, fault }
}

pub(super) fn fault(date: &EditionDate) -> Option<DateFault> {
    let parts = [Some(date.from), date.to, date.old_style];
    if let Some(fault) = parts.into_iter().flatten().find_map(PartialDate::fault) {
        return Some(fault);
    }
    if let Some(old) = date.old_style {
        return calendar::fault(old, date.from);
    }
    let reversed = match (date.from.earliest(), date.to.and_then(PartialDate::latest)) {
        (Some(first), Some(last)) => last < first,
        _ => false,
    };
    reversed.then_some(DateFault::Reversed)
}

/// `Monday, 16 December 1949`: the name before the date against the true day of the week.
fn weekday_fault(scan: Scan<'_>, first: usize, date: &EditionDate) -> Option<DateFault> {
    let before = first.checked_sub(1)?;
    let at = if scan.sign(before, ',') { before.checked_sub(1)? } else { before };
    let named = month::weekday(scan.tokens[at].hash)?;
    let truly = date.from.day.and(date.earliest())?.weekday().to_monday_one_offset();
    (named != truly).then_some(DateFault::Weekday { truly: truly.unsigned_abs() })
}
