//! The registers of an edition: persons, repositories, terms, bibliography.
//!
//! Every entry knows its place in its file. A register that is broken in part gives what could be
//! read of it, and what is wrong.

pub mod bibliography;
pub mod persons;
pub mod repositories;
pub mod terms;

use std::path::Path;
use std::sync::Arc;

use obelus_text::read_file;

pub use bibliography::{Bibliography, Publication};
pub use persons::{Person, PersonKey, Persons};
pub use repositories::{Repositories, Repository};
pub use terms::Terms;

use crate::problem::Problem;
pub use crate::toml_file::Word;

/// The folder of the registers in an edition's root.
pub const FOLDER: &str = "registers";

/// The registers of an edition.
#[derive(Clone, Debug, Default)]
pub struct Registers {
    /// `persons.toml`
    pub persons: Persons,
    /// `repositories.toml`
    pub repositories: Repositories,
    /// `terms.toml`
    pub terms: Terms,
    /// `bibliography.bib` or `bibliography.json`
    pub bibliography: Bibliography,
}

impl Registers {
    /// Reads the registers of the edition at `root`; those that are not there are empty.
    pub fn load(root: &Path) -> (Self, Vec<Problem>) {
        let mut problems = Vec::new();
        let folder = root.join(FOLDER);
        let persons = load(&folder.join("persons.toml"), &mut problems, Persons::read);
        let repositories =
            load(&folder.join("repositories.toml"), &mut problems, Repositories::read);
        let terms = load(&folder.join("terms.toml"), &mut problems, Terms::read);
        let bibliography = Bibliography::load(&folder, &mut problems);
        (Self { persons, repositories, terms, bibliography }, problems)
    }
}

fn load<R: Default>(
    path: &Path,
    problems: &mut Vec<Problem>,
    read: impl FnOnce(&Path, &str) -> (R, Vec<Problem>),
) -> R {
    let Some(text) = text_of(path, problems) else { return R::default() };
    let (register, found) = read(path, &text);
    problems.extend(found);
    register
}

/// The text of the file at `path`, where there is one.
pub(crate) fn text_of(path: &Path, problems: &mut Vec<Problem>) -> Option<String> {
    if !path.exists() {
        return None;
    }
    match read_file(path) {
        Ok(text) => Some(text),
        Err(error) => {
            problems.push(Problem::Unreadable(Arc::new(error)));
            None
        }
    }
}
