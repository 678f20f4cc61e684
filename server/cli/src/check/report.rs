//! What was found, ready to be printed.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use obelus_rules::{Level, Levels, PlacedFinding};
use obelus_text::Text;

use crate::status::Status;

/// A finding in its document.
#[derive(Debug)]
pub struct Reported {
    /// The document's path, as it is shown.
    pub path: Arc<str>,
    /// The document's text.
    pub text: Text,
    /// The finding.
    pub finding: PlacedFinding,
    /// How much it weighs.
    pub level: Level,
}

/// What was found.
#[derive(Debug, Default)]
pub struct Report {
    /// How many documents were looked at.
    pub documents: usize,
    /// The findings, by document and place.
    pub findings: Vec<Reported>,
    /// What the editor should know beside.
    pub notes: Vec<String>,
    /// What could not be checked, and why.
    pub failures: Vec<String>,
}

impl Report {
    /// Something could not be checked.
    pub fn fail(&mut self, message: String) {
        self.failures.push(message);
    }

    /// Something the editor should know.
    pub fn note(&mut self, message: String) {
        self.notes.push(message);
    }

    /// Takes up the findings of a document.
    pub fn add(&mut self, path: PathBuf, text: Text, found: Vec<PlacedFinding>, levels: &Levels) {
        let path: Arc<str> = shown(&path).into();
        self.findings.extend(found.into_iter().map(|finding| Reported {
            path: path.clone(),
            text: text.clone(),
            level: levels.level(finding.rule()),
            finding,
        }));
    }

    /// The exit status: what could not be checked weighs more than what was found.
    pub fn status(&self) -> Status {
        if !self.failures.is_empty() {
            Status::Failed
        } else if self.findings.iter().any(|one| one.level == Level::Error) {
            Status::Found
        } else {
            Status::Clean
        }
    }

    /// How much was found, in one line.
    pub fn summary(&self) -> String {
        let count = |level| self.findings.iter().filter(|one| one.level == level).count();
        let levels = [
            (Level::Error, "error"),
            (Level::Warning, "warning"),
            (Level::Info, "remark"),
            (Level::Hint, "hint"),
        ];
        let found: Vec<String> = levels
            .into_iter()
            .map(|(level, name)| (count(level), name))
            .filter(|(number, _)| *number > 0)
            .map(|(number, name)| plural(number, name))
            .collect();
        let found =
            if found.is_empty() { "Nothing to report".to_owned() } else { found.join(", ") };
        format!("{found} in {}.", plural(self.documents, "document"))
    }
}

fn plural(number: usize, name: &str) -> String {
    if number == 1 { format!("1 {name}") } else { format!("{number} {name}s") }
}

/// A path as it is shown: relative to the present folder where it lies in it.
pub fn shown(path: &Path) -> String {
    let here = std::env::current_dir().and_then(|here| here.canonicalize()).unwrap_or_default();
    path.strip_prefix(&here).unwrap_or(path).display().to_string()
}
