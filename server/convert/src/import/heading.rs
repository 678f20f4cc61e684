//! Headings, bylines, separators: what stands between texts.

use super::dates;
use super::kind::Kind;
use super::name::{is_particle, is_title};
use super::passage::Passage;
use super::words::{Vocabulary, is_all_capitals, is_capitalised, words};

/// No heading is longer than this many bytes.
const LONGEST: usize = 300;

/// What a heading says of the text that it stands above.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a sign by itself, and all combinations occur"
)]
pub(crate) struct Heading {
    /// A number before it: `II.`, `12.`, `Document 3`.
    pub(crate) number: Option<String>,
    /// The kind of document, where its words tell.
    pub(crate) kind: Option<Kind>,
    /// Whether a telling word stands among its first, and a date at its end.
    pub(crate) formula: bool,
    /// A date, as ISO 8601.
    pub(crate) date: Option<String>,
    /// Whether it names who writes to whom: `Orlov to Mora, 3 May 1951`.
    pub(crate) correspondents: bool,
    /// Whether it consists of a date, and perhaps a place, only.
    pub(crate) dateline: bool,
    /// Whether print gives it capitals only, or marks it as a heading.
    pub(crate) loud: bool,
}

/// Whether `text` divides texts: stars, dashes or dots alone.
pub(crate) fn is_separator(text: &str) -> bool {
    let signs = text.chars().filter(|c| !c.is_whitespace()).count();
    (3..=80).contains(&signs)
        && text.chars().all(|c| {
            c.is_whitespace()
                || matches!(
                    c,
                    '*' | '-' | '–' | '—' | '_' | '•' | '·' | '=' | '~' | '#' | '⁂' | '❖'
                )
        })
}

/// Whether `text` names an author: `by Orlov`, `Introduction by Anna Mora`.
pub(crate) fn is_byline(text: &str) -> bool {
    byline_author(text).is_some()
}

/// The author that a byline names.
pub(crate) fn byline_author(text: &str) -> Option<&str> {
    if text.len() > 140 || text.contains('\n') || text.trim_end().ends_with([':', ';', ',']) {
        return None;
    }
    let bare =
        text.trim_matches(|c: char| matches!(c, '(' | ')' | '*' | '—' | '-') || c.is_whitespace());
    let (at, length) =
        ["by ", "By ", "BY ", "von ", "Von ", "par ", "Par "].iter().find_map(|sign| {
            let at = bare.find(sign)?;
            let before = &bare[..at];
            let opens = at == 0
                || before.ends_with(' ')
                    && before.split_whitespace().count() <= 5
                    && before.split_whitespace().next().is_some_and(is_author_word);
            opens.then_some((at, sign.len()))
        })?;
    let author = bare[at + length..].trim();
    let mut count = 0;
    for word in author.split_whitespace() {
        let word = word.trim_end_matches([',', '.']);
        count += 1;
        let fits = is_capitalised(word)
            || is_particle(word)
            || matches!(word, "and" | "with" | "und" | "et");
        if !fits || word.chars().any(char::is_numeric) {
            return None;
        }
    }
    (2..=9).contains(&count).then_some(author)
}

/// What an author did, in words before `by`.
fn is_author_word(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "introduction",
        "introduced",
        "edited",
        "commentary",
        "comment",
        "article",
        "essay",
        "text",
        "translated",
        "compiled",
        "notes",
        "annotated",
        "einleitung",
        "eingeleitet",
        "présenté",
    ];
    WORDS.contains(&word.to_lowercase().as_str())
}

/// What `passage` says as a heading, where it has the form of one.
pub(crate) fn heading(passage: &Passage, vocabulary: &Vocabulary) -> Option<Heading> {
    let text = passage.text();
    if text.len() > LONGEST || text.is_empty() || is_separator(text) || is_byline(text) {
        return None;
    }
    let dates = dates::find(text);
    let number = number(text);
    let body = &text[number.as_ref().map_or(0, |(_, end)| *end)..];
    let kind = Kind::first(body);
    let loud = passage.heading_mark.is_some() || is_all_capitals(text);
    let correspondents = dates
        .first()
        .is_some_and(|date| names_correspondents(&body_before(text, body, date.range.start)));
    let dateline = !correspondents && dateline(text, &dates);
    if !dateline && !has_form(text, body, loud, vocabulary) {
        return None;
    }
    let late = dates.last().is_some_and(|date| text.len() - date.range.end <= 12);
    let formula = late && kind.is_some_and(|(_, at)| at < 6);
    Some(Heading {
        number: number.map(|(number, _)| number),
        kind: kind.map(|(kind, _)| kind),
        formula,
        date: dates.last().map(|date| date.iso.clone()),
        correspondents,
        dateline,
        loud,
    })
}

