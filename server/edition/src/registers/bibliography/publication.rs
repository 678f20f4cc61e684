//! A publication.

use std::fmt::Write;
use std::sync::Arc;

use obelus_text::Span;

/// A publication, with what is needed to recognise it. Names are in natural order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Publication {
    /// The key by which it is cited.
    pub key: Arc<str>,
    /// Where the key stands in its file.
    pub key_span: Span,
    /// The whole entry in its file.
    pub span: Span,
    /// Its type, as the file names it.
    pub kind: String,
    /// Its authors; its editors, where it has no authors.
    pub authors: Vec<String>,
    /// Its title.
    pub title: String,
    /// Its short title.
    pub short_title: Option<String>,
    /// What it appeared in: journal, collection.
    pub container: Option<String>,
    /// Year of publication as it stands.
    pub year: Option<String>,
    /// Its address on the network, or its DOI.
    pub address: Option<String>,
}

impl Publication {
    /// The publication in a line: authors, title, container, year.
    pub fn described(&self) -> String {
        let mut line = match self.authors.as_slice() {
            [] => String::new(),
            [one] => format!("{one}, "),
            [one, other] => format!("{one} and {other}, "),
            [one, ..] => format!("{one} and others, "),
        };
        line.push_str(&self.title);
        if let Some(container) = &self.container {
            line.push_str(", ");
            line.push_str(container);
        }
        if let Some(year) = &self.year {
            // Writing to a string cannot fail.
            let _ = write!(line, " ({year})");
        }
        line
    }
}
