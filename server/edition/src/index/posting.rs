//! What documents are found by.

use std::collections::HashSet;
use std::sync::Arc;

use crate::citation::UnitKey;
use crate::facts::Summary;
use crate::registers::PersonKey;

/// What documents are found by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// A person who speaks or is named.
    Person(PersonKey),
    /// An archival unit that is cited.
    Unit(UnitKey),
    /// A publication that is cited, by its key.
    Publication(Arc<str>),
    /// A document that is referred to, by the name that the reference uses.
    Document(Arc<str>),
}

/// The keys of `summary`.
pub(super) fn keys(summary: &Summary) -> HashSet<Key> {
    let speakers = summary.turns.iter().filter_map(|turn| turn.person.clone());
    let named = summary.mentions.iter().map(|(person, _)| person.clone());
    let persons = speakers.chain(named).map(Key::Person);
    let units = summary.citations.iter().filter_map(|one| one.unit.clone()).map(Key::Unit);
    let references = summary.references.iter().filter_map(|one| one.target.clone());
    persons.chain(units).chain(references.map(Key::Document)).collect()
}
