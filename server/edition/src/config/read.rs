//! Reading `edition.toml`.

use std::path::Path;
use std::sync::Arc;

use globset::{Glob, GlobSetBuilder};

use super::style::Choice;
use super::{Config, Level, Order, Override, RuleLevel, Style, Vocabulary, Witness, Word};
use crate::problem::{Problem, nearest};
use crate::profile::{Class, Profile};
use crate::toml_file::{Table, TomlFile};

impl Config {
    /// Takes apart `text`, which came from `path`. Answers what could be read, and what is wrong.
    pub fn read(path: &Path, text: &str) -> (Self, Vec<Problem>) {
        let path: Arc<Path> = path.into();
        let mut config = Self::default();
        let problems = TomlFile::read(&path, text, |file, root| config.take(file, root));
        (config, problems)
    }

    fn take<'t>(&mut self, file: &mut TomlFile<'t>, mut root: Table<'_, 't>) {
        self.title = root.word(file, "title");
        self.languages = root.words(file, "languages");
        self.profile = root.word(file, "profile");
        if let Some(name) = &self.profile
            && !Profile::NAMES.contains(&&*name.text)
        {
            file.bad_value("profile", name, one_of(Profile::NAMES.iter().copied()));
        }
        self.order = order(file, &mut root);
        if let Some(table) = root.table(file, "style") {
            self.style = style(file, table);
        }
        if let Some(table) = root.table(file, "rules") {
            self.rules = rules(file, &table);
        }
        for table in root.tables(file, "override") {
            self.overrides.push(overriding(file, table));
        }
        for table in root.tables(file, "witness") {
            self.witnesses.extend(witness(file, table));
        }
        if let Some(table) = root.table(file, "brackets") {
            self.brackets = vocabularies(file, &table);
            report_unknown_classes(file, &self.brackets);
        }
        if let Some(table) = root.table(file, "fields") {
            self.fields = vocabularies(file, &table);
        }
        root.finish(file);
    }
}

fn order<'t>(file: &mut TomlFile<'t>, root: &mut Table<'_, 't>) -> Order {
    let word = root.word(file, "order");
    let listed = root.words(file, "documents");
    match word.as_ref().map(|word| &*word.text) {
        None if listed.is_empty() => Order::Date,
        None | Some("listed") => Order::Listed(listed),
        Some(name) => {
            if name != "date"
                && let Some(word) = &word
            {
                file.bad_value("order", word, "it is `date` or `listed`");
            }
            Order::Date
        }
    }
}

fn style<'t>(file: &mut TomlFile<'t>, mut table: Table<'_, 't>) -> Style {
    let style = Style {
        label: choice(file, &mut table, "label"),
        label_delimiter: choice(file, &mut table, "label-delimiter"),
        date: choice(file, &mut table, "date"),
        quotes: choice(file, &mut table, "quotes"),
        romanisation: table.word(file, "romanisation"),
    };
    table.finish(file);
    style
}

fn choice<'t, C: Choice>(
    file: &mut TomlFile<'t>,
    table: &mut Table<'_, 't>,
    key: &'static str,
) -> Option<C> {
    let word = table.word(file, key)?;
    let found = C::WORDS.iter().find(|(name, _)| *name == &*word.text);
    if found.is_none() {
        file.bad_value(key, &word, one_of(C::WORDS.iter().map(|(name, _)| *name)));
    }
    found.map(|(_, choice)| *choice)
}

fn one_of(words: impl Iterator<Item = &'static str>) -> String {
    let words: Vec<_> = words.map(|word| format!("`{word}`")).collect();
    format!("it is one of {}", words.join(", "))
}

fn rules<'t>(file: &mut TomlFile<'t>, table: &Table<'_, 't>) -> Vec<RuleLevel> {
    let mut rules = Vec::new();
    for (name, value) in table.entries() {
        let Some(word) = file.word(&name.text, value) else { continue };
        match Level::named(&word.text) {
            Some(level) => rules.push(RuleLevel { name, level }),
            None => {
                file.bad_value(&name.text, &word, one_of(Level::ALL.map(Level::name).into_iter()));
            }
        }
    }
    rules
}

fn overriding<'t>(file: &mut TomlFile<'t>, mut table: Table<'_, 't>) -> Override {
    let patterns = table.words(file, "paths");
    let kinds = table.words(file, "kinds");
    let rules = table.table(file, "rules").map(|table| rules(file, &table)).unwrap_or_default();
    table.finish(file);
    let mut builder = GlobSetBuilder::new();
    for pattern in &patterns {
        match Glob::new(&pattern.text) {
            Ok(glob) => drop(builder.add(glob)),
            Err(error) => file.bad_value("paths", pattern, error.kind().to_string()),
        }
    }
    let paths = (!patterns.is_empty()).then(|| builder.build().unwrap_or_default());
    Override { paths, kinds, rules }
}

