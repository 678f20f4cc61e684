//! The register of repositories: whose holdings the source notes and footnotes cite.

use std::collections::BTreeMap;

use obelus_edition::citation::{Catalogue, Citation, find, find_in_note};

use super::assemble::{Part, Role};

/// A repository that is cited.
#[derive(Clone, Debug, Default)]
pub(crate) struct Repository {
    /// Its name, where it is spelled out.
    pub(crate) name: Option<String>,
    /// The id of the scheme by which its citations are read.
    pub(crate) scheme: String,
    /// The units that are cited, by key: how print writes them, and how often they are cited.
    pub(crate) units: BTreeMap<String, (String, usize)>,
    /// How often it is cited.
    pub(crate) count: usize,
}

/// The repositories that a text cites, by siglum.
#[derive(Debug)]
pub(crate) struct Repositories {
    catalogue: Catalogue,
    /// By siglum.
    pub(crate) all: BTreeMap<String, Repository>,
}

impl Default for Repositories {
    fn default() -> Self {
        Self { catalogue: Catalogue::builtin(), all: BTreeMap::new() }
    }
}

impl Repositories {
    /// Reads the citations of `part`.
    pub(crate) fn learn(&mut self, part: &Part) {
        let text = part.passage.text();
        let found = match part.role {
            Role::SourceNote { .. } => find_in_note(text, &self.catalogue),
            _ => find(text, &self.catalogue),
        };
        let mut before: Option<Citation> = None;
        for citation in found {
            let citation = match &before {
                Some(before) if citation.repository.is_none() => citation.completed(before),
                _ => citation,
            };
            self.add(text, &citation);
            before = Some(citation);
        }
    }

    fn add(&mut self, text: &str, citation: &Citation) {
        let Some(name) = &citation.repository else { return };
        let (long, short) = parted(&name.words);
        let siglum =
            name.siglum.as_deref().map(str::to_owned).or(short).unwrap_or_else(|| initials(&long));
        if siglum.is_empty() {
            return;
        }
        let scheme = self.catalogue.scheme(citation.scheme).id.to_string();
        let repository = self.all.entry(siglum).or_default();
        repository.count += 1;
        repository.scheme = scheme;
        if repository.name.is_none() && long.contains(' ') {
            repository.name = Some(long);
        }
        let Some(unit) = citation.unit() else { return };
        let path = path(text, citation);
        if path.is_empty() {
            return;
        }
        let (written, count) =
            repository.units.entry(unit.as_str().to_owned()).or_insert_with(|| (path.clone(), 0));
        *count += 1;
        if path.len() < written.len() {
            *written = path;
        }
    }
}

/// The levels of `citation` as print writes them: `f. 3, op. 1, d. 4`.
fn path(text: &str, citation: &Citation) -> String {
    let levels = citation.levels.iter().map(|level| match level.label {
        Some(label) if label.end() <= level.span.start() => {
            format!("{} {}", label.of(text), level.value)
        }
        _ => level.value.to_string(),
    });
    levels.collect::<Vec<_>>().join(", ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A name and the siglum in parentheses after it: `State Archive of Riga (SAR)`. A name in capitals is a siglum.
fn parted(words: &str) -> (String, Option<String>) {
    let words = words.trim();
    if let Some((long, rest)) = words.split_once('(')
        && let Some((short, _)) = rest.split_once(')')
    {
        return (
            long.trim().to_owned(),
            Some(short.trim().to_owned()).filter(|short| !short.is_empty()),
        );
    }
    let short = words.chars().count() <= 12
        && !words.contains(' ')
        && words.chars().filter(|c| c.is_uppercase()).count() >= 2;
    (words.to_owned(), short.then(|| words.to_owned()))
}

/// A siglum of the capitals of a name: a proposal that the edition may change.
fn initials(name: &str) -> String {
    let letters: String = name
        .split_whitespace()
        .filter_map(|word| word.chars().next())
        .filter(|c| c.is_uppercase())
        .collect();
    if letters.chars().count() >= 2 {
        letters
    } else {
        name.split_whitespace().collect::<Vec<_>>().join("-")
    }
}

#[cfg(test)]
mod tests {
    use super::super::passage::Passage;
    use super::*;

    #[test]
    fn repositories_with_their_units() {
        let mut repositories = Repositories::default();
        for text in [
            "[Source: Archive of the President, Russian Federation (APRF), fond (f.) 3, opis (op.) 1, delo (d.) 4, listy (ll.) 9-17; translation by Mora.]",
            "[Source: APRF, f. 3, op. 1, d. 4, ll. 18-20.]",
        ] {
            let mut passage = Passage::default();
            passage.push_source(text, 0..text.len());
            repositories.learn(&Part {
                passage,
                role: Role::SourceNote { bare: false },
                references: vec![],
            });
        }
        let shown: Vec<String> = repositories
            .all
            .iter()
            .map(|(siglum, one)| {
                format!("{siglum} ({}, {}): {:?}", one.scheme, one.count, one.units.values())
            })
            .collect();
        assert_eq!(shown, ["APRF (russian, 2): [(\"f. 3, op. 1, d. 4\", 2)]"]);
    }

    #[test]
    fn sigla_of_undeclared_repositories() {
        assert_eq!(
            parted("State Archive of Riga (SAR)"),
            ("State Archive of Riga".into(), Some("SAR".into()))
        );
        assert_eq!(parted("SAR").1.as_deref(), Some("SAR"));
        assert_eq!(initials("State Archive of Riga"), "SAR");
    }
}
