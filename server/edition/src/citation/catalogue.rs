//! The catalogue of schemes.

use std::path::Path;
use std::sync::{Arc, LazyLock};

use rustc_hash::FxHashMap;

use super::Scheme;
use crate::problem::Problem;
use crate::registers::Repositories;
use crate::registers::repositories::SchemeChoice;
use crate::token::tokens;
use crate::toml_file::TomlFile;
use crate::word_trie::WordTrie;

/// The place of a scheme in its catalogue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchemeId(pub(super) u16);

/// A repository of which the catalogue knows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KnownRepository {
    /// The siglum by which it is known here.
    pub siglum: Arc<str>,
    /// Other sigla and abbreviations.
    pub sigla: Vec<Box<str>>,
    /// Its names.
    pub names: Vec<Box<str>>,
    /// Where it is.
    pub place: Option<Box<str>>,
    /// Whether references to it were found in use.
    pub attested: bool,
}

/// What a name of a repository stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NameUse {
    /// The index of the repository in the catalogue.
    pub repository: u32,
    /// Whether it is a siglum, whose capitals count.
    pub siglum: bool,
}

#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub repository: KnownRepository,
    pub scheme: SchemeId,
}

/// Schemes with the repositories that use them.
#[derive(Clone, Debug)]
pub struct Catalogue {
    schemes: Vec<Arc<Scheme>>,
    pub(super) entries: Vec<Entry>,
    pub(super) names: WordTrie<NameUse>,
    /// The schemes that have a level whose label begins with a word.
    pub(super) label_words: FxHashMap<u64, Vec<SchemeId>>,
    /// Shapes that need no repository, by their first word; those that begin with a number under none.
    pub(super) lone_shapes: FxHashMap<Option<u64>, Vec<(SchemeId, usize)>>,
}

/// The files of the catalogue. The first is that of the generic reader; of two schemes that explain
/// a reference equally well, the earlier counts.
const FILES: &[(&str, &str)] = &[
    ("generic", include_str!("schemes/generic.toml")),
    ("russian", include_str!("schemes/russian.toml")),
    ("russian-foreign-policy", include_str!("schemes/russian-foreign-policy.toml")),
    ("ukrainian", include_str!("schemes/ukrainian.toml")),
    ("us-library", include_str!("schemes/us-library.toml")),
    ("us-state", include_str!("schemes/us-state.toml")),
    ("german", include_str!("schemes/german.toml")),
    ("german-foreign-office", include_str!("schemes/german-foreign-office.toml")),
    ("prussian", include_str!("schemes/prussian.toml")),
    ("british", include_str!("schemes/british.toml")),
    ("british-library", include_str!("schemes/british-library.toml")),
    ("austrian", include_str!("schemes/austrian.toml")),
    ("italian", include_str!("schemes/italian.toml")),
    ("ottoman", include_str!("schemes/ottoman.toml")),
    ("spanish", include_str!("schemes/spanish.toml")),
    ("dutch", include_str!("schemes/dutch.toml")),
    ("french", include_str!("schemes/french.toml")),
    ("australian", include_str!("schemes/australian.toml")),
    ("stroke", include_str!("schemes/stroke.toml")),
    ("swiss", include_str!("schemes/swiss.toml")),
    ("chinese", include_str!("schemes/chinese.toml")),
    ("baltic", include_str!("schemes/baltic.toml")),
    ("polish", include_str!("schemes/polish.toml")),
    ("balkan", include_str!("schemes/balkan.toml")),
    ("hungarian", include_str!("schemes/hungarian.toml")),
];

/// The ids of the schemes of the catalogue.
pub fn builtin_scheme_ids() -> impl Iterator<Item = &'static str> + Clone {
    FILES.iter().map(|(id, _)| *id)
}

static BUILTIN: LazyLock<Catalogue> = LazyLock::new(|| {
    let mut catalogue = Catalogue::empty();
    for (id, text) in FILES {
        let path: Arc<Path> = Path::new(id).into();
        TomlFile::read(&path, text, |file, root| {
            if let Some(scheme) = Scheme::take(file, root) {
                let mut scheme = scheme;
                scheme.id = Arc::from(*id);
                catalogue.add(scheme);
            }
        });
    }
    catalogue
});

impl Default for Catalogue {
    fn default() -> Self {
        Self::builtin()
    }
}

impl Catalogue {
    fn empty() -> Self {
        Self {
            schemes: Vec::new(),
            entries: Vec::new(),
            names: WordTrie::default(),
            label_words: FxHashMap::default(),
            lone_shapes: FxHashMap::default(),
        }
    }

    /// The catalogue that comes with Obelus.
    pub fn builtin() -> Self {
        BUILTIN.clone()
    }

    /// What is wrong with the files of the catalogue; for the tests of the catalogue.
    pub fn builtin_problems() -> Vec<Problem> {
        let read = |(id, text): &(&str, &str)| {
            let path: Arc<Path> = Path::new(&format!("schemes/{id}.toml")).into();
            TomlFile::read(&path, text, |file, root| drop(Scheme::take(file, root)))
        };
        FILES.iter().flat_map(read).collect()
    }