fn body_before(text: &str, body: &str, end: usize) -> String {
    let start = text.len() - body.len();
    text.get(start..end).unwrap_or_default().to_owned()
}

/// Whether `text` looks like a heading: it opens with a capital, has no end of a sentence, and most of its
/// longer words have capitals, or it is short.
fn has_form(text: &str, body: &str, loud: bool, vocabulary: &Vocabulary) -> bool {
    let first = body.trim_start_matches(['"', '“', '‘', '«', '*', '(']).chars().next();
    if !first.is_some_and(|c| {
        c.is_uppercase() || c.is_numeric() || c.is_alphabetic() && !c.is_lowercase()
    }) {
        return false;
    }
    let bare = text.trim_end_matches(['*', ')', '"', '”', ' ', '¹', '²']);
    let hour = [" m.", ".m."].iter().any(|hour| bare.ends_with(hour));
    if bare.ends_with('-')
        || bare.ends_with(['.', ',', ';', ':'])
            && !loud
            && !hour
            && !body.starts_with(|c: char| c.is_numeric())
    {
        return false;
    }
    if loud {
        return true;
    }
    let long: Vec<&str> =
        words(body).map(|(_, word)| word).filter(|word| word.chars().count() > 3).collect();
    let capital = long
        .iter()
        .filter(|word| is_capitalised(word) || word.starts_with(char::is_numeric))
        .count();
    let surely_open = words(body).last().is_some_and(|(_, word)| vocabulary.never_ends(word));
    (hour || !bare.ends_with('.'))
        && !surely_open
        && !long.is_empty()
        && (capital * 10 >= long.len() * 6 || names_kind(body) && capital * 2 >= long.len())
}

/// Whether a word with a capital tells the kind of a document.
fn names_kind(text: &str) -> bool {
    words(text).any(|(_, word)| is_capitalised(word) && Kind::of(word).is_some())
}

/// The number before a heading, and where the heading itself begins: `II. `, `IV: `, `12. `, `No. 4 `,
/// `Document 3: `.
fn number(text: &str) -> Option<(String, usize)> {
    let lead = [
        "DOCUMENT ",
        "Document ",
        "Doc. ",
        "No. ",
        "NO. ",
        "Nr. ",
        "Dokument ",
        "№ ",
        "Document No. ",
        "DOCUMENT NO. ",
        "Документ № ",
    ]
    .iter()
    .filter(|lead| text.starts_with(**lead))
    .map(|lead| lead.len())
    .max()
    .unwrap_or_default();
    let rest = &text[lead..];
    let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    let word = &rest[..end];
    let arabic =
        !word.is_empty() && word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let roman =
        !word.is_empty() && word.len() <= 7 && word.bytes().all(|byte| b"IVXLC".contains(&byte));
    if !arabic && !roman {
        return None;
    }
    let after = &rest[end..];
    let sign = after.starts_with(['.', ':', ')']) || lead > 0;
    let gap = after.trim_start_matches(['.', ':', ')', ',', '—', '-']);
    let spaced = gap.starts_with(char::is_whitespace) || gap.is_empty() && lead > 0;
    let body = text.len() - gap.trim_start().len();
    (sign && spaced).then(|| (word.to_owned(), body))
}

/// Words of a dateline that are written small.
const OF_TIME: &[&str] = &[
    "a",
    "m",
    "p",
    "am",
    "pm",
    "at",
    "in",
    "the",
    "on",
    "den",
    "le",
    "h",
    "o'clock",
    "o’clock",
    "noon",
    "midnight",
    "undated",
    "hours",
    "uhr",
    "г",
    "года",
];

/// Whether `text` is a date with at most a place and an hour before or after it.
fn dateline(text: &str, dates: &[dates::Found]) -> bool {
    let Some(date) = dates.first() else { return false };
    let rest = format!("{} {}", &text[..date.range.start], &text[date.range.end..]);
    let mut capitals = 0;
    let fits = words(&rest).all(|(_, word)| {
        capitals += usize::from(is_capitalised(word));
        is_capitalised(word) || word.starts_with(char::is_numeric) || OF_TIME.contains(&word)
    });
    fits && capitals <= 4
        && text.len() <= 90
        && Kind::of(&rest).is_none()
        && !rest.contains(['?', '!', ':'].as_slice())
        || fits
            && capitals <= 2
            && text.len() <= 60
            && Kind::of(&rest).is_none()
            && !rest.contains(['?', '!'])
}

