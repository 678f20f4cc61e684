//! Reading `persons.toml`.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use super::{Authority, Office, Person, PersonKey, Persons, SystemVariants};
use crate::problem::Problem;
use crate::toml_file::{Table, TomlFile};

impl Persons {
    /// Takes apart `text`, which came from `path`. Answers what could be read, and what is wrong.
    pub fn read(path: &Path, text: &str) -> (Self, Vec<Problem>) {
        let path: Arc<Path> = path.into();
        let mut persons = Vec::new();
        let problems = TomlFile::read(&path, text, |file, mut root| {
            let tables = root.tables(file, "person");
            persons.extend(tables.into_iter().filter_map(|table| person(file, table)));
            root.finish(file);
            report_twins(file, &persons);
        });
        (Self::new(persons), problems)
    }
}

fn report_twins(file: &mut TomlFile<'_>, persons: &[Person]) {
    let mut lines = HashMap::new();
    for person in persons {
        let place = file.place(person.key_span);
        let first_line = *lines.entry(person.key.clone()).or_insert(place.line);
        if first_line != place.line {
            let name = person.key.to_string();
            file.problems.push(Problem::Duplicate { place, name, first_line });
        }
    }
}

fn person<'t>(file: &mut TomlFile<'t>, mut table: Table<'_, 't>) -> Option<Person> {
    let key = table.needed(file, "person", "key");
    let name = table.word(file, "name");
    let person = Person {
        key: PersonKey::new(key.as_ref()?.text.clone()),
        key_span: key.as_ref()?.span,
        span: table.span,
        name: name.or(key)?,
        display: table.word(file, "display"),
        variants: table.words(file, "variants"),
        variants_by_system: systems(file, &mut table),
        labels: table.words(file, "labels"),
        honorifics: table.words(file, "honorifics"),
        pseudonyms: table.words(file, "pseudonyms"),
        offices: offices(file, &mut table),
        authority: authority(file, &mut table),
        note: table.word(file, "note"),
    };
    table.finish(file);
    Some(person)
}

fn systems<'t>(file: &mut TomlFile<'t>, table: &mut Table<'_, 't>) -> Vec<SystemVariants> {
    let Some(systems) = table.table(file, "variants-by-system") else { return Vec::new() };
    let entries = systems.entries().into_iter();
    let read = entries.map(|(system, value)| {
        let forms = file.words(&system.text, value);
        SystemVariants { system, forms }
    });
    read.collect()
}

fn offices<'t>(file: &mut TomlFile<'t>, table: &mut Table<'_, 't>) -> Vec<Office> {
    let mut offices = Vec::new();
    for mut office in table.tables(file, "office") {
        let title = office.needed(file, "office", "title");
        let (from, to) = (office.word(file, "from"), office.word(file, "to"));
        office.finish(file);
        offices.extend(title.map(|title| Office { title, from, to }));
    }
    offices
}

fn authority<'t>(file: &mut TomlFile<'t>, table: &mut Table<'_, 't>) -> Authority {
    let Some(mut table) = table.table(file, "authority") else { return Authority::default() };
    let authority = Authority {
        viaf: table.word(file, "viaf"),
        gnd: table.word(file, "gnd"),
        wikidata: table.word(file, "wikidata"),
    };
    table.finish(file);
    authority
}