fn witness<'t>(file: &mut TomlFile<'t>, mut table: Table<'_, 't>) -> Option<Witness> {
    let siglum = table.needed(file, "witness", "siglum");
    let name = table.word(file, "name");
    let description = table.word(file, "description");
    table.finish(file);
    Some(Witness { siglum: siglum?, name, description })
}

fn report_unknown_classes(file: &mut TomlFile<'_>, brackets: &[Vocabulary]) {
    let unknown = brackets.iter().filter(|one| Class::of_name(&one.key.text).is_none());
    for one in unknown {
        let classes = Class::ALL.iter().map(|class| class.name());
        file.problems.push(Problem::UnknownKey {
            place: file.place(one.key.span),
            key: one.key.text.to_string(),
            nearest: nearest(&one.key.text, classes).map(str::to_owned),
        });
    }
}

fn vocabularies<'t>(file: &mut TomlFile<'t>, table: &Table<'_, 't>) -> Vec<Vocabulary> {
    let read = |(key, value): (Word, _)| {
        let words = file.words(&key.text, value);
        Vocabulary { key, words }
    };
    table.entries().into_iter().map(read).collect()
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;

    fn problems(text: &str, expected: &Expect) {
        let (_, problems) = Config::read(Path::new("edition.toml"), text);
        let lines: Vec<_> = problems
            .iter()
            .map(|problem| {
                format!(
                    "{problem}
"
                )
            })
            .collect();
        expected.assert_eq(&lines.concat());
    }

    #[test]
    fn everything_is_read() {
        let (config, problems) = Config::read(
            Path::new("edition.toml"),
            r#"
title = "Talks at the lake"
languages = ["en", "ru"]
profile = "documentary"
order = "listed"
documents = ["b", "a"]
[style]
label = "underlined"
label-delimiter = "point"
date = "iso"
quotes = "guillemets"
[rules]
"brackets/unclosed" = "error"
notes = "off"
[[override]]
paths = ["telegrams/*.obl"]
kinds = ["telegram"]
rules = { "source/missing" = "hint" }
[[witness]]
siglum = "A"
name = "the fair copy"
[brackets]
illegible = ["unlesbar"]
[fields]
present = ["Anwesend"]
"#,
        );
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(config.style.label, Some(crate::config::LabelForm::Underlined));
        let levels = |path: &str, kind| -> Vec<String> {
            let levels = config.levels_for(Path::new(path), kind);
            levels.map(|(name, level)| format!("{name}={level}")).collect()
        };
        assert_eq!(levels("a.obl", None), ["brackets/unclosed=error", "notes=off"]);
        assert_eq!(
            levels("telegrams/a.obl", Some("telegram")),
            ["brackets/unclosed=error", "notes=off", "source/missing=hint"]
        );
        assert_eq!(levels("telegrams/a.obl", Some("letter")).len(), 2);
        assert!(matches!(config.order, Order::Listed(list) if list.len() == 2));
    }

    #[test]
    fn what_is_wrong_is_shown_in_its_place() {
        problems(
            r#"titel = "Talks"
languages = 3
order = "size"
profile = "lieden"
[style]
label = "bold"
qoutes = "double"
[rules]
"brackets/unclosed" = "fatal"
[[witness]]
name = "nameless"
[brackets]
ilegible = ["damp"]
"#,
            &expect![[r"
                edition.toml:1:1: unknown key `titel`; did you mean `title`?
                edition.toml:2:13: `languages` must be a list of strings, not a number
                edition.toml:3:9: `order` cannot be `size`; it is `date` or `listed`
                edition.toml:4:11: `profile` cannot be `lieden`; it is one of `documentary`, `frus`, `leiden`
                edition.toml:6:9: `label` cannot be `bold`; it is one of `plain`, `underlined`
                edition.toml:7:1: unknown key `qoutes`; did you mean `quotes`?
                edition.toml:9:23: `brackets/unclosed` cannot be `fatal`; it is one of `off`, `hint`, `info`, `warning`, `error`
                edition.toml:10:1: this witness has no `siglum`
                edition.toml:13:1: unknown key `ilegible`; did you mean `illegible`?
            "]],
        );
    }

    #[test]
    fn a_broken_line_does_not_hide_the_rest() {
        let text = "title = \"Talks\nlanguages = [\"en\"]\n";
        let (config, problems) = Config::read(Path::new("edition.toml"), text);
        assert_eq!(config.languages.len(), 1);
        assert_eq!(problems.len(), 1);
        assert!(problems[0].to_string().starts_with("edition.toml:1:"), "{}", problems[0]);
    }
}
