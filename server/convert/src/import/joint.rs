//! Joining what print broke at the end of a line, a column or a page.

use std::collections::HashSet;

use super::accounting::Omission;
use super::hyphen::{Hyphen, decide};
use super::ledger::Ledger;
use super::name;
use super::opening::opening;
use super::participants::is_list;
use super::passage::Passage;
use super::report::{Certainty, Report, excerpt};
use super::shape::{End, Start};
use super::sketch::Sketch;
use super::words::{Vocabulary, words};

/// What joining needs to know of the whole text.
pub(crate) struct Context<'a> {
    /// Its words.
    pub(crate) vocabulary: &'a Vocabulary,
    /// The names that stand before a colon at the opening of paragraphs more than once.
    pub(crate) labels: &'a HashSet<Vec<String>>,
    /// The names that open paragraphs again and again: those who speak.
    pub(crate) openers: &'a HashSet<Vec<String>>,
}

/// Joins words that are divided at the ends of lines inside `passage`.
pub(crate) fn mend_lines(
    passage: &Passage,
    vocabulary: &Vocabulary,
    ledger: &mut Ledger,
) -> Passage {
    let text = passage.text();
    let mut breaks = Vec::new();
    let mut from = 0;
    while let Some(found) = text[from..].find('\n').map(|at| at + from) {
        let after = &text[found + 1..];
        let hyphen =
            text[..found].chars().next_back().filter(|c| matches!(c, '-' | '\u{ad}' | '\u{2010}'));
        let divided = hyphen.filter(|_| after.chars().next().is_some_and(char::is_lowercase));
        if let Some(sign) = divided {
            let at = found - sign.len_utf8();
            let within_word = text[..at].chars().next_back().is_some_and(char::is_alphabetic);
            match decide(
                &text[..found],
                &after[..after.find('\n').unwrap_or(after.len())],
                vocabulary,
            ) {
                Hyphen::Drop { .. } if within_word => breaks.push(at..found + 1),
                _ => breaks.push(found..found + 1),
            }
        }
        from = found + 1;
    }
    if breaks.is_empty() {
        return passage.clone();
    }
    let (mended, _) = passage.without(&breaks);
    for place in breaks {
        let sign = place.start..place.end - 1;
        ledger.omit_all(passage.sources(sign), Omission::JoinedHyphen);
    }
    mended
}

/// Joins the paragraphs of a document that are parts of one.
pub(crate) fn join(
    passages: Vec<Passage>,
    context: &Context<'_>,
    ledger: &mut Ledger,
    report: &mut Report,
) -> Vec<Passage> {
    let mut joined: Vec<(Passage, Sketch)> = Vec::new();
    let mut rest = passages.into_iter().peekable();
    let mut floating: Option<Passage> = None;
    while let Some(passage) = rest.next() {
        let sketch = Sketch::of(&passage, context.vocabulary);
        if let Some((before, before_sketch)) = joined.last_mut() {
            // A footnote at the foot of a page stands between the two halves.
            let between = is_footnote(passage.text()) && floating.is_none();
            let next_goes_on = |next: &Passage| {
                goes_on(before_sketch, next, &Sketch::of(next, context.vocabulary), context)
            };
            if between && rest.peek().is_some_and(next_goes_on) {
                floating = Some(passage);
                continue;
            }
            if goes_on(before_sketch, &passage, &sketch, context) {
                attach(before, &passage, before_sketch.end, context.vocabulary, ledger, report);
                *before_sketch = Sketch::of(before, context.vocabulary);
                if let Some(note) = floating.take() {
                    let text = format!(
                        "the footnote “{}” stood inside a paragraph and now follows it",
                        excerpt(note.text())
                    );
                    report.remark(note.source_start(), Certainty::Changed, text);
                    joined.push((note.clone(), Sketch::of(&note, context.vocabulary)));
                }
                continue;
            }
            doubt(before, before_sketch, &passage, &sketch, report);
        }
        joined.push((passage, sketch));
    }
    joined.into_iter().map(|(passage, _)| passage).collect()
}

