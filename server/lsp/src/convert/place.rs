//! Positions and ranges.

use obelus_text::{Encoding, Offset, Position, PositionError, Span, Text};
use tower_lsp::ls_types as lsp;

/// The protocol's position as the project's.
pub fn position(position: lsp::Position) -> Position {
    Position::new(position.line, position.character)
}

/// The range of `span`.
pub fn range(text: &Text, span: Span, encoding: Encoding) -> lsp::Range {
    lsp::Range {
        start: lsp_position(text, span.start(), encoding),
        end: lsp_position(text, span.end(), encoding),
    }
}

/// The position of `offset`.
pub fn lsp_position(text: &Text, offset: Offset, encoding: Encoding) -> lsp::Position {
    let position = text.position(offset, encoding);
    lsp::Position { line: position.line, character: position.column }
}

/// The place of a cursor. Past the end of the text is its end, inside a character is its start: a
/// question about such a place has an answer, while an edit there would not be known.
pub fn offset(text: &Text, at: lsp::Position, encoding: Encoding) -> Offset {
    let mut at = position(at);
    loop {
        match text.offset(at, encoding) {
            Ok(offset) => return offset,
            Err(PositionError::NoSuchLine { .. }) => return text.end(),
            // A character has at most four units, so this ends soon; column 0 is inside none.
            Err(PositionError::InsideCharacter { .. }) => at.column -= 1,
        }
    }
}

/// The span of `range`; one that runs backwards is taken as one that runs forwards.
pub fn span(text: &Text, range: lsp::Range, encoding: Encoding) -> Span {
    let (start, end) = (offset(text, range.start, encoding), offset(text, range.end, encoding));
    Span::new(start.min(end), start.max(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_inside_a_character_is_its_start_and_past_the_end_the_end() {
        let text = Text::from("a𝔸b\nc");
        let at = |line, character| {
            offset(&text, lsp::Position { line, character }, Encoding::Utf16).get()
        };
        assert_eq!([at(0, 1), at(0, 2), at(0, 3), at(0, 99), at(7, 0)], [1, 1, 5, 6, 8]);
    }

    #[test]
    fn a_range_may_run_backwards() {
        let text = Text::from("abc");
        let range = lsp::Range::new(lsp::Position::new(0, 2), lsp::Position::new(0, 1));
        assert_eq!(span(&text, range, Encoding::Utf8), Span::from_usize(1..2));
    }
}
