//! The units in which an editor counts columns.

/// The units in which an editor counts columns, as agreed when it connects.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// Bytes of UTF-8.
    Utf8,
    /// Code units of UTF-16: what the protocol uses unless agreed otherwise.
    #[default]
    Utf16,
    /// Unicode scalar values.
    Utf32,
}
