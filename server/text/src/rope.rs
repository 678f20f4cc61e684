//! A text that can be changed, and read while it changes.

use std::borrow::Cow;

use ropey::{Rope, RopeSlice};

use crate::{Change, Encoding, Offset, Position, PositionError, Span};

/// A text. A clone is cheap and stays as it was when the original changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(Rope);

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self(Rope::from_str(text))
    }
}

impl std::fmt::Display for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl Text {
    /// Its length in bytes.
    pub fn len(&self) -> usize {
        self.0.len_bytes()
    }

    /// Whether it holds no character.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The place after its last character.
    pub fn end(&self) -> Offset {
        Offset::from_usize(self.len())
    }

    /// How many lines it has: one more than it has line ends.
    pub fn line_count(&self) -> u32 {
        u32::try_from(self.0.len_lines()).unwrap_or(u32::MAX)
    }

    /// The words in `span`; what lies outside the text is left out, as are halves of characters.
    pub fn slice(&self, span: Span) -> Cow<'_, str> {
        Cow::from(self.0.byte_slice(self.clamp(span).range()))
    }

    /// The chunks of the text from the one that holds `offset` on, each with its start.
    pub fn chunk_at(&self, offset: Offset) -> (&str, Offset) {
        let (chunk, start, ..) = self.0.chunk_at_byte(offset.min(self.end()).to_usize());
        (chunk, Offset::from_usize(start))
    }

    /// The line, counted from 0, in which `offset` lies.
    pub fn line_of(&self, offset: Offset) -> u32 {
        u32::try_from(self.0.byte_to_line(offset.min(self.end()).to_usize())).unwrap_or(u32::MAX)
    }

    /// Where `line`, counted from 0, begins; the end of the text for lines past it.
    pub fn line_start(&self, line: u32) -> Offset {
        let line = (line as usize).min(self.0.len_lines());
        Offset::from_usize(self.0.line_to_byte(line))
    }

    /// The line, counted from 0, with its line end.
    pub fn line(&self, line: u32) -> Cow<'_, str> {
        self.slice(Span::new(self.line_start(line), self.line_start(line.saturating_add(1))))
    }

    /// Where `offset` lies for an editor that counts in `encoding`.
    ///
    /// An offset inside a character counts as the start of that character; one past the end, as the end.
    pub fn position(&self, offset: Offset, encoding: Encoding) -> Position {
        let offset = self.floor(offset);
        let line = self.line_of(offset);
        let before = self.0.byte_slice(self.line_start(line).to_usize()..offset.to_usize());
        let column = match encoding {
            Encoding::Utf8 => before.len_bytes(),
            Encoding::Utf16 => before.len_utf16_cu(),
            Encoding::Utf32 => before.len_chars(),
        };
        Position { line, column: u32::try_from(column).unwrap_or(u32::MAX) }
    }

    /// The offset of `position`, counted in `encoding`. A column past the end of its line is the
    /// line's end, as the protocol asks.
    ///
    /// # Errors
    /// A line past the end of the text; a column inside a character.
    pub fn offset(&self, position: Position, encoding: Encoding) -> Result<Offset, PositionError> {
        let lines = self.line_count();
        if position.line >= lines {
            return Err(PositionError::NoSuchLine { line: position.line, lines });
        }
        let start = self.line_start(position.line);
        let line = self.0.byte_slice(
            start.to_usize()..self.line_start(position.line.saturating_add(1)).to_usize(),
        );
        let line = line.byte_slice(..line.len_bytes() - ending_length(line));
        let column = position.column as usize;
        let inside = PositionError::InsideCharacter { position };
        let byte = match encoding {
            Encoding::Utf8 if column >= line.len_bytes() => line.len_bytes(),
            Encoding::Utf8 => {
                let byte = line.char_to_byte(line.byte_to_char(column));
                if byte == column { byte } else { return Err(inside) }
            }
            Encoding::Utf16 if column >= line.len_utf16_cu() => line.len_bytes(),
            Encoding::Utf16 => {
                let char = line.utf16_cu_to_char(column);
                if line.char_to_utf16_cu(char) != column {
                    return Err(inside);
                }
                line.char_to_byte(char)
            }
            Encoding::Utf32 => line.char_to_byte(column.min(line.len_chars())),
        };
        Ok(start + Offset::from_usize(byte))
    }

    /// Makes `change`. What of its span lies outside the text is left out of account.
    pub fn apply(&mut self, change: &Change) {
        let span = self.clamp(change.span);
        let start = self.0.byte_to_char(span.start().to_usize());
        let end = self.0.byte_to_char(span.end().to_usize());
        if start < end {
            self.0.remove(start..end);
        }
        if !change.replacement.is_empty() {
            self.0.insert(start, &change.replacement);
        }
    }

    /// The nearest place at or before `offset` that lies between two characters.
    pub fn floor(&self, offset: Offset) -> Offset {
        let byte = offset.min(self.end()).to_usize();
        Offset::from_usize(self.0.char_to_byte(self.0.byte_to_char(byte)))
    }

    fn clamp(&self, span: Span) -> Span {
        Span::new(self.floor(span.start()), self.floor(span.end()))
    }
}

