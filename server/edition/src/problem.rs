//! What is wrong with an edition's own files: its configuration and its registers.

use std::fmt;
use std::path::Path;
use std::sync::Arc;

use obelus_text::{ReadError, Span};

/// A place in one of the edition's own files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilePlace {
    /// The file, as it was opened.
    pub path: Arc<Path>,
    /// In bytes of the file, its byte order mark left out.
    pub span: Span,
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
}

impl FilePlace {
    /// The place of `span` in `text`, which came from `path`.
    pub fn new(path: &Arc<Path>, text: &str, span: Span) -> Self {
        let before = text.get(..span.start().to_usize()).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Self {
            path: path.clone(),
            span,
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }
}

impl fmt::Display for FilePlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.path.display(), self.line, self.column)
    }
}

/// What is wrong with one of the edition's own files. The edition is loaded all the same, with all
/// that could be read.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Problem {
    /// The file cannot be read.
    #[error("{0}")]
    Unreadable(Arc<ReadError>),
    /// A register stands in the folder both as BibLaTeX and as CSL-JSON, or otherwise twice.
    #[error("{place}: {other} is read instead; keep one of the two")]
    Twice {
        /// The file that is not read.
        place: FilePlace,
        /// The name of the file that is read.
        other: String,
    },
    /// The file breaks the rules of its format (TOML, BibLaTeX, JSON).
    #[error("{place}: {message}")]
    Syntax {
        /// Where.
        place: FilePlace,
        /// What the format's reader says.
        message: String,
    },
    /// A key that means nothing here.
    #[error("{place}: unknown key `{key}`{}", hint(nearest.as_deref()))]
    UnknownKey {
        /// Where the key stands.
        place: FilePlace,
        /// The key.
        key: String,
        /// The known key that is most like it.
        nearest: Option<String>,
    },
    /// A value of the wrong kind.
    #[error("{place}: `{key}` must be {expected}, not {found}")]
    WrongKind {
        /// Where the value stands.
        place: FilePlace,
        /// Its key.
        key: String,
        /// What is expected, with an article: `a string`.
        expected: &'static str,
        /// What stands there, with an article.
        found: &'static str,
    },
    /// A value that is not among those that are allowed.
    #[error("{place}: `{key}` cannot be `{value}`; {expected}")]
    BadValue {
        /// Where the value stands.
        place: FilePlace,
        /// Its key.
        key: String,
        /// The value.
        value: String,
        /// What is expected, as a clause.
        expected: String,
    },
    /// A key that must be there and is not.
    #[error("{place}: this {table} has no `{key}`")]
    MissingKey {
        /// Where the table begins.
        place: FilePlace,
        /// What the table is: `person`.
        table: &'static str,
        /// The key.
        key: &'static str,
    },
    /// A key or form that two entries share.
    #[error("{place}: `{name}` is in use already, in line {first_line}")]
    Duplicate {
        /// Where it stands the second time.
        place: FilePlace,
        /// The name.
        name: String,
        /// The line of the first.
        first_line: usize,
    },
}

impl Problem {
    /// Where it is; none where the file could not be read at all.
    pub fn place(&self) -> Option<&FilePlace> {
        match self {
            Self::Unreadable(_) => None,
            Self::Twice { place, .. }
            | Self::Syntax { place, .. }
            | Self::UnknownKey { place, .. }
            | Self::WrongKind { place, .. }
            | Self::BadValue { place, .. }
            | Self::MissingKey { place, .. }
            | Self::Duplicate { place, .. } => Some(place),
        }
    }

    /// What is wrong, without the place.
    pub fn message(&self) -> String {
        let whole = self.to_string();
        match self.place() {
            Some(place) => {
                let prefix = format!("{place}: ");
                whole.strip_prefix(&prefix).unwrap_or(&whole).to_owned()
            }
            None => whole,
        }
    }
}

fn hint(nearest: Option<&str>) -> String {
    nearest.map(|key| format!("; did you mean `{key}`?")).unwrap_or_default()
}

/// The word of `known` that is most like `word`, where one is like it at all.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let alike = known.into_iter().map(|other| (strsim::damerau_levenshtein(word, other), other));
    let (distance, other) = alike.min_by_key(|(distance, _)| *distance)?;
    let length = word.chars().count().max(other.chars().count());
    (distance * 3 <= length).then_some(other)
}
