//! What print sets between paragraphs and is no part of the text: running heads, page numbers.

use std::collections::HashMap;

use super::accounting::Omission;
use super::continuation::continuation;
use super::heading::{is_byline, is_separator};
use super::ledger::Ledger;
use super::passage::Passage;
use super::report::{Certainty, Report, excerpt};
use super::shape::{self, Start};
use super::words::{Vocabulary, is_all_capitals, words};

/// A running head is no longer than this many bytes.
const LONGEST_HEAD: usize = 120;

/// Pieces of one broken title stand no further apart than this many paragraphs.
const NEAR: usize = 40;

/// What a paragraph seems to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Guess {
    Text,
    PageNumber,
    RunningHead,
}

/// Takes running heads and page numbers out of `passages`.
pub(crate) fn remove(
    passages: &mut Vec<Passage>,
    vocabulary: &Vocabulary,
    ledger: &mut Ledger,
    report: &mut Report,
) {
    let mut guesses = vec![Guess::Text; passages.len()];
    page_numbers(passages, &mut guesses);
    repeated_heads(passages, vocabulary, &mut guesses);
    interrupting_heads(passages, vocabulary, &mut guesses);
    broken_title(passages, vocabulary, &mut guesses);
    doubtful_heads(passages, &guesses, report);
    let mut guess = guesses.into_iter();
    passages.retain(|passage| {
        let why = match guess.next() {
            Some(Guess::PageNumber) => Omission::PageNumber,
            Some(Guess::RunningHead) => Omission::RunningHead,
            _ => return true,
        };
        let all = 0..passage.text().len();
        if why == Omission::RunningHead {
            let text = format!(
                "“{}” is taken for a running head or a piece of one, and left out",
                excerpt(passage.text())
            );
            report.remark(passage.source_start(), Certainty::Changed, text);
        }
        ledger.omit_all(passage.sources(all), why);
        false
    });
}

/// The number of a page: digits alone, with dashes or a word for page.
fn page_number(text: &str) -> Option<u32> {
    if text.len() > 24 {
        return None;
    }
    let lower = text.to_lowercase();
    let bare = lower
        .trim_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | '|'))
        .trim_start_matches("[[")
        .trim_end_matches("]]");
    let bare = ["page ", "seite ", "p. ", "s. "]
        .iter()
        .find_map(|word| bare.strip_prefix(word))
        .unwrap_or(bare);
    let digits = bare.trim_start_matches(['s', 'h', 'e']);
    (digits.len() <= 5 && !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| digits.parse().ok())
        .flatten()
}

/// Numbers that stand alone are pages where there are several that rise, or where one breaks a sentence.
fn page_numbers(passages: &[Passage], guesses: &mut [Guess]) {
    let numbers: Vec<(usize, u32)> = passages
        .iter()
        .enumerate()
        .filter_map(|(at, passage)| Some((at, page_number(passage.text())?)))
        .collect();
    for (index, (at, number)) in numbers.iter().enumerate() {
        let before = index
            .checked_sub(1)
            .is_some_and(|before| numbers[before].1 < *number && *number - numbers[before].1 <= 4);
        let after =
            numbers.get(index + 1).is_some_and(|(_, next)| number < next && next - number <= 4);
        let marked = !passages[*at].text().bytes().all(|byte| byte.is_ascii_digit());
        if before || after || marked || breaks_sentence(passages, *at) {
            guesses[*at] = Guess::PageNumber;
        }
    }
}

/// Whether what stands at `at` divides a sentence.
fn breaks_sentence(passages: &[Passage], at: usize) -> bool {
    let vocabulary = Vocabulary::default();
    let Some(before) = at.checked_sub(1).and_then(|before| passages.get(before)) else {
        return false;
    };
    let Some(after) = passages.get(at + 1) else { return false };
    before.text().len() > 40
        && shape::end(before.text(), &vocabulary).is_open()
        && shape::start(after.text()) == Start::Small
}

/// Short lines that come again, with or without the number of the page, and divide a sentence at least
/// once.
fn repeated_heads(passages: &[Passage], _: &Vocabulary, guesses: &mut [Guess]) {
    let mut places: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, passage) in passages.iter().enumerate() {
        let text = passage.text();
        if text.len() <= LONGEST_HEAD
            && !text.contains('\n')
            && guesses[at] == Guess::Text
            && !is_separator(text)
            && continuation(text).is_none()
        {
            let key: String = text.to_lowercase().chars().filter(|c| c.is_alphabetic()).collect();
            if key.chars().count() >= 4 {
                places.entry(key).or_default().push(at);
            }
        }
    }
    for places in places.values().filter(|places| places.len() >= 2) {
        let numbers: Vec<u32> =
            places.iter().filter_map(|at| trailing_number(passages[*at].text())).collect();
        let rising =
            numbers.len() == places.len() && numbers.windows(2).all(|pair| pair[0] < pair[1]);
        if rising && places.len() >= 3 || places.iter().any(|at| breaks_sentence(passages, *at)) {
            for at in places {
                guesses[*at] = Guess::RunningHead;
            }
        }
    }
}

/// The number at either end of a line: `12 THE BULLETIN`, `The Bulletin 13`.
fn trailing_number(text: &str) -> Option<u32> {
    let digits = |word: &str| {
        word.bytes().all(|byte| byte.is_ascii_digit()).then(|| word.parse().ok()).flatten()
    };
    let mut parts = text.split_whitespace();
    parts.next().and_then(digits).or_else(|| parts.next_back().and_then(digits))
}

