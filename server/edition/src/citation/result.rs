//! What a citation says.

use std::sync::Arc;

use obelus_text::{Offset, Span};

use super::{Fault, Locator, SchemeId};
use crate::date::EditionDate;

/// The repository of a citation, as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct RepositoryName {
    /// The words, siglum in parentheses and place included.
    pub span: Span,
    /// The words, white space folded.
    pub words: Box<str>,
    /// The siglum, where the catalogue or the edition knows the repository.
    pub siglum: Option<Arc<str>>,
}

/// A level of the way to a file: `op. 1`.
#[derive(Clone, Debug, PartialEq)]
pub struct LevelValue {
    /// The key of the level in its scheme: `opis`.
    pub kind: Arc<str>,
    /// Its label, where there is one: `op.`
    pub label: Option<Span>,
    /// Its value.
    pub span: Span,
    /// The value as it stands, white space folded: `1`.
    pub value: Box<str>,
}

/// What a part of a citation is that leads to no leaf.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ExtraKind {
    /// `translation by …`
    Translator,
    /// `obtained by …`, `contributed by …`, `courtesy of …`
    Contributor,
    /// `as quoted in …`
    QuotedIn,
    /// `reprinted in …`
    PrintedIn,
    /// `: Telegram`
    Genre,
    /// A date.
    Date,
    /// The number of an entry on the leaf.
    Entry,
    /// The place of the repository.
    Place,
    /// `38 folios`: the size of the file, no locator.
    Extent,
    /// Further files of the same citation: `… und 229/1852`.
    Also,
    /// Anything else that stands in it.
    Remark,
}

/// A part of a citation that leads to no leaf.
#[derive(Clone, Debug, PartialEq)]
pub struct Extra {
    /// What it is.
    pub kind: ExtraKind,
    /// Its words, without those that introduce them.
    pub span: Span,
    /// Its words, white space folded.
    pub words: Box<str>,
}

/// A citation of an archival unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Citation {
    /// From the first to the last character that belongs to it, credits included.
    pub span: Span,
    /// The scheme by which it was read.
    pub scheme: SchemeId,
    /// The repository, where it is named.
    pub repository: Option<RepositoryName>,
    /// `Ibid.`, `ebd.`: what is left out is that of the citation before.
    pub ibid: Option<Span>,
    /// Whether it goes on from the citation before it in a list (`Op. 7, d. 42; op. 8, d. 11`), whose
    /// repository and upper levels it shares.
    pub continues: bool,
    /// The levels, in the order in which they stand.
    pub levels: Vec<LevelValue>,
    /// The leaves.
    pub locator: Option<Locator>,
    /// What else belongs to it.
    pub extras: Vec<Extra>,
    /// The date that the reference itself carries (`/3-161` is 1 March 1961).
    pub date: Option<EditionDate>,
    /// What is not as the scheme has it.
    pub faults: Vec<Fault>,
}

impl Citation {
    /// The siglum of the repository, where it is known.
    pub fn siglum(&self) -> Option<&Arc<str>> {
        self.repository.as_ref()?.siglum.as_ref()
    }

    /// The value of the first level of this kind.
    pub fn level(&self, kind: &str) -> Option<&LevelValue> {
        self.levels.iter().find(|level| &*level.kind == kind)
    }

    /// The extras of this kind.
    pub fn extras(&self, kind: ExtraKind) -> impl Iterator<Item = &Extra> {
        self.extras.iter().filter(move |extra| extra.kind == kind)
    }

    /// The same citation, read from a text that begins at `base`: all its spans are moved.
    #[must_use]
    pub fn shifted(&self, base: Offset) -> Self {
        let mut moved = self.clone();
        moved.span = moved.span + base;
        moved.ibid = moved.ibid.map(|span| span + base);
        if let Some(repository) = &mut moved.repository {
            repository.span = repository.span + base;
        }
        for level in &mut moved.levels {
            level.span = level.span + base;
            level.label = level.label.map(|span| span + base);
        }
        if let Some(locator) = &mut moved.locator {
            locator.shift(base);
        }
        for extra in &mut moved.extras {
            extra.span = extra.span + base;
        }
        for fault in &mut moved.faults {
            fault.shift(base);
        }
        moved
    }
}

/// `words` with every stretch of white space as one space.
pub(super) fn folded_space(words: &str) -> Box<str> {
    if words.contains(['\n', '\r', '\t']) || words.contains("  ") {
        return words.split_whitespace().collect::<Vec<_>>().join(" ").into();
    }
    words.into()
}
