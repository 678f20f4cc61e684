//! How a paragraph begins and ends, which tells whether it is whole.

use super::words::{Vocabulary, ends_sentence, words};

/// How a paragraph begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Start {
    /// With a small letter: its beginning stands elsewhere.
    Small,
    /// With a capital or a letter without case.
    Capital,
    /// With anything else.
    Other,
}

/// How a paragraph ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum End {
    /// With the end of a sentence.
    Whole,
    /// In the middle of a sentence.
    Open,
    /// After a word that ends no sentence, or a comma: it surely goes on.
    SurelyOpen,
    /// In the middle of a word.
    Hyphen,
    /// Inside a bracket with which it begins.
    Bracket,
}

impl End {
    /// Whether something is missing.
    pub(crate) fn is_open(self) -> bool {
        self != Self::Whole
    }
}

/// How `text` begins.
pub(crate) fn start(text: &str) -> Start {
    match text.chars().find(|c| !matches!(c, '"' | '“' | '‘' | '*' | '«')) {
        Some(c) if c.is_lowercase() => Start::Small,
        Some(c) if c.is_alphabetic() => Start::Capital,
        _ => Start::Other,
    }
}

/// How `text` ends.
pub(crate) fn end(text: &str, vocabulary: &Vocabulary) -> End {
    if text.starts_with('[') && bracket_depth(text) > 0 {
        return End::Bracket;
    }
    let bare = without_note_number(text.trim_end_matches(is_closer)).trim_end_matches(is_closer);
    let Some(last) = bare.chars().next_back() else { return End::Whole };
    if matches!(last, '-' | '\u{ad}' | '\u{2010}') {
        let before = bare[..bare.len() - last.len_utf8()].chars().next_back();
        return if before.is_some_and(char::is_alphabetic) { End::Hyphen } else { End::Whole };
    }
    if ends_sentence(last) || matches!(last, ';' | ']' | '—' | '–') {
        return End::Whole;
    }
    if last == ',' {
        return End::SurelyOpen;
    }
    let tail = text.char_indices().rev().take(40).last().map_or(0, |(at, _)| at);
    let whole_tail = &text[tail..];
    match words(whole_tail).last() {
        Some((_, word)) if vocabulary.never_ends(word) && bare.len() == text.len() => {
            End::SurelyOpen
        }
        _ => End::Open,
    }
}

/// `text` without the number of a note at its end: `He left.”5`
fn without_note_number(text: &str) -> &str {
    let bare = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = text.len() - bare.len();
    let marks = bare.ends_with(['.', '”', '"', '?', '!', '…']);
    if (1..=3).contains(&digits) && marks { bare } else { text }
}

/// What may stand after the end of a sentence: quotation marks, brackets, the sign of a note.
fn is_closer(c: char) -> bool {
    matches!(c, '"' | '”' | '’' | '\'' | '»' | '›' | ')' | '*' | '_' | '¹' | '²' | '³' | '⁰')
        || ('⁴'..='⁹').contains(&c)
        || c.is_whitespace()
}

/// How many brackets are open at the end of `text`.
pub(crate) fn bracket_depth(text: &str) -> usize {
    text.bytes().fold(0, |depth: usize, byte| match byte {
        b'[' => depth + 1,
        b']' => depth.saturating_sub(1),
        _ => depth,
    })
}

/// Whether `text` ends by closing a bracket that it does not open.
pub(crate) fn closes_stray(text: &str) -> bool {
    let mut depth = 0_i32;
    let mut stray = false;
    for byte in text.bytes() {
        match byte {
            b'[' => depth += 1,
            b']' if depth == 0 => stray = true,
            b']' => depth -= 1,
            _ => {}
        }
    }
    stray && text.trim_end().ends_with(']')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ending(text: &str) -> End {
        end(text, &Vocabulary::default())
    }

    #[test]
    fn tells_how_a_paragraph_begins() {
        assert_eq!(start("could be sold."), Start::Small);
        assert_eq!(start("“Wheat"), Start::Capital);
        assert_eq!(start("[illegible]"), Start::Other);
    }

    #[test]
    fn tells_how_a_paragraph_ends() {
        assert_eq!(ending("He left."), End::Whole);
        assert_eq!(ending("“He left.”²"), End::Whole);
        assert_eq!(ending("“He left.”15"), End::Whole);
        assert_eq!(ending("He asked for"), End::Open);
        assert_eq!(ending("in 1950"), End::Open);
        assert_eq!(ending("Orlov, Mora,"), End::SurelyOpen);
        assert_eq!(ending("the artil-"), End::Hyphen);
        assert_eq!(ending("[Source: fond (f.) 3, opis (op.)"), End::Bracket);
        assert_eq!(ending("wheat [and coal."), End::Whole);
    }

    #[test]
    fn finds_the_second_half_of_a_bracket() {
        assert!(closes_stray("1, delo 3; translated.]"));
        assert!(!closes_stray("wheat [and coal]") && !closes_stray("a] b"));
    }
}
