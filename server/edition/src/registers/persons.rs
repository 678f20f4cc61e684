//! `persons.toml`: who speaks and who is named.

mod honorific;
mod key;
mod person;
mod read;

use std::collections::HashMap;

use obelus_text::Span;

pub use honorific::without_honorifics;
pub use key::PersonKey;
pub use person::{Authority, Form, Office, Person, SystemVariants};

use crate::fold::fold;
use crate::token::tokens;
use crate::word_trie::WordTrie;

/// The register of persons.
#[derive(Clone, Debug, Default)]
pub struct Persons {
    entries: Vec<Person>,
    keys: HashMap<PersonKey, usize>,
    labels: HashMap<String, Vec<usize>>,
    forms: HashMap<String, Vec<usize>>,
    names: WordTrie<usize>,
}

/// A name of the register in running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named<'p> {
    /// Where it stands.
    pub span: Span,
    /// Whose name it is; several where the register has it for several persons.
    pub persons: Vec<&'p Person>,
}

impl Persons {
    fn new(persons: Vec<Person>) -> Self {
        let mut register = Self { entries: persons, ..Self::default() };
        for (index, person) in register.entries.iter().enumerate() {
            register.keys.entry(person.key.clone()).or_insert(index);
            for (form, name) in person.forms() {
                let folded = fold(&name);
                if form == Form::Label {
                    push(&mut register.labels, folded.clone(), index);
                }
                push(&mut register.forms, folded, index);
                register.names.insert(&name, index);
            }
        }
        register
    }

    /// All persons, in the order of the file.
    pub fn iter(&self) -> std::slice::Iter<'_, Person> {
        self.entries.iter()
    }

    /// Whether nobody is registered.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The person of this key.
    pub fn get(&self, key: &str) -> Option<&Person> {
        self.keys.get(key).map(|index| &self.entries[*index])
    }

    /// Those whose turns open with `label`, whatever its case, accents and honorifics: first those for
    /// whom it is declared as a label, else those of whom it is any form.
    pub fn by_label(&self, label: &str) -> Vec<&Person> {
        let declared = self.look_up(&self.labels, label);
        if declared.is_empty() { self.by_form(label) } else { declared }
    }

    /// Those of whom `name` is a form, whatever its case, accents and honorifics.
    pub fn by_form(&self, name: &str) -> Vec<&Person> {
        self.look_up(&self.forms, name)
    }

    fn look_up(&self, forms: &HashMap<String, Vec<usize>>, name: &str) -> Vec<&Person> {
        let found = forms.get(&fold(name)).or_else(|| forms.get(&fold(without_honorifics(name))));
        found.into_iter().flatten().map(|index| &self.entries[*index]).collect()
    }

    /// The person whose name is most like `name`, which nobody has, with the form that is.
    pub fn nearest(&self, name: &str) -> Option<(&Person, String)> {
        let bare = fold(without_honorifics(name));
        let forms = self
            .entries
            .iter()
            .flat_map(|person| person.forms().map(move |(_, form)| (person, form.into_owned())));
        let measured = forms
            .map(|(person, form)| (strsim::damerau_levenshtein(&bare, &fold(&form)), person, form));
        let (distance, person, form) = measured.min_by_key(|(distance, ..)| *distance)?;
        // Short names are alike by chance: one slip in three or four letters, two in eight.
        let longest = form.chars().count().max(bare.chars().count());
        (distance * 4 <= longest).then_some((person, form))
    }

    /// The names of the register in `text`, in order. A name in small letters is no name.
    pub fn find<'p>(&'p self, text: &str) -> Vec<Named<'p>> {
        let tokens = tokens(text);
        let mut found = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let longest = tokens[at].capital.then(|| self.names.longest(&tokens[at..])).flatten();
            let Some((count, indices)) = longest else {
                at += 1;
                continue;
            };
            let span = tokens[at].span.join(tokens[at + count - 1].span);
            let persons = indices.iter().map(|index| &self.entries[*index]).collect();
            found.push(Named { span, persons });
            at += count;
        }
        found
    }
}

impl<'a> IntoIterator for &'a Persons {
    type Item = &'a Person;
    type IntoIter = std::slice::Iter<'a, Person>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

fn push(forms: &mut HashMap<String, Vec<usize>>, folded: String, index: usize) {
    let held = forms.entry(folded).or_default();
    if !held.contains(&index) {
        held.push(index);
    }
}

#[cfg(test)]
mod tests;
