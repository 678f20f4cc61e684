//! `repositories.toml`: archives and libraries, and how their citations resolve.

mod read;
mod repository;

use std::collections::HashMap;

pub use repository::{Repository, Resolve, SchemeChoice, Unit};

use crate::fold::fold;
use crate::problem::nearest;

/// The register of repositories.
#[derive(Clone, Debug, Default)]
pub struct Repositories {
    entries: Vec<Repository>,
    sigla: HashMap<String, usize>,
}

impl Repositories {
    fn new(repositories: Vec<Repository>) -> Self {
        let mut sigla = HashMap::new();
        for (index, repository) in repositories.iter().enumerate() {
            sigla.entry(fold(&repository.siglum.text)).or_insert(index);
        }
        Self { entries: repositories, sigla }
    }

    /// All repositories, in the order of the file.
    pub fn iter(&self) -> std::slice::Iter<'_, Repository> {
        self.entries.iter()
    }

    /// The repository of this siglum, whatever its case.
    pub fn get(&self, siglum: &str) -> Option<&Repository> {
        self.sigla.get(&fold(siglum)).map(|index| &self.entries[*index])
    }

    /// The siglum that is most like `siglum`, which is none.
    pub fn nearest(&self, siglum: &str) -> Option<&str> {
        nearest(siglum, self.entries.iter().map(|repository| &*repository.siglum.text))
    }
}

impl<'a> IntoIterator for &'a Repositories {
    type Item = &'a Repository;
    type IntoIter = std::slice::Iter<'a, Repository>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
