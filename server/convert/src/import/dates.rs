//! Dates in headings and datelines, as the edition reads them.

use std::ops::Range;

/// A date with its year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    /// Where it stands.
    pub(crate) range: Range<usize>,
    /// The date, or the first of a range (ISO 8601): a day, a month or a year.
    pub(crate) iso: String,
}

/// The dates in `text` of which the year is known.
pub(crate) fn find(text: &str) -> Vec<Found> {
    obelus_edition::date::find(text)
        .into_iter()
        .filter(|found| found.date.from.year.is_some() && found.fault.is_none())
        .map(|found| Found { range: found.span.range(), iso: found.date.from.to_string() })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_usual_forms() {
        let iso =
            |text| find(text).into_iter().map(|found| found.iso).collect::<Vec<_>>().join(" ");
        assert_eq!(iso("Talk, Riga, 3 March 1951"), "1951-03-03");
        assert_eq!(iso("Warsaw, August 3, 1959."), "1959-08-03");
        assert_eq!(iso("Warsaw, August 3, 1959, 10:10 a.m."), "1959-08-03");
        assert_eq!(iso("[Riga,] January 30, 1951—3 p. m."), "1951-01-30");
        assert_eq!(iso("Talks, May 1952"), "1952-05");
        assert_eq!(iso("they met on 3 May"), "");
    }
}