/// The length in bytes of the line end that closes `line`.
fn ending_length(line: RopeSlice<'_>) -> usize {
    let length = line.len_bytes();
    let byte = |back: usize| length.checked_sub(back).map(|at| line.byte(at));
    match (byte(2), byte(1)) {
        (Some(b'\r'), Some(b'\n')) => 2,
        (_, Some(b'\n' | b'\r')) => 1,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ENCODINGS: [Encoding; 3] = [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32];

    #[test]
    fn only_the_protocols_line_ends_count() {
        let text = Text::from("a\u{2028}b\u{c}c\r\nd\re\n");
        assert_eq!(text.line_count(), 4);
        assert_eq!(text.line(1), "d\r");
        assert_eq!(text.line(9), "");
    }

    #[test]
    fn a_column_inside_a_character_is_an_error() {
        let text = Text::from("a𝔸b");
        let inside = |column, encoding| text.offset(Position::new(0, column), encoding);
        assert!(inside(2, Encoding::Utf16).is_err());
        assert_eq!(inside(3, Encoding::Utf16), Ok(Offset::new(5)));
        assert!(inside(2, Encoding::Utf8).is_err());
        assert_eq!(inside(2, Encoding::Utf32), Ok(Offset::new(5)));
        assert_eq!(
            text.offset(Position::new(1, 0), Encoding::Utf16).map_err(|e| e.to_string()),
            Err("line 2 lies past the end of the text, which has 1 lines".to_owned())
        );
    }

    #[test]
    fn a_column_past_the_end_is_the_line_end() {
        let text = Text::from("ab\r\ncd");
        for encoding in ENCODINGS {
            assert_eq!(text.offset(Position::new(0, 99), encoding), Ok(Offset::new(2)));
            assert_eq!(text.offset(Position::new(1, 99), encoding), Ok(Offset::new(6)));
        }
    }

    proptest! {
        #[test]
        fn positions_and_offsets_agree(source in "[a-zé𝔸中\r\n]{0,60}", at in 0u32..200) {
            let text = Text::from(source.as_str());
            let offset = text.floor(Offset::new(at));
            for encoding in ENCODINGS {
                let position = text.position(offset, encoding);
                let back = text.offset(position, encoding).unwrap();
                // Between \r and \n there is no column of its own: the line ends before both.
                let in_line_end = source[..offset.to_usize()].ends_with('\r')
                    && source[offset.to_usize()..].starts_with('\n');
                prop_assert_eq!(back, if in_line_end { offset - Offset::new(1) } else { offset });
            }
        }

        #[test]
        fn changes_equal_those_of_a_string(
            source in "[a-zé𝔸\r\n]{0,40}", from in 0u32..60, to in 0u32..60, new in "[xé\n]{0,5}",
        ) {
            let mut text = Text::from(source.as_str());
            let span = Span::new(text.floor(Offset::new(from)), text.floor(Offset::new(to)));
            let change = Change::replace(span, new);
            text.apply(&change);
            prop_assert_eq!(text.to_string(), Change::apply_all(&source, &[change]).unwrap());
        }
    }
}
