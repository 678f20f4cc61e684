//! What stands between the parts of a reference.

use super::Reader;

/// What stands between two parts of a reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Separator {
    /// Nothing, or white space.
    None,
    /// A comma, perhaps after a point.
    Comma,
    /// A colon.
    Colon,
    /// A point, a slash.
    Point,
    /// A semicolon.
    Semicolon,
    /// A parenthesis opens.
    Open,
}

impl Reader<'_> {
    /// The separator at `at`, and the token after it.
    pub(super) fn separator(self, at: usize) -> (Separator, usize) {
        let mut separator = Separator::None;
        let mut end = at;
        while end < self.tokens.len() {
            let one = match self.tokens[end].kind {
                crate::token::TokenKind::Sign(',') => Separator::Comma,
                crate::token::TokenKind::Sign(':') => Separator::Colon,
                crate::token::TokenKind::Sign('.' | '/' | '·' | '|') => Separator::Point,
                crate::token::TokenKind::Sign(';') => Separator::Semicolon,
                crate::token::TokenKind::Sign('(') if separator == Separator::None => {
                    Separator::Open
                }
                // `“Currency”,`: a mark that closes what has been read.
                crate::token::TokenKind::Sign('”' | '»') if end == at => Separator::None,
                _ => break,
            };
            if separator == Separator::None || separator == Separator::Point {
                separator = one;
            } else if separator != one {
                break;
            }
            end += 1;
            if separator == Separator::Open {
                break;
            }
        }
        (separator, end)
    }
}