/// One line in capitals, or with a page number, that divides a sentence.
fn interrupting_heads(passages: &[Passage], _: &Vocabulary, guesses: &mut [Guess]) {
    for (at, passage) in passages.iter().enumerate() {
        let text = passage.text();
        let head = text.len() <= LONGEST_HEAD && is_all_capitals(text)
            || trailing_number(text).is_some() && text.len() <= 60;
        if guesses[at] == Guess::Text
            && head
            && continuation(text).is_none()
            && breaks_sentence(passages, at)
        {
            guesses[at] = Guess::RunningHead;
        }
    }
}

/// Whether a line in capitals might be a piece of a title: a few words, no number, no end.
fn is_fragment(text: &str) -> bool {
    text.len() <= 40
        && is_all_capitals(text)
        && words(text).count() <= 3
        && text
            .chars()
            .all(|c| c.is_alphabetic() || c.is_whitespace() || matches!(c, '\'' | '’' | '-'))
        && text.chars().filter(|c| c.is_alphabetic()).count() >= 3
}

/// Lines in capitals between paragraphs that are the words of one title, broken over the pages: one of
/// them is a word that stands in no heading of its own (`WITH`), and none opens anything.
fn broken_title(passages: &[Passage], vocabulary: &Vocabulary, guesses: &mut [Guess]) {
    let fragments: Vec<usize> = (1..passages.len())
        .filter(|at| {
            guesses[*at] == Guess::Text
                && is_fragment(passages[*at].text())
                && stands_alone(passages, *at)
        })
        .collect();
    let mut group: Vec<usize> = Vec::new();
    for (index, at) in fragments.iter().enumerate() {
        group.push(*at);
        if fragments.get(index + 1).is_some_and(|next| next - at <= NEAR) {
            continue;
        }
        let small = |at: &usize| {
            words(passages[*at].text()).all(|(_, word)| is_small_word(word, vocabulary))
        };
        if group.iter().any(small) {
            for at in &group {
                guesses[*at] = Guess::RunningHead;
            }
        }
        group.clear();
    }
}

/// Whether `word`, printed in capitals, is one that cannot make a heading by itself.
fn is_small_word(word: &str, vocabulary: &Vocabulary) -> bool {
    const SMALL: &[&str] = &[
        "with",
        "and",
        "of",
        "the",
        "to",
        "in",
        "on",
        "for",
        "from",
        "by",
        "at",
        "between",
        "among",
        "under",
        "after",
        "before",
        "against",
        "into",
        "or",
        "but",
        "as",
        "a",
        "an",
        "und",
        "der",
        "die",
        "das",
        "mit",
        "von",
        "zwischen",
        "über",
        "et",
        "de",
        "des",
        "les",
        "avec",
        "entre",
        "sur",
        "e",
        "y",
        "con",
        "di",
        "и",
        "в",
        "с",
        "о",
        "об",
        "на",
        "между",
    ];
    let lower = word.to_lowercase();
    SMALL.contains(&lower.as_str()) || vocabulary.never_ends(&lower)
}

/// Whether what stands at `at` opens nothing and belongs to no heading: text before and after.
fn stands_alone(passages: &[Passage], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|before| passages[before].text()) else {
        return false;
    };
    let after: Vec<&str> = passages[at + 1..].iter().take(3).map(Passage::text).collect();
    !is_separator(before)
        && !after.is_empty()
        && !after.iter().any(|text| is_byline(text))
        && passages[at].heading_mark.is_none()
        && !is_all_capitals(before)
}

/// Names the lines in capitals that are left, where they stand between the paragraphs of a text.
fn doubtful_heads(passages: &[Passage], guesses: &[Guess], report: &mut Report) {
    for (at, passage) in passages.iter().enumerate() {
        let text = passage.text();
        if guesses[at] == Guess::Text
            && is_fragment(text)
            && stands_alone(passages, at)
            && super::field::is_field_line(text).is_none()
        {
            let text = format!(
                "“{}” stands in capitals between paragraphs: a heading, or a piece of a running head? It is kept",
                excerpt(text)
            );
            report.remark(passage.source_start(), Certainty::Unsure, text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::paragraph::paragraphs;
    use super::*;

    fn kept(source: &str) -> String {
        let mut ledger = Ledger::default();
        let mut passages = paragraphs(source, &mut ledger);
        remove(&mut passages, &Vocabulary::default(), &mut ledger, &mut Report::default());
        passages.iter().map(Passage::text).collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn a_title_broken_over_pages_goes() {
        let source = "Orlov spoke at length about wheat.\n\nWITH\n\nMora answered him that coal is dear.\n\nMILLERS\n\nOrlov spoke again of wheat.";
        assert_eq!(
            kept(source),
            "Orlov spoke at length about wheat. | Mora answered him that coal is dear. | Orlov spoke again of wheat."
        );
    }

    #[test]
    fn a_heading_in_capitals_stays() {
        let source = "Orlov spoke at length about wheat.\n\nWHEAT\n\nMora answered him.";
        assert_eq!(kept(source), "Orlov spoke at length about wheat. | WHEAT | Mora answered him.");
    }

    #[test]
    fn page_numbers_and_heads_with_numbers_go() {
        let source = "The mill in the valley burnt down and was\n\n12\n\nnever built again.\n\nTHE BULLETIN 13\n\nMore.\n\nTHE BULLETIN 15\n\nMore.\n\nTHE BULLETIN 17\n\nEnd.";
        assert_eq!(
            kept(source),
            "The mill in the valley burnt down and was | never built again. | More. | More. | End."
        );
    }

    #[test]
    fn a_number_alone_stays_where_nothing_tells_of_pages() {
        assert_eq!(kept("A text.\n\n3\n\nAnother text."), "A text. | 3 | Another text.");
    }
}
