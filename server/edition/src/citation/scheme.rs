//! The scheme of an archive or a family of archives: how its references are written.

mod read;

use std::sync::{Arc, OnceLock};

use regex::Regex;

use super::{KnownRepository, LocatorKind};
use crate::word_trie::WordTrie;

/// What the value of a level looks like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ValueRule {
    /// A number, perhaps with letters about it: `23a`, `R-9478`, `83D66`, `1911/18393`.
    #[default]
    Number,
    /// Numbers and letters that may stand apart: `64 D 563`, `XX 1–5`.
    Numbers,
    /// Words up to the next comma or label.
    Phrase,
}

/// A level of a scheme.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LevelRule {
    /// Its key: `opis`.
    pub key: Arc<str>,
    /// Its name by language (`en`, `ru`), for display: `inventory`.
    pub names: Vec<(Box<str>, Box<str>)>,
    /// Its labels, the usual one first: `op.`, `opis`, `оп.`
    pub labels: Vec<Box<str>>,
    /// What its values look like.
    pub value: ValueRule,
    /// Whether a reference to a file needs it.
    pub required: bool,
    /// The key of a level that words after the number fill: `f. 102 DPOO`.
    pub tail: Option<Arc<str>>,
    /// Whether its place in the order is free.
    pub anywhere: bool,
}

/// What counts the leaves of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocatorRule {
    /// What is counted.
    pub kind: LocatorKind,
    /// Labels for one leaf, or for any number where `plural` is empty.
    pub labels: Vec<Box<str>>,
    /// Labels for several leaves.
    pub plural: Vec<Box<str>>,
    /// Whether leaves stand without a label too, if a side is named: `354r-356v`.
    pub bare: bool,
}

/// A reference that is one word to the archive: `FO 371/84053`.
#[derive(Clone, Debug)]
pub struct Shape {
    pattern: Box<str>,
    compiled: OnceLock<Option<Regex>>,
    first_words: OnceLock<Vec<u64>>,
    /// The words with which it may begin; none where it begins with a number.
    pub first: Vec<Box<str>>,
    /// Whether it is recognised in running text without the name of its repository.
    pub alone: bool,
    /// Whether its part `document` is a date: the month, a dash, the day and two digits of the year
    /// (`3-161` is 1 March 1961), as in the decimal files of the Department of State until 1963.
    pub dated: bool,
}

/// An example of a reference, with how it is to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// The reference.
    pub text: Box<str>,
    /// How it is read, in the notation of [`super::Citation::outline`].
    pub reads: Box<str>,
    /// Whether it was found in use, not made up after a description of the scheme.
    pub attested: bool,
}

/// The scheme of an archive or a family of archives.
#[derive(Clone, Debug, Default)]
pub struct Scheme {
    /// Its id in the catalogue; empty for an edition's own.
    pub id: Arc<str>,
    /// What it is called.
    pub name: Box<str>,
    /// Its levels, in their order.
    pub levels: Vec<LevelRule>,
    /// What counts leaves, the usual one first.
    pub locators: Vec<LocatorRule>,
    /// References that are one word.
    pub shapes: Vec<Shape>,
    /// Keys of levels that unlabelled words fill, in order: `fondo`, `serie`.
    pub named: Vec<Arc<str>>,
    /// The key of the level that unlabelled words fill which name no collection: `folder`.
    pub last: Option<Arc<str>>,
    /// The key of the level that the last of several unlabelled words fill: `series`.
    pub closing: Option<Arc<str>>,
    /// Whether references mostly leave the repository out, so that words before the first label name
    /// a collection.
    pub unnamed: bool,
    /// Keys of levels that unlabelled numbers fill, in order.
    pub numbered: Vec<Arc<str>>,
    /// Words with which the names of collections and series end: `Files`, `Papers`.
    pub containers: Vec<Box<str>>,
    /// What stands between the levels in the usual form.
    pub separator: Box<str>,
    /// The repositories that use it.
    pub repositories: Vec<KnownRepository>,
    /// References with how they are to be read.
    pub examples: Vec<Example>,
    labels: WordTrie<LabelUse>,
    container_words: WordTrie<()>,
}

/// What a label stands for in a scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LabelUse {
    /// The level of this index.
    Level(usize),
    /// The locator of this index.
    Locator {
        /// The index.
        rule: usize,
        /// Whether it is the label of several leaves.
        plural: bool,
    },
}

impl Scheme {
    /// The index of the level `key`.
    pub fn level(&self, key: &str) -> Option<usize> {
        self.levels.iter().position(|level| &*level.key == key)
    }

    /// The labels of levels and locators.
    pub(crate) fn labels(&self) -> &WordTrie<LabelUse> {
        &self.labels
    }

    /// Words with which the names of collections end.
    pub(crate) fn container_words(&self) -> &WordTrie<()> {
        &self.container_words
    }

    /// Makes the tables by which labels are looked up.
    fn enter_labels(&mut self) {
        for (index, level) in self.levels.iter().enumerate() {
            for label in &level.labels {
                self.labels.insert(label, LabelUse::Level(index));
            }
        }
        for (rule, locator) in self.locators.iter().enumerate() {
            let one = locator.labels.iter().map(|label| (label, false));
            for (label, plural) in one.chain(locator.plural.iter().map(|label| (label, true))) {
                self.labels.insert(label, LabelUse::Locator { rule, plural });
            }
        }
        for word in &self.containers {
            self.container_words.insert(word, ());
        }
    }
}

impl Shape {
    /// A shape after `pattern`: a regular expression with a named group for each level. In it, `—`
    /// stands for any hyphen or dash, and `_1`, `_2` after a name part groups of the same level.
    ///
    /// # Errors
    /// What is wrong with the pattern.
    pub fn new(pattern: &str) -> Result<Self, String> {
        compile(pattern).map_err(|error| error.to_string().replace('\n', " "))?;
        Ok(Self::unchecked(pattern))
    }

    fn unchecked(pattern: &str) -> Self {
        Self {
            pattern: pattern.into(),
            compiled: OnceLock::new(),
            first_words: OnceLock::new(),
            first: Vec::new(),
            alone: false,
            dated: false,
        }
    }

    /// Whether it may begin with the word of this folded hash.
    pub(crate) fn may_begin(&self, hash: u64) -> bool {
        let firsts = self.first_words.get_or_init(|| {
            let words = self.first.iter();
            words.filter_map(|word| Some(crate::token::tokens(word).first()?.hash)).collect()
        });
        firsts.is_empty() || firsts.contains(&hash)
    }

    pub(crate) fn regex(&self) -> Option<&Regex> {
        self.compiled.get_or_init(|| compile(&self.pattern).ok()).as_ref()
    }
}

fn compile(pattern: &str) -> Result<Regex, regex::Error> {
    Regex::new(&format!("^(?:{})", pattern.replace('—', "[-‐‑–—−]")))
}
