//! `edition.toml` and the registers of a new edition.

use std::fmt::Write;
use std::path::PathBuf;

use super::ImportedFile;
use super::language::Language;
use super::person::Persons;

/// The files that make a folder of documents an edition.
pub(crate) fn files(_source: &str, title: Option<&str>, language: Language, order: &[String], persons: &Persons) -> Vec<ImportedFile> {
    vec![
        ImportedFile { path: PathBuf::from("edition.toml"), text: configuration(title, language, order) },
        ImportedFile { path: PathBuf::from("registers/persons.toml"), text: register_of_persons(persons) },
    ]
}

/// `text` as a string of TOML.
fn string(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            c if c.is_control() => {
                let _ = write!(quoted, "\\u{:04x}", c as u32);
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

fn configuration(title: Option<&str>, language: Language, order: &[String]) -> String {
    let mut text = String::from("# Made by `obelus import`.\n");
    let _ = writeln!(text, "title = {}", string(title.unwrap_or("Untitled")));
    let _ = writeln!(text, "languages = [{}]", string(language.tag()));
    let _ = writeln!(text, "profile = \"documentary\"");
    let _ = writeln!(text, "documents = [");
    for name in order {
        let _ = writeln!(text, "  {},", string(name));
    }
    text.push_str("]\n");
    text
}

fn register_of_persons(persons: &Persons) -> String {
    let mut text = String::from("# Made by `obelus import`: the forms are those that occur, with how often.\n");
    for person in persons.sorted() {
        let _ = writeln!(text, "\n[[person]]\nkey = {}\nname = {}\ndisplay = {}\nforms = [", string(&person.key), string(&person.name), string(&person.display()));
        for (form, count) in &person.forms {
            let _ = writeln!(text, "  {}, # {count}", string(form));
        }
        text.push_str("]\n");
    }
    text
}
