//! How much the findings of each rule weigh in an edition.

use std::collections::HashMap;

use obelus_edition::config::{Config, Level};

use crate::{ALL, Rule};

/// How much the findings of each rule weigh in one document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Levels {
    changed: HashMap<&'static str, Level>,
}

impl Levels {
    /// The levels that `config` sets for the document at `path` (relative to the root) of kind `kind`.
    /// A name without `/` sets the whole group.
    pub fn of(config: &Config, path: &std::path::Path, kind: Option<&str>) -> Self {
        let mut changed = HashMap::new();
        // What names a whole group weighs less than what names a rule.
        let mut levels: Vec<_> = config.levels_for(path, kind).collect();
        levels.sort_by_key(|(name, _)| name.contains('/'));
        for (name, level) in levels {
            let named = ALL.iter().filter(|rule| rule.name == name || rule.group() == name);
            changed.extend(named.map(|rule| (rule.name, level)));
        }
        Self { changed }
    }

    /// How much findings of `rule` weigh.
    pub fn level(&self, rule: &Rule) -> Level {
        self.changed.get(rule.name).copied().unwrap_or(rule.level)
    }

    /// Whether findings of `rule` are shown at all.
    pub fn shows(&self, rule: &Rule) -> bool {
        self.level(rule) != Level::Off
    }
}