/// A note with a raised number.
fn is_footnote(text: &str) -> bool {
    text.starts_with(|c| matches!(c, '¹' | '²' | '³') || ('⁴'..='⁹').contains(&c))
}

/// Whether `passage` is the rest of the paragraph before it.
fn goes_on(before: &Sketch, passage: &Passage, sketch: &Sketch, context: &Context<'_>) -> bool {
    if !before.breaks_off() {
        return false;
    }
    if before.end == End::Bracket {
        return sketch.closes_stray;
    }
    if sketch.separator
        || sketch.byline
        || sketch.field
        || sketch.continuation.is_some()
        || is_known_label(passage, context)
    {
        return false;
    }
    match (before.end, sketch.start) {
        (End::Hyphen | End::Open | End::SurelyOpen, Start::Small) => true,
        (End::SurelyOpen, Start::Capital) => !sketch.is_title(),
        (End::Open, Start::Capital) => goes_on_with_name(passage, sketch, context),
        (End::SurelyOpen, Start::Other) => passage.text().starts_with('[') && !sketch.bracketed,
        _ => false,
    }
}

/// Whether `passage` begins with a word that always has a capital (`Chinese`), and is no new turn.
fn goes_on_with_name(passage: &Passage, sketch: &Sketch, context: &Context<'_>) -> bool {
    let first = words(passage.text()).next().map(|(_, word)| word).unwrap_or_default();
    let speaks = opening(passage).is_some_and(|found| {
        let core = name::core(&passage.text()[found.name]);
        context.openers.iter().any(|opener| name::same_core(opener, &core))
    });
    context.vocabulary.is_always_capital(first)
        && !speaks
        && !sketch.label
        && !sketch.is_title()
        && sketch.end == End::Whole
        && !is_list(passage)
}

fn is_known_label(passage: &Passage, context: &Context<'_>) -> bool {
    let Some(found) = opening(passage) else { return false };
    found.underlined && found.name.start == 0
        || context.labels.contains(&name::core(&passage.text()[found.name]))
}

fn attach(
    before: &mut Passage,
    passage: &Passage,
    end: End,
    vocabulary: &Vocabulary,
    ledger: &mut Ledger,
    report: &mut Report,
) {
    let at = passage.source_start();
    let shown = excerpt(passage.text());
    if end != End::Hyphen {
        before.push_joint();
        before.append(passage);
        let sure = end == End::SurelyOpen
            || end == End::Bracket
            || super::shape::start(passage.text()) == Start::Small;
        let certainty = if sure { Certainty::Changed } else { Certainty::Unsure };
        report.remark(
            at,
            certainty,
            format!("joined to the paragraph before, which breaks off: “{shown}”"),
        );
        return;
    }
    let hyphen = before.text().trim_end().len();
    let sign = before.text()[..hyphen].chars().next_back().map_or(0, char::len_utf8);
    match decide(before.text(), passage.text(), vocabulary) {
        Hyphen::Drop { sure } => {
            ledger.omit_all(
                before.remove(hyphen - sign..before.text().len()),
                Omission::JoinedHyphen,
            );
            let tail: String =
                before.text().rsplit(char::is_whitespace).next().unwrap_or_default().to_owned();
            let head = passage.text().split_whitespace().next().unwrap_or_default();
            let text = format!("a word divided by the break is joined: “{tail}{head}”");
            report.remark(at, if sure { Certainty::Changed } else { Certainty::Unsure }, text);
        }
        Hyphen::Keep => report.remark(
            at,
            Certainty::Changed,
            format!("joined to the paragraph before, with its hyphen: “{shown}”"),
        ),
    }
    before.append(passage);
}

