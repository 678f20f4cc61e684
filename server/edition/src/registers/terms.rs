//! `terms.toml`: abbreviations, glosses, places.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use obelus_text::Span;

use crate::fold::fold;
use crate::problem::Problem;
use crate::toml_file::{Table, TomlFile, Word};

/// An abbreviation with what it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Abbreviation {
    /// The abbreviation.
    pub short: Word,
    /// What it stands for.
    pub long: Vec<Word>,
    /// The whole entry.
    pub span: Span,
}

/// A term with its explanation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gloss {
    /// The term.
    pub term: Word,
    /// The explanation, or the other name.
    pub gloss: Word,
    /// The whole entry.
    pub span: Span,
}

/// A place with its names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The key.
    pub key: Word,
    /// The name that the edition prefers.
    pub name: Word,
    /// Other names.
    pub variants: Vec<Word>,
    /// The whole entry.
    pub span: Span,
}

/// The register of terms.
#[derive(Clone, Debug, Default)]
pub struct Terms {
    /// Abbreviations, in the order of the file.
    pub abbreviations: Vec<Abbreviation>,
    /// Glosses, in the order of the file.
    pub glosses: Vec<Gloss>,
    /// Places, in the order of the file.
    pub places: Vec<Place>,
    shorts: HashMap<String, usize>,
    names: HashMap<String, usize>,
    glossed: HashMap<String, usize>,
}

impl Terms {
    /// Takes apart `text`, which came from `path`. Answers what could be read, and what is wrong.
    pub fn read(path: &Path, text: &str) -> (Self, Vec<Problem>) {
        let path: Arc<Path> = path.into();
        let mut terms = Self::default();
        let problems = TomlFile::read(&path, text, |file, mut root| {
            let tables = root.tables(file, "abbreviation");
            terms.abbreviations =
                tables.into_iter().filter_map(|one| abbreviation(file, one)).collect();
            let tables = root.tables(file, "gloss");
            terms.glosses = tables.into_iter().filter_map(|one| gloss(file, one)).collect();
            let tables = root.tables(file, "place");
            terms.places = tables.into_iter().filter_map(|one| place(file, one)).collect();
            root.finish(file);
        });
        terms.enter();
        (terms, problems)
    }

    fn enter(&mut self) {
        for (index, one) in self.abbreviations.iter().enumerate() {
            self.shorts.entry(fold(&one.short.text)).or_insert(index);
        }
        for (index, one) in self.glosses.iter().enumerate() {
            self.glossed.entry(fold(&one.term.text)).or_insert(index);
        }
        for (index, one) in self.places.iter().enumerate() {
            for name in std::iter::once(&one.name).chain(&one.variants) {
                self.names.entry(fold(&name.text)).or_insert(index);
            }
        }
    }

    /// The abbreviation `short`, whatever its case.
    pub fn abbreviation(&self, short: &str) -> Option<&Abbreviation> {
        self.shorts.get(&fold(short)).map(|index| &self.abbreviations[*index])
    }

    /// The gloss of `term`, whatever its case.
    pub fn gloss(&self, term: &str) -> Option<&Gloss> {
        self.glossed.get(&fold(term)).map(|index| &self.glosses[*index])
    }

    /// The place of which `name` is a name, whatever its case and accents.
    pub fn place(&self, name: &str) -> Option<&Place> {
        self.names.get(&fold(name)).map(|index| &self.places[*index])
    }
}

fn abbreviation<'t>(file: &mut TomlFile<'t>, mut table: Table<'_, 't>) -> Option<Abbreviation> {
    let short = table.needed(file, "abbreviation", "short");
    let long = table.words(file, "long");
    let span = table.span;
    table.finish(file);
    Some(Abbreviation { short: short?, long, span })
}

fn gloss<'t>(file: &mut TomlFile<'t>, mut table: Table<'_, 't>) -> Option<Gloss> {
    let term = table.needed(file, "gloss", "term");
    let gloss = table.needed(file, "gloss", "gloss");
    let span = table.span;
    table.finish(file);
    Some(Gloss { term: term?, gloss: gloss?, span })
}

fn place<'t>(file: &mut TomlFile<'t>, mut table: Table<'_, 't>) -> Option<Place> {
    let key = table.word(file, "key");
    let name = table.needed(file, "place", "name");
    let variants = table.words(file, "variants");
    let span = table.span;
    table.finish(file);
    let name = name?;
    Some(Place { key: key.unwrap_or_else(|| name.clone()), name, variants, span })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_are_found_whatever_their_case() {
        let text = r#"
[[abbreviation]]
short = "CC CPC"
long = ["Central Committee of the Communist Party of China"]
[[gloss]]
term = "wolfram"
gloss = "tungsten"
[[place]]
key = "lushun"
name = "Lüshun"
variants = ["Port Arthur"]
"#;
        let (terms, problems) = Terms::read(Path::new("terms.toml"), text);
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(terms.place("LUSHUN"), terms.place("Port Arthur"));
        assert!(terms.place("Port Arthur").is_some());
        assert_eq!(terms.gloss("Wolfram").map(|one| &*one.gloss.text), Some("tungsten"));
        assert_eq!(terms.abbreviation("CC CPC").map(|one| one.long.len()), Some(1));
    }
}
