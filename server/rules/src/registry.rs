//! All rules.

use crate::Rule;
use crate::rules::*;

/// All rules, by group and name.
pub static ALL: &[&Rule] = &[
    &brackets::unclosed::UNCLOSED,
];

/// The rule of this name.
pub fn find(name: &str) -> Option<&'static Rule> {
    ALL.iter().copied().find(|rule| rule.name == name)
}

/// The rule whose name is most like `name`, for a suggestion; none where all are far from it.
pub fn nearest(name: &str) -> Option<&'static Rule> {
    ALL.iter()
        .map(|rule| (strsim::jaro_winkler(rule.name, name), *rule))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, rule)| rule)
}
