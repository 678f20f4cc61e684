//! `text/abbreviation-unexplained`

use std::collections::HashSet;

use obelus_edition::config::Level;
use obelus_text::Span;

use crate::scope::prose_of;
use crate::{Check, DocumentScope, Example, Rule, Sink};

/// An abbreviation that nothing explains.
pub static ABBREVIATION_UNEXPLAINED: Rule = Rule {
    name: "text/abbreviation-unexplained",
    summary: "An abbreviation in capitals is explained neither in its document nor in the register of terms.",
    why: "\
What every contemporary knew, the reader of today has to look up. Explain an abbreviation where it first
stands, `OFU [Ostmark Fishermen's Union]`, or enter it in `registers/terms.toml`. Sigla of archives and
Roman numerals are left in peace, and so is what stands only in headings set in capitals.",
    example: Example {
        fails: "Lind: The OFU has asked for a lease.\n",
        passes: "Lind: The OFU [Ostmark Fishermen's Union] has asked for a lease of XIV years. The OFU agrees: “VERY SECRET”.\n",
    },
    level: Level::Hint,
    check: Check::Document(check),
};

fn check(scope: &DocumentScope<'_>, sink: &mut Sink) {
    let mut explained: HashSet<&str> = HashSet::new();
    let mut first: Vec<(&str, Span)> = Vec::new();
    let mut seen: HashSet<&str> = HashSet::new();
    for placed in scope.document.blocks().filter(|placed| !placed.facts.acronyms.is_empty()) {
        let text = placed.block.text();
        let prose: Vec<Span> = placed.facts.items.iter().filter_map(prose_of).collect();
        for acronym in &placed.facts.acronyms {
            let word = acronym.span.of(text);
            if acronym.explained {
                explained.insert(word);
            }
            let cited = placed.facts.citations.iter().any(|one| one.span.meets(acronym.span));
            let running = prose.iter().any(|prose| prose.covers(acronym.span));
            if running && !cited && !shouts(text, acronym.span) && seen.insert(word) {
                first.push((word, acronym.span + placed.start));
            }
        }
    }
    let terms = &scope.edition.registers.terms;
    for (word, span) in first {
        let known = explained.contains(word)
            || terms.abbreviation(word).is_some()
            || scope.edition.catalogue.repository(word).is_some();
        if !known {
            let message =
                format!("Nothing explains “{word}” in this document or the register of terms");
            sink.report(ABBREVIATION_UNEXPLAINED.finding(span, message));
        }
    }
}

/// Whether the word stands among others in capitals, where it is no abbreviation: `“NOT SECRET”`, `YES`.
fn shouts(text: &str, span: Span) -> bool {
    let (before, after) = (&text[..span.start().to_usize()], &text[span.end().to_usize()..]);
    let neighbours = [before.split_whitespace().next_back(), after.split_whitespace().next()];
    let capitals = |word: &str| {
        let letters = word.chars().filter(|char| char.is_alphabetic());
        letters.clone().count() > 2 && letters.clone().all(char::is_uppercase)
    };
    neighbours.into_iter().flatten().any(capitals)
}
