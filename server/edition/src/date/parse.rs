//! Reading a text that is a date, as a front matter's entry is.

use super::find::Scan;
use super::{DateFault, EditionDate, Form, FoundDate, PartialDate, find};
use crate::token::tokens;

/// Why a text is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// It is empty.
    #[error("there is no date")]
    Empty,
    /// It cannot be read.
    #[error("this is not a date; write it as 1949-12-16, 1949-12, 1949 or 16 December 1949")]
    NoDate,
    /// It can be read, but there is no such date.
    #[error("there is no such date")]
    Impossible(DateFault),
}

impl EditionDate {
    /// Reads `text`, which must be a date and nothing else; brackets, a question mark and words such
    /// as `circa` beside it say that it is uncertain.
    ///
    /// # Errors
    /// See [`DateError`].
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let (core, uncertain) = core(text);
        if core.is_empty() {
            return Err(DateError::Empty);
        }
        let found = years(core).or_else(|| whole(core)).ok_or(DateError::NoDate)?;
        match found.fault {
            Some(fault) => Err(DateError::Impossible(fault)),
            None => Ok(Self { uncertain, ..found.date }),
        }
    }
}

/// The date without what says that it is uncertain.
fn core(text: &str) -> (&str, bool) {
    let trimmed = text.trim();
    let bare = trimmed.trim_matches(['[', ']', '(', ')', '?', '~', ' ']);
    let lower = bare.get(..6.min(bare.len())).unwrap_or_default().to_lowercase();
    let about = ["circa ", "ca. ", "ca ", "c. ", "c.", "um ", "около ", "vers ", "nach "];
    let stripped = about.iter().find(|word| lower.starts_with(*word));
    let rest = stripped.and_then(|word| bare.get(word.len()..)).unwrap_or(bare).trim();
    (rest.trim_end_matches(" г."), rest.len() != trimmed.len() && !trimmed.starts_with('('))
}

/// `1949`, `1949-1950`, `1949/50`.
fn years(text: &str) -> Option<FoundDate> {
    let tokens = tokens(text);
    let scan = Scan { text, tokens: &tokens };
    let from = scan.year(0)?;
    let parted = scan.dash(1) || scan.sign(1, '/');
    let to = match tokens.len() {
        1 => None,
        3 if parted && scan.year(2).is_some() => scan.year(2),
        3 if parted && text.len() <= 8 => {
            let end = scan.number(2, 2)?;
            // `1949-12` is a month.
            (scan.sign(1, '/') || end > 12).then_some(from - from % 100 + end).map(Some)?
        }
        _ => return None,
    };
    let year = |year| PartialDate::new(Some(year), None, None);
    let date = EditionDate { to: to.map(year), ..EditionDate::one(year(from)) };
    Some(FoundDate {
        span: tokens[0].span.join(tokens.last()?.span),
        date,
        form: Form::Year,
        fault: find::fault(&date),
    })
}

/// The date that fills `text`, or two with a dash between.
fn whole(text: &str) -> Option<FoundDate> {
    let found = find::find(text);
    let between = |from: usize, to: usize| text.get(from..to).unwrap_or_default().trim();
    match found.as_slice() {
        [one]
            if between(0, one.span.start().to_usize()).is_empty()
                && between(one.span.end().to_usize(), text.len()).is_empty() =>
        {
            Some(*one)
        }
        [from, to]
            if matches!(
                between(from.span.end().to_usize(), to.span.start().to_usize()),
                "-" | "–" | "—" | "/" | ".." | "to" | "until" | "bis"
            ) && from.date.to.is_none()
                && to.date.to.is_none()
                && text.len() == to.span.end().to_usize() =>
        {
            let last = to.date.from;
            let date =
                EditionDate { from: from.date.from.completed(last), to: Some(last), ..from.date };
            let fault = from.fault.or(to.fault).or_else(|| find::fault(&date));
            Some(FoundDate { span: from.span.join(to.span), date, form: from.form, fault })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_that_are_dates() {
        for (text, expected) in [
            ("1949-12-16", "1949-12-16"),
            ("1949-12", "1949-12"),
            ("1949", "1949"),
            ("1949/50", "1949/1950"),
            ("1949-12-16/1950-01-02", "1949-12-16/1950-01-02"),
            ("16 December 1949", "1949-12-16"),
            ("16 December 1949 – 2 January 1950", "1949-12-16/1950-01-02"),
            ("16 декабря 1949 г.", "1949-12-16"),
            ("[1949?]", "1949 uncertain"),
            ("c. 1949", "1949 uncertain"),
            ("1949-02-30", "there is no such date"),
            (
                "last Tuesday",
                "this is not a date; write it as 1949-12-16, 1949-12, 1949 or 16 December 1949",
            ),
            ("", "there is no date"),
        ] {
            let shown = match EditionDate::parse(text) {
                Ok(date) if date.uncertain => format!("{date} uncertain"),
                Ok(date) => date.to_string(),
                Err(error) => error.to_string(),
            };
            assert_eq!(shown, expected, "{text}");
        }
    }
}
