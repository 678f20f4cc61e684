//! Dates in headings and datelines.

use std::ops::Range;

use super::words::words;

/// A date that is written in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    /// Where it stands.
    pub(crate) range: Range<usize>,
    /// The date (ISO 8601): a day, a month or a year.
    pub(crate) iso: String,
}

const MONTHS: [&[&str]; 12] = [
    &["january", "jan", "januar", "jänner", "janvier", "января", "январь", "gennaio", "enero"],
    &["february", "feb", "februar", "feber", "février", "февраля", "февраль", "febbraio", "febrero"],
    &["march", "mar", "märz", "mars", "марта", "март", "marzo"],
    &["april", "apr", "avril", "апреля", "апрель", "aprile", "abril"],
    &["may", "mai", "мая", "май", "maggio", "mayo"],
    &["june", "jun", "juni", "juin", "июня", "июнь", "giugno", "junio"],
    &["july", "jul", "juli", "juillet", "июля", "июль", "luglio", "julio"],
    &["august", "aug", "août", "августа", "август", "agosto"],
    &["september", "sept", "sep", "septembre", "сентября", "сентябрь", "settembre", "septiembre"],
    &["october", "oct", "oktober", "octobre", "октября", "октябрь", "ottobre", "octubre"],
    &["november", "nov", "novembre", "ноября", "ноябрь", "noviembre"],
    &["december", "dec", "dezember", "décembre", "декабря", "декабрь", "dicembre", "diciembre"],
];

fn month(word: &str) -> Option<usize> {
    let lower = word.to_lowercase();
    MONTHS.iter().position(|names| names.contains(&lower.as_str())).map(|at| at + 1)
}

fn number(word: &str, least: u32, most: u32) -> Option<u32> {
    let digits = word.trim_end_matches(|c: char| c.is_alphabetic());
    let value = digits.parse().ok()?;
    (least..=most).contains(&value).then_some(value)
}

/// The dates in `text` that name a month in words: `16 December 1949`, `December 16, 1949`, `May 1950`.
pub(crate) fn find(text: &str) -> Vec<Found> {
    let all: Vec<(Range<usize>, &str)> = words(text).collect();
    let mut found = Vec::new();
    for (at, (range, word)) in all.iter().enumerate() {
        let Some(month) = month(word).filter(|_| word.chars().next().is_some_and(|c| c.is_uppercase() || !c.is_ascii())) else {
            continue;
        };
        let near = |one: usize, two: usize| text[all[one].0.end..all[two].0.start].chars().all(|c| c.is_whitespace() || matches!(c, ',' | '.' | ']' | '['));
        let year_at = |at: usize| all.get(at).filter(|(_, word)| word.len() == 4).and_then(|(_, word)| number(word, 1000, 2100));
        let day_before = at.checked_sub(1).filter(|before| near(*before, at)).and_then(|before| Some((before, number(all[before].1, 1, 31)?)));
        let day_after = all.get(at + 1).filter(|_| near(at, at + 1)).and_then(|(_, word)| number(word, 1, 31).filter(|_| word.len() <= 4));
        if let Some((before, day)) = day_before
            && all.len() > at + 1
            && near(at, at + 1)
            && let Some(year) = year_at(at + 1)
        {
            found.push(Found { range: all[before].0.start..all[at + 1].0.end, iso: format!("{year:04}-{month:02}-{day:02}") });
        } else if let Some(day) = day_after
            && let Some(year) = year_at(at + 2)
            && near(at + 1, at + 2)
        {
            found.push(Found { range: range.start..all[at + 2].0.end, iso: format!("{year:04}-{month:02}-{day:02}") });
        } else if all.len() > at + 1 && near(at, at + 1) && let Some(year) = year_at(at + 1) {
            found.push(Found { range: range.start..all[at + 1].0.end, iso: format!("{year:04}-{month:02}") });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_usual_forms() {
        let iso = |text| find(text).into_iter().map(|found| found.iso).collect::<Vec<_>>().join(" ");
        assert_eq!(iso("Talk, Riga, 3 March 1951"), "1951-03-03");
        assert_eq!(iso("Warsaw, August 3, 1959."), "1959-08-03");
        assert_eq!(iso("from 3 May to 4 June 1951, and May 1952"), "1951-06-04 1952-05");
        assert_eq!(iso("he may 1951"), "");
    }
}
