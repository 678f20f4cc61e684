//! The register of persons: who is named, under which forms, how often.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::name::{core, display, is_office, key, same_core};
use super::words::words;

/// A person with all forms of the name.
#[derive(Clone, Debug, Default)]
pub(crate) struct Person {
    /// The key in the register.
    pub(crate) key: String,
    /// The fullest form, without titles.
    pub(crate) name: String,
    core: Vec<String>,
    /// The forms that occur, with how often.
    pub(crate) forms: BTreeMap<String, usize>,
    /// The forms with which turns open, with how often.
    pub(crate) labels: BTreeMap<String, usize>,
}

/// The persons that a text names.
#[derive(Clone, Debug, Default)]
pub(crate) struct Persons {
    people: Vec<Person>,
    by_word: HashMap<String, Vec<usize>>,
}

/// Names of more words are not looked for in the text.
const MOST_WORDS: usize = 4;

impl Persons {
    /// Puts `form` in, with the person it means, or a new one. Answers the person's index.
    pub(crate) fn add(&mut self, form: &str) -> usize {
        let form = form.split_whitespace().collect::<Vec<_>>().join(" ");
        let core = core(&form);
        let index = self.find(&core).unwrap_or_else(|| self.create(&core));
        let person = &mut self.people[index];
        person.forms.entry(form.clone()).or_insert(0);
        let shown = display(&form);
        let more_words = core.len() > person.core.len();
        let same_words = core == person.core && shown.len() > person.name.len();
        if person.name.is_empty() || more_words || same_words {
            person.name = shown;
        }
        if core.len() > person.core.len() {
            person.core.clone_from(&core);
            for word in core {
                let places = self.by_word.entry(word).or_default();
                if !places.contains(&index) {
                    places.push(index);
                }
            }
        }
        index
    }

    /// Puts the label of a turn in. Answers the person's index.
    pub(crate) fn speak(&mut self, label: &str) -> usize {
        let index = self.add(label);
        let label = label.split_whitespace().collect::<Vec<_>>().join(" ");
        *self.people[index].labels.entry(label).or_default() += 1;
        index
    }

    fn create(&mut self, core: &[String]) -> usize {
        let index = self.people.len();
        self.people.push(Person { core: core.to_vec(), ..Person::default() });
        for word in core {
            self.by_word.entry(word.clone()).or_default().push(index);
        }
        self.by_word.entry(core.concat()).or_default().push(index);
        index
    }

    /// The person that the words of `core` mean: the one of that name, or the only one whose name holds them.
    fn find(&self, core: &[String]) -> Option<usize> {
        let mut near: Vec<usize> = core
            .iter()
            .chain([&core.concat()])
            .filter_map(|word| self.by_word.get(word))
            .flatten()
            .copied()
            .collect();
        near.sort_unstable();
        near.dedup();
        let exact = near
            .iter()
            .find(|at| self.people[**at].core == core)
            .or_else(|| near.iter().find(|at| self.people[**at].core.concat() == core.concat()));
        let exact = exact.copied();
        let mut partly = near.iter().filter(|at| same_core(&self.people[**at].core, core));
        exact.or_else(|| match (partly.next(), partly.next()) {
            (Some(only), None) => Some(*only),
            _ => None,
        })
    }

    /// Counts the forms of all names in `text`.
    pub(crate) fn count(&mut self, text: &str) {
        let owners: HashMap<String, usize> = self
            .people
            .iter()
            .enumerate()
            .flat_map(|(at, person)| person.forms.keys().map(move |form| (spaced(form), at)))
            .collect();
        let first: HashSet<&str> =
            owners.keys().filter_map(|form| form.split(' ').next()).collect();
        let all: Vec<(std::ops::Range<usize>, &str)> = words(text).collect();
        let mut counts: HashMap<(usize, String), usize> = HashMap::new();
        let mut at = 0;
        while at < all.len() {
            if !first.contains(all[at].1) {
                at += 1;
                continue;
            }
            let longest = (1..=MOST_WORDS.min(all.len() - at)).rev().find_map(|length| {
                let form = all[at..at + length]
                    .iter()
                    .map(|(_, word)| bare(word))
                    .collect::<Vec<_>>()
                    .join(" ");
                owners.get(&form).map(|person| (*person, form, length))
            });
            match longest {
                Some((person, form, length)) => {
                    *counts.entry((person, form)).or_default() += 1;
                    at += length;
                }
                None => at += 1,
            }
        }
        for ((person, form), count) in counts {
            for (known, total) in &mut self.people[person].forms {
                if spaced(known) == form {
                    *total += count;
                }
            }
        }
    }

    /// Gives each person a key of its own.
    pub(crate) fn name_keys(&mut self) {
        let mut taken = HashSet::new();
        for person in &mut self.people {
            let base = match key(&person.name) {
                base if base.is_empty() => "person".to_owned(),
                base => base,
            };
            let mut name = base.clone();
            let mut number = 2;
            while !taken.insert(name.clone()) {
                name = format!("{base}-{number}");
                number += 1;
            }
            person.key = name;
        }
    }

    /// The key of the person at `index`.
    pub(crate) fn key(&self, index: usize) -> &str {
        self.people.get(index).map_or("", |person| &person.key)
    }

    /// All of them, in the order of their keys.
    pub(crate) fn sorted(&self) -> Vec<&Person> {
        let mut people: Vec<&Person> = self.people.iter().collect();
        people.sort_by(|one, other| one.key.cmp(&other.key));
        people
    }
}

impl Person {
    /// How the person is shown where there is little room: the surname, as far as the forms tell it.
    pub(crate) fn display(&self) -> String {
        if is_office(&self.name) {
            return self.name.clone();
        }
        let shown = self.forms.iter().map(|(form, count)| (display(form), count));
        shown
            .max_by_key(|(form, count)| (**count, form.len()))
            .map_or_else(|| self.name.clone(), |(form, _)| form)
    }
}

/// `form` as its words are counted.
fn spaced(form: &str) -> String {
    words(form).map(|(_, word)| bare(word)).collect::<Vec<_>>().join(" ")
}

fn bare(word: &str) -> &str {
    word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_name_are_one_person() {
        let mut persons = Persons::default();
        for form in ["Comrade Orlov", "ORLOV", "I.V. Orlov", "Li Ming", "LiMing", "Li", "Zhang Li"]
        {
            persons.add(form);
        }
        persons.count("Orlov asked. Orlov's mill. Li Ming and ORLOV left; Comrade Orlov stayed.");
        persons.name_keys();
        let shown: Vec<String> = persons
            .sorted()
            .iter()
            .map(|person| {
                format!("{}: {} ({}) {:?}", person.key, person.name, person.display(), person.forms)
            })
            .collect();
        assert_eq!(
            shown,
            [
                "iv-orlov: I.V. Orlov (Orlov) {\"Comrade Orlov\": 1, \"I.V. Orlov\": 0, \"ORLOV\": 1}",
                "li-ming: Li Ming (Li Ming) {\"Li\": 0, \"Li Ming\": 1, \"LiMing\": 0}",
                "zhang-li: Zhang Li (Zhang Li) {\"Zhang Li\": 0}",
            ]
        );
    }
}
