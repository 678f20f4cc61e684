//! `edition.toml` and the registers of a new edition.

use std::fmt::Write;
use std::path::PathBuf;

use super::ImportedFile;
use super::language::Language;
use super::name::display;
use super::person::Persons;
use super::repository::Repositories;
use super::term::Terms;

/// The files that make a folder of documents an edition.
pub(crate) fn files(
    title: Option<&str>,
    language: Language,
    order: &[String],
    persons: &Persons,
    terms: &Terms,
    repositories: &Repositories,
) -> Vec<ImportedFile> {
    let file = |path: &str, text| ImportedFile { path: PathBuf::from(path), text };
    vec![
        file("edition.toml", configuration(title, language, order)),
        file("registers/persons.toml", register_of_persons(persons)),
        file("registers/repositories.toml", register_of_repositories(repositories)),
        file("registers/terms.toml", register_of_terms(terms)),
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
    text.push_str("profile = \"documentary\"\n\n# In the order of the print.\norder = \"listed\"\ndocuments = [\n");
    for name in order {
        let _ = writeln!(text, "    {},", string(name));
    }
    text.push_str("]\n");
    text
}

fn register_of_persons(persons: &Persons) -> String {
    let mut text = String::from(
        "# Made by `obelus import`. After each form stands how often it occurs in the print.\n\
         # Names are as printed: put them into sort form (`Surname, Given names`) where that helps.\n",
    );
    for person in persons.sorted() {
        let _ = writeln!(
            text,
            "\n[[person]]\nkey = {}\nname = {}",
            string(&person.key),
            string(&person.name)
        );
        let shown = person.display();
        if shown != person.name {
            let _ = writeln!(text, "display = {}", string(&shown));
        }
        list(
            &mut text,
            "labels",
            person.labels.iter().map(|(label, count)| (label.as_str(), *count)),
        );
        let known =
            |form: &str| form == person.name || form == shown || person.labels.contains_key(form);
        let others = person.forms.iter().filter(|(form, _)| {
            !known(form) && display(form) != person.name && display(form) != shown
        });
        list(&mut text, "variants", others.map(|(form, count)| (form.as_str(), *count)));
        for (form, count) in
            person.forms.iter().filter(|(form, _)| !person.labels.contains_key(*form))
        {
            let _ = writeln!(text, "# {form}: {count}");
        }
    }
    text
}

fn register_of_repositories(repositories: &Repositories) -> String {
    let mut text =
        String::from("# Made by `obelus import`: whose holdings are cited, with how often.\n");
    for (siglum, one) in &repositories.all {
        let _ = writeln!(text, "\n[[repository]] # {}\nsiglum = {}", one.count, string(siglum));
        if let Some(name) = &one.name {
            let _ = writeln!(text, "name = {}", string(name));
        }
        let _ = writeln!(text, "scheme = {}", string(&one.scheme));
        for (path, count) in one.units.values() {
            let _ = writeln!(text, "[[repository.unit]] # {count}\npath = {}", string(path));
        }
    }
    text
}

fn list<'a>(text: &mut String, key: &str, items: impl Iterator<Item = (&'a str, usize)>) {
    let lines: Vec<String> =
        items.map(|(item, count)| format!("    {}, # {count}\n", string(item))).collect();
    if !lines.is_empty() {
        let _ = writeln!(text, "{key} = [\n{}]", lines.concat());
    }
}

fn register_of_terms(terms: &Terms) -> String {
    let mut text = String::from(
        "# Made by `obelus import`: the abbreviations that the print explains, with how often.\n",
    );
    for (short, longs) in &terms.abbreviations {
        let _ = writeln!(text, "\n[[abbreviation]]\nshort = {}", string(short));
        list(&mut text, "long", longs.iter().map(|(long, count)| (long.as_str(), *count)));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn registers_as_they_are_read() {
        let mut persons = Persons::default();
        persons.speak("Comrade Orlov");
        persons.speak("ORLOV");
        persons.add("I.V. Orlov");
        persons.name_keys();
        expect_test::expect![[r#"
            # Made by `obelus import`. After each form stands how often it occurs in the print.
            # Names are as printed: put them into sort form (`Surname, Given names`) where that helps.

            [[person]]
            key = "iv-orlov"
            name = "I.V. Orlov"
            labels = [
                "Comrade Orlov", # 1
                "ORLOV", # 1
            ]
            # I.V. Orlov: 0
        "#]]
        .assert_eq(&register_of_persons(&persons));
    }

    #[test]
    fn a_title_with_any_sign_is_a_string() {
        assert_eq!(string("a \"b\" \\ \t"), "\"a \\\"b\\\" \\\\ \\u0009\"");
    }
}
