//! A text as an editor holds it, edited in lines and columns.
//!
//! Deliberately simple, and made without the server's own text machinery, so that the two can be
//! compared.

use serde_json::{Value, json};

/// The units in which columns are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Units {
    /// Bytes.
    Utf8,
    /// Code units of UTF-16.
    Utf16,
    /// Characters.
    Utf32,
}

impl Units {
    /// The protocol's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16 => "utf-16",
            Self::Utf32 => "utf-32",
        }
    }

    fn length(self, text: &str) -> usize {
        match self {
            Self::Utf8 => text.len(),
            Self::Utf16 => text.encode_utf16().count(),
            Self::Utf32 => text.chars().count(),
        }
    }
}

/// The position of the byte `at`, as the protocol writes it. Lines end with `\n`, `\r\n` or `\r`.
pub fn position(text: &str, at: usize, units: Units) -> Value {
    let before = &text[..at];
    let mut line = 0;
    let mut start = 0;
    let bytes = text.as_bytes();
    for (index, byte) in before.bytes().enumerate() {
        let ends = byte == b'\n' || (byte == b'\r' && bytes.get(index + 1) != Some(&b'\n'));
        if ends {
            line += 1;
            start = index + 1;
        }
    }
    json!({ "line": line, "character": units.length(&before[start..]) })
}

/// The range from byte `start` to byte `end`, as the protocol writes it.
pub fn range(text: &str, start: usize, end: usize, units: Units) -> Value {
    json!({ "start": position(text, start, units), "end": position(text, end, units) })
}

/// Replaces the bytes from `start` to `end` in `text`; gives the edit as the protocol writes it.
pub fn replace(text: &mut String, start: usize, end: usize, new: &str, units: Units) -> Value {
    let edit = json!({ "range": range(text, start, end, units), "text": new });
    text.replace_range(start..end, new);
    edit
}
