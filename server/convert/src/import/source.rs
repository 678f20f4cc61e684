//! The printed text that is imported.

/// A printed text, as it came from print or OCR.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceText {
    /// What to call it in the report: usually the name of its file.
    pub name: String,
    /// The text. All source places in the accounting count bytes of this text.
    pub text: String,
}

impl SourceText {
    /// A text that came from `name`.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self { name: name.into(), text: text.into() }
    }
}
