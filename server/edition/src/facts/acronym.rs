//! Abbreviations in capitals.

use obelus_text::{Offset, Span};

use super::BracketFact;
use crate::profile::Class;

/// An abbreviation in capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct AcronymFact {
    /// The abbreviation, relative to the block.
    pub span: Span,
    /// Whether it is explained here, by a bracket or a parenthesis beside it.
    pub explained: bool,
}

/// The abbreviations of `text`, whose brackets are `brackets`.
pub(super) fn find(text: &str, brackets: &[BracketFact]) -> Vec<AcronymFact> {
    let mut found: Vec<AcronymFact> = Vec::new();
    for word in text.split(|char: char| !char.is_alphanumeric()).filter(|word| is_acronym(word)) {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        let after = text[start + word.len()..].trim_start();
        // `Great Sound Patrol (GSP)` and `GSP (Great Sound Patrol)` explain as well as a bracket.
        let explained = text[..start].ends_with(['(', '[']) || after.starts_with('(');
        found
            .push(AcronymFact { span: Span::at(Offset::from_usize(start), word.len()), explained });
    }
    let explaining = brackets.iter().filter(|one| one.inference.class == Class::AcronymExpansion);
    for bracket in explaining {
        // `CC CPC [Central Committee …]` explains both.
        let before = text.get(..bracket.span.start().to_usize()).unwrap_or_default();
        let words = before.split_whitespace().rev();
        let bare = words.map(|word| word.trim_matches(|char: char| !char.is_alphanumeric()));
        let count = bare.take_while(|word| is_acronym(word)).take(3).count();
        let up_to = found.partition_point(|one| one.span.end() <= bracket.span.start());
        for one in found[..up_to].iter_mut().rev().take(count) {
            one.explained = true;
        }
    }
    found
}

/// Three to six capitals and nothing else, beside a plural s; no Roman numeral.
fn is_acronym(word: &str) -> bool {
    let bare = word.strip_suffix('s').unwrap_or(word);
    let count = bare.chars().count();
    let capitals = (3..=6).contains(&count) && bare.chars().all(char::is_uppercase);
    capitals && !bare.chars().all(|char| "IVXLCDM".contains(char))
}
