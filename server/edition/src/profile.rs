//! The sign profile: what brackets mean, and which fields a document may have.
//!
//! Profiles are data (`profile/*.toml`); an edition adds to one in `edition.toml`. The classes and
//! the order in which they are inferred are those of the markup's page; the signs are those of the
//! editorial practice of documentary editions (Cold War International History Project, Foreign
//! Relations of the United States) and of the Leiden conventions.

mod class;
mod infer;

use std::collections::BTreeMap;

pub use class::Class;
pub use infer::{BracketContext, Certainty, Inference, infer};
use serde::Deserialize;

use crate::config::Config;

const DOCUMENTARY: &str = include_str!("profile/documentary.toml");
const FRUS: &str = include_str!("profile/frus.toml");
const LEIDEN: &str = include_str!("profile/leiden.toml");

/// A sign profile.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(default, rename_all = "kebab-case", deny_unknown_fields)]
pub struct Profile {
    /// Its name.
    pub name: String,
    /// The class of a bracket that nothing else decides.
    pub otherwise: Class,
    /// The words that stand for a class, by class. `*` at the end stands for any words.
    pub brackets: BTreeMap<Class, Vec<String>>,
    /// The names of fields (`Present`), by field.
    pub fields: BTreeMap<String, Vec<String>>,
}

impl Profile {
    /// The profile that `config` names, with its additions. An unknown name means the default.
    pub fn of(config: &Config) -> Self {
        let name = config.profile.as_ref().map_or("", |name| &*name.text);
        let mut profile = Self::named(name);
        for vocabulary in &config.brackets {
            if let Some(class) = Class::of_name(&vocabulary.key.text) {
                let words = vocabulary.words.iter().map(|word| word.text.to_string());
                profile.brackets.entry(class).or_default().extend(words);
            }
        }
        for vocabulary in &config.fields {
            let words = vocabulary.words.iter().map(|word| word.text.to_string());
            profile.fields.entry(vocabulary.key.text.to_string()).or_default().extend(words);
        }
        profile
    }

    fn named(name: &str) -> Self {
        let base: Self = toml::from_str(DOCUMENTARY).unwrap_or_default();
        let own: Self = match name {
            "frus" => toml::from_str(FRUS).unwrap_or_default(),
            "leiden" => toml::from_str(LEIDEN).unwrap_or_default(),
            _ => return base,
        };
        let mut brackets = base.brackets;
        brackets.extend(own.brackets);
        Self { brackets, fields: base.fields, ..own }
    }

    /// The names of all profiles.
    pub const NAMES: &[&str] = &["documentary", "frus", "leiden"];

    /// The field whose name is `label`.
    pub fn field(&self, label: &str) -> Option<&str> {
        let same = |name: &String| name.to_lowercase() == label.to_lowercase();
        self.fields
            .iter()
            .find(|(_, names)| names.iter().any(same))
            .map(|(field, _)| field.as_str())
    }

    /// The class whose vocabulary holds `words`.
    pub fn vocabulary(&self, words: &str) -> Option<Class> {
        let folded = words.to_lowercase();
        let holds = |entry: &String| match entry.strip_suffix('*') {
            Some(prefix) => folded.starts_with(&prefix.to_lowercase()),
            None => folded == entry.to_lowercase(),
        };
        self.brackets.iter().find(|(_, entries)| entries.iter().any(holds)).map(|(class, _)| *class)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_profiles_can_be_read() {
        for text in [DOCUMENTARY, FRUS, LEIDEN] {
            toml::from_str::<Profile>(text).unwrap();
        }
    }

    #[test]
    fn an_edition_adds_words_and_fields() {
        let text = "[brackets]\nillegible = [\"onleesbaar\"]\n[fields]\npresent = [\"Aanwezig\"]";
        let (config, problems) = Config::read(std::path::Path::new("edition.toml"), text);
        assert!(problems.is_empty(), "{problems:?}");
        let profile = Profile::of(&config);
        assert_eq!(profile.vocabulary("Onleesbaar"), Some(Class::Illegible));
        assert_eq!(profile.vocabulary("illegible"), Some(Class::Illegible));
        assert_eq!(profile.field("Aanwezig"), Some("present"));
        assert_eq!(profile.field("ПРИСУТСТВОВАЛИ"), Some("present"));
    }
}
