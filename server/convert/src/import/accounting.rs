//! What became of every character of the source.

use std::fmt;
use std::path::PathBuf;

use obelus_text::Span;

use super::ImportedFile;

/// Why characters of the source are in no file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Omission {
    /// White space between paragraphs, at the edges of lines.
    Layout,
    /// A running head, or a piece of a title that print repeats.
    RunningHead,
    /// The number of a printed page.
    PageNumber,
    /// A hyphen that only divided a word at a break.
    JoinedHyphen,
    /// `<u>` and `</u>`, or the signs that stood for underlining.
    UnderlineMark,
    /// Signs for italics or bold around a speaker's label.
    EmphasisMark,
    /// A line that sends the reader to another page: the text is joined instead.
    ContinuationLine,
    /// A sign of quotation before a paragraph that is none.
    QuoteMark,
    /// The number before a footnote, or of a reference to one, beyond what the markup keeps of it.
    NoteMark,
    /// A sign that marked a heading.
    HeadingMark,
    /// A line of stars or dashes between two documents.
    Separator,
    /// A heading at the very end, whose text is not printed here.
    HeadingWithoutText,
}

impl Omission {
    /// For the reader of the report.
    pub fn reason(self) -> &'static str {
        match self {
            Self::Layout => "white space between paragraphs",
            Self::RunningHead => "running head, or piece of one",
            Self::PageNumber => "page number",
            Self::JoinedHyphen => "hyphen that divided a word at a break",
            Self::UnderlineMark => "sign of underlining, written as _ where it marks a speaker",
            Self::EmphasisMark => "sign of italics around a speaker's label",
            Self::ContinuationLine => "line sending the reader to another page; the text is joined",
            Self::QuoteMark => "sign of quotation before a paragraph that is none",
            Self::NoteMark => "sign of a footnote, written as [^…]",
            Self::HeadingMark => "sign of a heading",
            Self::Separator => "line between two documents, which are now two files",
            Self::HeadingWithoutText => "heading of a text that is not printed here",
        }
    }
}

/// Characters of the source that are in no file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Omitted {
    /// Where they stand in the source.
    pub span: Span,
    /// Why.
    pub why: Omission,
}

/// Why a file has characters that the source does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Addition {
    /// The entries at the top of a document.
    FrontMatter,
    /// Line ends and blank lines.
    Layout,
    /// A space where two broken pieces of a paragraph are joined.
    Joint,
    /// `#` before a heading.
    HeadingMark,
    /// `_` around a speaker's name.
    SpeakerMark,
    /// `\` before a sign that print means as it stands.
    Escape,
    /// `[^` and `]` around the number of a footnote.
    NoteMark,
    /// Brackets around a source note that print gives without.
    SourceBracket,
    /// Stars for a break that print marks otherwise.
    Separator,
    /// `>` before a quoted paragraph.
    QuoteMark,
}

impl Addition {
    /// For the reader of the report.
    pub fn reason(self) -> &'static str {
        match self {
            Self::FrontMatter => "entries at the top of a document",
            Self::Layout => "line ends",
            Self::Joint => "space where broken paragraphs are joined",
            Self::HeadingMark => "# before a heading",
            Self::SpeakerMark => "_ around a speaker's name",
            Self::Escape => "\\ before a sign that print means as it stands",
            Self::NoteMark => "[^…] around the number of a footnote",
            Self::SourceBracket => "bracket around a source note",
            Self::Separator => "stars for a break",
            Self::QuoteMark => "> before a quotation",
        }
    }
}

/// Where a stretch of a file comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// It is copied from the source, from this place on.
    Source(usize),
    /// It is added.
    Added(Addition),
}

/// A stretch of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where it stands in the file.
    pub span: Span,
    /// Where it comes from.
    pub origin: Origin,
}

/// The stretches of one document's file, in order and without gaps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileAccount {
    /// The file, as in [`ImportedFile::path`].
    pub path: PathBuf,
    /// Its stretches.
    pub pieces: Vec<Piece>,
}

/// What became of every character of the source, and where every character of the documents is from.
///
/// Registers, `edition.toml` and the report are made by the import and are not listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Accounting {
    /// For each document.
    pub files: Vec<FileAccount>,
    /// What is in no file, in the order of the source.
    pub omitted: Vec<Omitted>,
}

