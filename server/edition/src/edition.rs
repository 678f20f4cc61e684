//! An edition: all that its own files say, its documents apart.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use ignore::WalkBuilder;

use crate::citation::Catalogue;
use crate::config::Config;
use crate::problem::Problem;
use crate::profile::Profile;
use crate::registers::{Registers, text_of};

/// An edition: all that its own files say, its documents apart.
#[derive(Clone, Debug)]
pub struct Edition {
    /// The folder that holds `edition.toml`; empty where there is none.
    pub root: PathBuf,
    /// `edition.toml`
    pub config: Config,
    /// The sign profile with the edition's own additions.
    pub profile: Profile,
    /// The registers of persons, repositories, terms and publications.
    pub registers: Registers,
    /// How archives are cited.
    pub catalogue: Arc<Catalogue>,
    documents: Vec<PathBuf>,
    problems: Vec<Problem>,
}

/// An edition without files: the defaults.
impl Default for Edition {
    fn default() -> Self {
        let config = Config::default();
        Self {
            root: PathBuf::new(),
            profile: Profile::of(&config),
            config,
            registers: Registers::default(),
            catalogue: Arc::new(Catalogue::builtin()),
            documents: Vec::new(),
            problems: Vec::new(),
        }
    }
}

impl Edition {
    /// Reads the edition at `root`. What cannot be read is in [`Edition::problems`]; all else is there.
    pub fn load(root: &Path) -> Self {
        let mut problems = Vec::new();
        let path = root.join("edition.toml");
        let config = match text_of(&path, &mut problems) {
            Some(text) => {
                let (config, found) = Config::read(&path, &text);
                problems.extend(found);
                config
            }
            None => Config::default(),
        };
        let (registers, found) = Registers::load(root);
        problems.extend(found);
        let catalogue = Catalogue::for_edition(&registers.repositories);
        Self {
            root: root.to_owned(),
            profile: Profile::of(&config),
            config,
            registers,
            catalogue: Arc::new(catalogue),
            documents: documents(root),
            problems,
        }
    }

    /// The paths of its documents, relative to the root, in order of name.
    pub fn documents(&self) -> impl Iterator<Item = &Path> {
        self.documents.iter().map(PathBuf::as_path)
    }

    /// What of its own files could not be read.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }
}

fn documents(root: &Path) -> Vec<PathBuf> {
    let walk = WalkBuilder::new(root).require_git(false).build();
    let mut found: Vec<PathBuf> = walk
        .filter_map(Result::ok)
        .filter(|entry| entry.path().extension().is_some_and(|kind| kind == "obl"))
        .filter_map(|entry| Some(entry.path().strip_prefix(root).ok()?.to_owned()))
        .collect();
    found.sort();
    found
}

#[cfg(test)]
mod tests;