/// Names what looks broken and was not joined.
fn doubt(
    before: &Passage,
    before_sketch: &Sketch,
    passage: &Passage,
    sketch: &Sketch,
    report: &mut Report,
) {
    let long = before.text().len() > 100 && sketch.prose;
    if before_sketch.breaks_off()
        && long
        && matches!(before_sketch.end, End::Open | End::SurelyOpen | End::Hyphen)
    {
        let tail: Vec<&str> = before.text().split_whitespace().rev().take(5).collect();
        let tail: Vec<&str> = tail.into_iter().rev().collect();
        let text = format!(
            "the paragraph ends without the end of a sentence (“… {}”), and what follows does not go on with it",
            tail.join(" ")
        );
        report.remark(before.source_end(), Certainty::Unsure, text);
    } else if sketch.start == Start::Small
        && sketch.is_body()
        && sketch.prose
        && !before_sketch.end.is_open()
        && before_sketch.prose
        && !is_list(passage)
    {
        let text = format!(
            "the paragraph begins in the middle of a sentence: “{}”",
            excerpt(passage.text())
        );
        report.remark(passage.source_start(), Certainty::Unsure, text);
    }
}

#[cfg(test)]
mod tests {
    use super::super::paragraph::paragraphs;
    use super::*;

    fn joined(source: &str) -> String {
        let mut ledger = Ledger::default();
        let passages = paragraphs(source, &mut ledger);
        let mut vocabulary = Vocabulary::default();
        for _ in 0..9 {
            vocabulary.learn("He spoke to the man in the house of the mill.");
        }
        let labels = HashSet::from([vec!["mora".to_owned()]]);
        vocabulary.learn("The Riga mills and the Riga wheat. To Orlov and to Orlov.");
        let openers = HashSet::from([vec!["orlov".to_owned()]]);
        let context = Context { vocabulary: &vocabulary, labels: &labels, openers: &openers };
        let found = join(passages, &context, &mut ledger, &mut Report::default());
        found.iter().map(Passage::text).collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn sentences_and_words_are_joined() {
        assert_eq!(joined("Orlov: We might send the\n\nwheat."), "Orlov: We might send the wheat.");
        assert_eq!(
            joined("Orlov says that it is hard to send artil-\n\nlery."),
            "Orlov says that it is hard to send artillery."
        );
        assert_eq!(
            joined("[Source: fond (f.) 3, opis (op.)\n\n1, delo 3.]"),
            "[Source: fond (f.) 3, opis (op.) 1, delo 3.]"
        );
    }

    #[test]
    fn a_name_before_a_colon_is_no_label_after_an_open_sentence() {
        let source = "The envoy at once reported the happy news to\n\nRiga: “Wheat is cheap.”";
        assert_eq!(
            joined(source),
            "The envoy at once reported the happy news to Riga: “Wheat is cheap.”"
        );
        let source = "The envoy at once reported the happy news to\n\nMora: Wheat is cheap.";
        assert!(joined(source).contains(" | "));
    }

    #[test]
    fn a_word_that_always_has_a_capital_may_go_on_with_a_sentence() {
        let source = "The envoy says that it is essential to maintain\n\nRiga troops there.";
        assert!(!joined(source).contains(" | "));
        let source = "The envoy says that it is essential to maintain\n\nOrlov agrees.";
        assert!(joined(source).contains(" | "));
    }

    #[test]
    fn lists_and_signatures_stay_apart() {
        assert_eq!(
            joined(
                "on the Chinese side comrs. Li Ming, Zhang San, and Su Yu\n\ntranslated by comrs. Mora and Li."
            ),
            "on the Chinese side comrs. Li Ming, Zhang San, and Su Yu | translated by comrs. Mora and Li."
        );
        assert_eq!(joined("Li Ming\n\nwheat"), "Li Ming | wheat");
    }

    #[test]
    fn a_footnote_between_the_halves_follows() {
        assert_eq!(
            joined("Orlov: We might send the\n\n² See above.\n\nwheat."),
            "Orlov: We might send the wheat. | ² See above."
        );
    }
}
