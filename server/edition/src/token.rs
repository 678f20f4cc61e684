//! Words, numbers and signs of a text, each with its place.

use obelus_text::Span;

use crate::fold::fold_hash;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// Letters. A letter of a script without spaces between words is a word by itself.
    Word,
    /// Digits.
    Number,
    /// Any other character but white space.
    Sign(char),
}

/// A word, a number or a sign.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Where it stands, in bytes.
    pub span: Span,
    /// The same for all words that fold to the same.
    pub hash: u64,
    /// Whether white space stands before it (or nothing at all).
    pub spaced: bool,
    /// Whether its first letter is a capital, or of a script without capitals.
    pub capital: bool,
}

impl Token {
    /// Whether it is the sign `sign`.
    pub(crate) fn is(&self, sign: char) -> bool {
        self.kind == TokenKind::Sign(sign)
    }

    /// Whether it is a word or a number.
    pub(crate) fn is_text(&self) -> bool {
        !matches!(self.kind, TokenKind::Sign(_))
    }

    /// Whether it is a hyphen or a dash.
    pub(crate) fn is_dash(&self) -> bool {
        matches!(self.kind, TokenKind::Sign('-' | '‐' | '‑' | '–' | '—' | '−'))
    }
}

/// Takes `text` apart.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 5);
    let mut chars = text.char_indices().peekable();
    let mut spaced = true;
    while let Some((start, char)) = chars.next() {
        if char.is_whitespace() {
            spaced = true;
            continue;
        }
        let (kind, capital) = if char.is_numeric() {
            while chars.next_if(|(_, next)| next.is_numeric()).is_some() {}
            (TokenKind::Number, false)
        } else if char.is_alphabetic() {
            if !stands_alone(char) {
                word_end(text, &mut chars);
            }
            (TokenKind::Word, !char.is_lowercase())
        } else {
            (TokenKind::Sign(char), false)
        };
        let end = chars.peek().map_or(text.len(), |(at, _)| *at);
        let hash = fold_hash(&text[start..end]);
        tokens.push(Token { kind, span: Span::from_usize(start..end), hash, spaced, capital });
        spaced = false;
    }
    tokens
}

fn word_end(text: &str, chars: &mut std::iter::Peekable<std::str::CharIndices<'_>>) {
    while let Some((at, next)) = chars.peek().copied() {
        let joins = match next {
            '\'' | '’' | 'ʼ' => text[at + next.len_utf8()..].starts_with(char::is_alphabetic),
            'ʹ' | '\u{ad}' => true,
            _ => is_letter_or_mark(next) && !stands_alone(next),
        };
        if !joins {
            break;
        }
        chars.next();
    }
}

fn is_letter_or_mark(char: char) -> bool {
    char.is_alphabetic() || !char.is_ascii() && unicode_normalization::char::is_combining_mark(char)
}

/// Han and kana: written without spaces, so that each letter is a token.
fn stands_alone(char: char) -> bool {
    matches!(char, '\u{2e80}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_numbers_and_signs() {
        let text = "APRF, f.23a, chast' 2, Hu’s 毛泽东 ф.1";
        let words: Vec<_> = tokens(text).iter().map(|token| token.span.of(text)).collect();
        assert_eq!(words.join("|"), "APRF|,|f|.|23|a|,|chast|'|2|,|Hu’s|毛|泽|东|ф|.|1");
    }
}
