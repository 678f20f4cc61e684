//! Two texts joined inside one paragraph.
//!
//! Where a paragraph begins in the middle of a sentence and nothing before it breaks off, its beginning may
//! stand inside an earlier paragraph, run together with the continuation of another text. That is only sure
//! where the sentence is printed whole elsewhere: a quotation of it, for instance.

use super::passage::Passage;
use super::shape::{Start, start};
use super::words::words;

/// So many words must be the same before the place, and after it.
const BEFORE: usize = 2;
const AFTER: usize = 3;

/// A place inside a paragraph where one text ends and another goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Splice {
    /// Which paragraph.
    pub(crate) passage: usize,
    /// Where its second part begins.
    pub(crate) at: usize,
}

/// Looks for the sentence that `broken` goes on with: its words are printed whole in one of `all`, and
/// their beginning stands in one of `candidates`, followed by something else. Nothing where no place, or
/// more than one, is found.
pub(crate) fn find(
    all: &[Passage],
    broken: usize,
    candidates: std::ops::Range<usize>,
) -> Option<Splice> {
    let opening: Vec<String> =
        words(all[broken].text()).take(AFTER).map(|(_, word)| word.to_lowercase()).collect();
    if opening.len() < AFTER || start(all[broken].text()) != Start::Small {
        return None;
    }
    let mut found = None;
    for (index, passage) in all.iter().enumerate() {
        if index == broken {
            continue;
        }
        for lead in leads(passage.text(), &opening) {
            for candidate in candidates.clone().filter(|at| *at != index) {
                for at in ends_of(all[candidate].text(), &lead, &opening[0]) {
                    let splice = Splice { passage: candidate, at };
                    if found.is_some_and(|other| other != splice) {
                        return None;
                    }
                    found = Some(splice);
                }
            }
        }
    }
    found
}

/// The words before each place of `text` where the words of `opening` stand.
fn leads(text: &str, opening: &[String]) -> Vec<Vec<String>> {
    let mut window: Vec<String> = Vec::new();
    let mut leads = Vec::new();
    for (_, word) in words(text) {
        window.push(word.to_lowercase());
        if window.len() > BEFORE + AFTER {
            window.remove(0);
        }
        if window.len() == BEFORE + AFTER && window[BEFORE..] == *opening {
            leads.push(window[..BEFORE].to_vec());
        }
    }
    leads
}

/// Where in `text` the words of `lead` are followed by a word in small letters other than `next`.
fn ends_of(text: &str, lead: &[String], next: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut window: Vec<String> = Vec::new();
    for (range, word) in words(text) {
        if window == lead && word != next && word.chars().all(char::is_lowercase) {
            ends.push(range.start);
        }
        window.push(word.to_lowercase());
        if window.len() > BEFORE {
            window.remove(0);
        }
    }
    ends
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passages(texts: &[&str]) -> Vec<Passage> {
        texts
            .iter()
            .map(|text| {
                let mut passage = Passage::default();
                passage.push_source(text, 0..text.len());
                passage
            })
            .collect()
    }

    #[test]
    fn a_sentence_quoted_elsewhere_tells_the_place() {
        let all = passages(&[
            "We once believed that the mill burnt down in spring.",
            "they could be sold at once.",
            "He said: “We once believed that they could be sold.”",
        ]);
        assert_eq!(find(&all, 1, 0..1), Some(Splice { passage: 0, at: 22 }));
        assert_eq!(&all[0].text()[22..], "the mill burnt down in spring.");
    }

    #[test]
    fn without_a_witness_nothing_is_sure() {
        let all = passages(&[
            "We once believed that the mill burnt down.",
            "they could be sold at once.",
        ]);
        assert_eq!(find(&all, 1, 0..1), None);
    }
}