/// `Orlov to Mora, `, `From the Legation to the Ministry`, `Мора — Орлову`.
fn names_correspondents(before: &str) -> bool {
    let parts: Vec<&str> = before.split_whitespace().collect();
    let Some(to) =
        parts.iter().position(|word| matches!(*word, "to" | "an" | "à" | "к" | "a" | "—" | "–"))
    else {
        return false;
    };
    let named = |words: &[&str]| {
        !words.is_empty()
            && words.len() <= 14
            && words.iter().all(|word| {
                let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
                bare.is_empty()
                    || is_capitalised(bare)
                    || is_particle(bare)
                    || is_title(bare)
                    || matches!(bare, "in" | "at" | "from")
            })
    };
    named(&parts[..to]) && named(&parts[to + 1..])
}

/// A place before the date of a heading or dateline: `…, Moscow, 16 December 1949`, `Warsaw, August 3, 1959.`
pub(crate) fn place(text: &str) -> Option<&str> {
    let date = dates::find(text).into_iter().next_back()?;
    let before = text[..date.range.start].trim_end().strip_suffix(',')?;
    let from = before.rfind([',', ':', ';', '\n', '.']).map_or(0, |at| at + 1);
    let place = before[from..]
        .trim_matches(|c: char| c.is_whitespace() || matches!(c, '[' | ']' | '(' | '—'));
    let parts: Vec<&str> = place.split_whitespace().collect();
    let fits = (1..=3).contains(&parts.len())
        && parts.iter().all(|word| {
            is_capitalised(word)
                && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '’' | '\''))
        })
        && Kind::of(place).is_none();
    (fits && (from > 0 || before.len() == place.len())).then_some(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<Heading> {
        let mut passage = Passage::default();
        passage.push_source(text, 0..text.len());
        heading(&passage, &Vocabulary::default())
    }

    #[test]
    fn numbered_dated_headings() {
        let found = read("IV: Conversation between Orlov and Mora, Riga, 3 March 1951").unwrap();
        assert_eq!(found.number.as_deref(), Some("IV"));
        assert_eq!(found.kind, Some(Kind::Conversation));
        assert!(found.formula && !found.dateline);
        assert_eq!(found.date.as_deref(), Some("1951-03-03"));
        assert_eq!(place("Conversation between Orlov and Mora, Riga, 3 March 1951"), Some("Riga"));
    }

    #[test]
    fn correspondents() {
        assert!(read("Orlov to Anna Mora, 3 March 1951").unwrap().correspondents);
        assert!(
            read("The Chargé in Riga (Orlov) to the Secretary of State, March 3, 1951")
                .unwrap()
                .correspondents
        );
        assert!(!read("Wheat and Coal, 3 March 1951").unwrap().correspondents);
    }

    #[test]
    fn datelines() {
        assert!(read("3 March 1951").unwrap().dateline);
        assert!(read("Riga, March 3, 1951—10 a. m.").unwrap().dateline);
        assert_eq!(place("Riga, March 3, 1951."), Some("Riga"));
    }

    #[test]
    fn sentences_are_no_headings() {
        assert_eq!(read("The envoy spoke of wheat."), None);
        assert_eq!(read("could be sold"), None);
        assert_eq!(read("The envoy then spoke at some length about the wheat that"), None);
    }

    #[test]
    fn bylines() {
        assert_eq!(byline_author("by Anna Mora"), Some("Anna Mora"));
        assert_eq!(
            byline_author("Introduction by A. B. Mora and Li Ming"),
            Some("A. B. Mora and Li Ming")
        );
        assert_eq!(byline_author("(By Paul Orlov)"), Some("Paul Orlov"));
        assert_eq!(byline_author("by the way, wheat"), None);
        assert_eq!(byline_author("Recorded by the mill"), None);
    }

    #[test]
    fn separators() {
        assert!(
            is_separator("* * * * *")
                && is_separator("-----")
                && !is_separator("**")
                && !is_separator("a * b")
        );
    }
}