    /// The catalogue with the repositories of an edition, which go before those of the same name.
    pub fn for_edition(repositories: &Repositories) -> Self {
        let mut catalogue = Self::builtin();
        for repository in repositories {
            let known = catalogue.entry(&repository.siglum.text).cloned();
            let scheme = match &repository.scheme {
                Some(SchemeChoice::Named(id)) => catalogue.scheme_id(&id.text),
                Some(SchemeChoice::Own(own)) => Some(catalogue.add(Scheme::clone(own))),
                None => None,
            };
            let scheme = scheme.or(known.as_ref().map(|entry| entry.scheme)).unwrap_or_default();
            let mut entry = known.map(|entry| entry.repository).unwrap_or_default();
            entry.siglum = repository.siglum.text.clone();
            let declared = repository.name.iter().chain(&repository.variants);
            for word in declared {
                let names = if is_siglum(&word.text) { &mut entry.sigla } else { &mut entry.names };
                names.push(Box::from(&*word.text));
            }
            let place = repository.place.as_ref().map(|place| Box::from(&*place.text));
            entry.place = place.or(entry.place);
            catalogue.enter(entry, scheme);
        }
        catalogue
    }

    fn add(&mut self, scheme: Scheme) -> SchemeId {
        let id = SchemeId(self.schemes.len() as u16);
        for level in &scheme.levels {
            for label in &level.labels {
                let Some(first) = tokens(label).first().map(|token| token.hash) else { continue };
                let held = self.label_words.entry(first).or_default();
                if !held.contains(&id) {
                    held.push(id);
                }
            }
        }
        for (index, shape) in scheme.shapes.iter().enumerate().filter(|(_, shape)| shape.alone) {
            let firsts = shape.first.iter().filter_map(|word| Some(tokens(word).first()?.hash));
            let firsts: Vec<_> = firsts.map(Some).collect();
            for first in if firsts.is_empty() { vec![None] } else { firsts } {
                self.lone_shapes.entry(first).or_default().push((id, index));
            }
        }
        let repositories = scheme.repositories.clone();
        self.schemes.push(Arc::new(scheme));
        for repository in repositories {
            self.enter(repository, id);
        }
        id
    }

    /// Enters a repository; names that another has are its own from now on.
    fn enter(&mut self, repository: KnownRepository, scheme: SchemeId) {
        let index = self.entries.len() as u32;
        let sigla =
            std::iter::once(&*repository.siglum).chain(repository.sigla.iter().map(|one| &**one));
        for siglum in sigla {
            self.names.insert(siglum, NameUse { repository: index, siglum: true });
        }
        for name in &repository.names {
            self.names.insert(name, NameUse { repository: index, siglum: false });
        }
        self.entries.push(Entry { repository, scheme });
    }

    /// The catalogue without the scheme `left_out` and its repositories: what is then read of them shows
    /// how archives are read that nobody has described.
    #[must_use]
    pub fn without(&self, left_out: SchemeId) -> Self {
        let mut rest = Self::empty();
        for (_, scheme) in self.schemes().filter(|(id, _)| *id != left_out) {
            rest.add(scheme.clone());
        }
        rest
    }

    /// The catalogue without the repository of this siglum, whose references are then those of an archive
    /// that nobody has declared.
    #[must_use]
    pub fn without_repository(&self, siglum: &str) -> Self {
        let mut rest = Self::empty();
        for (_, scheme) in self.schemes() {
            let mut scheme = scheme.clone();
            scheme.repositories.retain(|repository| *repository.siglum != *siglum);
            rest.add(scheme);
        }
        rest
    }

    /// The scheme of this place.
    pub fn scheme(&self, id: SchemeId) -> &Scheme {
        &self.schemes[usize::from(id.0)]
    }

    /// The place of the scheme called `id`.
    pub fn scheme_id(&self, id: &str) -> Option<SchemeId> {
        let at = self.schemes.iter().position(|scheme| &*scheme.id == id)?;
        Some(SchemeId(at as u16))
    }

    /// All schemes.
    pub fn schemes(&self) -> impl Iterator<Item = (SchemeId, &Scheme)> {
        (0..).map(SchemeId).zip(self.schemes.iter().map(|scheme| &**scheme))
    }

    /// All repositories with their schemes.
    pub fn repositories(&self) -> impl Iterator<Item = (&KnownRepository, SchemeId)> {
        self.entries.iter().map(|entry| (&entry.repository, entry.scheme))
    }

    /// The repository of this siglum; of several, that which was entered last.
    fn entry(&self, siglum: &str) -> Option<&Entry> {
        let words = tokens(siglum);
        let (count, uses) = self.names.longest(&words)?;
        let last = uses.iter().rev().find(|held| held.siglum).filter(|_| count == words.len())?;
        self.entries.get(last.repository as usize)
    }

    /// The repository of this siglum or abbreviation, with its scheme.
    pub fn repository(&self, siglum: &str) -> Option<(&KnownRepository, SchemeId)> {
        self.entry(siglum).map(|entry| (&entry.repository, entry.scheme))
    }
}

/// `RGASPI`, `PA AA`, `BA/MA`: mostly capitals.
fn is_siglum(name: &str) -> bool {
    let capitals = name.chars().filter(|char| char.is_uppercase()).count();
    let letters = name.chars().filter(|char| char.is_alphabetic()).count();
    capitals * 2 > letters && name.chars().count() <= 12
}