/// What is wrong with an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AccountingError {
    /// A character of the source is neither kept nor named as omitted.
    Lost(usize),
    /// A character of the source is kept twice, or kept and named as omitted.
    Twice(usize),
    /// A file does not consist of its pieces, or a piece is not what stands in the source.
    Differs(PathBuf, usize),
}

impl fmt::Display for AccountingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Lost(at) => write!(f, "the character at byte {at} of the source is lost"),
            Self::Twice(at) => write!(f, "the character at byte {at} of the source is there twice"),
            Self::Differs(path, at) => {
                write!(f, "{}: byte {at} is not what the account says", path.display())
            }
        }
    }
}

impl std::error::Error for AccountingError {}

impl Accounting {
    /// Proves the account against the source and the files.
    ///
    /// # Errors
    /// The first character that is lost, kept twice, or not what the account says.
    pub fn check(&self, source: &str, files: &[ImportedFile]) -> Result<(), AccountingError> {
        let mut claims: Vec<Span> = self.omitted.iter().map(|omitted| omitted.span).collect();
        for account in &self.files {
            let text = files
                .iter()
                .find(|file| file.path == account.path)
                .map(|file| file.text.as_str())
                .unwrap_or_default();
            account.check(source, text, &mut claims)?;
        }
        claims.retain(|span| !span.is_empty());
        claims.sort_unstable();
        let mut done = 0;
        for span in claims {
            let start = span.start().to_usize();
            if start != done {
                return Err(if start > done {
                    AccountingError::Lost(done)
                } else {
                    AccountingError::Twice(start)
                });
            }
            done = span.end().to_usize();
        }
        if done == source.len() { Ok(()) } else { Err(AccountingError::Lost(done)) }
    }

    /// How many characters of the source are in the files.
    pub fn kept(&self) -> usize {
        self.files
            .iter()
            .flat_map(|file| &file.pieces)
            .filter(|piece| matches!(piece.origin, Origin::Source(_)))
            .map(|piece| piece.span.len())
            .sum()
    }
}

impl FileAccount {
    fn check(
        &self,
        source: &str,
        text: &str,
        claims: &mut Vec<Span>,
    ) -> Result<(), AccountingError> {
        let mut done = 0;
        for piece in &self.pieces {
            let range = piece.span.range();
            let differs = || AccountingError::Differs(self.path.clone(), range.start);
            if range.start != done {
                return Err(differs());
            }
            done = range.end;
            if let Origin::Source(at) = piece.origin {
                let words = text.get(range.clone()).ok_or_else(differs)?;
                if source.get(at..at + words.len()) != Some(words) {
                    return Err(differs());
                }
                claims.push(Span::from_usize(at..at + words.len()));
            }
        }
        if done == text.len() {
            Ok(())
        } else {
            Err(AccountingError::Differs(self.path.clone(), done))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn account(pieces: Vec<Piece>, omitted: Vec<Omitted>, text: &str) -> String {
        let path = PathBuf::from("a.obl");
        let files = [ImportedFile { path: path.clone(), text: text.to_owned() }];
        let accounting = Accounting { files: vec![FileAccount { path, pieces }], omitted };
        match accounting.check("ab cd", &files) {
            Ok(()) => "proved".to_owned(),
            Err(error) => error.to_string(),
        }
    }

    fn piece(range: std::ops::Range<usize>, origin: Origin) -> Piece {
        Piece { span: Span::from_usize(range), origin }
    }

    #[test]
    fn every_character_must_be_somewhere_once() {
        let first = piece(0..2, Origin::Source(0));
        let gap = Omitted { span: Span::from_usize(2..3), why: Omission::Layout };
        let line = piece(2..3, Origin::Added(Addition::Layout));
        let last = piece(3..5, Origin::Source(3));
        assert_eq!(account(vec![first, line, last], vec![gap], "ab\ncd"), "proved");
        assert_eq!(
            account(vec![first, line, last], vec![], "ab\ncd"),
            "the character at byte 2 of the source is lost"
        );
        assert_eq!(
            account(vec![first, line], vec![gap, gap], "ab\n"),
            "the character at byte 2 of the source is there twice"
        );
        assert_eq!(
            account(vec![first, line, last], vec![gap], "ab\nce"),
            "a.obl: byte 3 is not what the account says"
        );
    }
}
