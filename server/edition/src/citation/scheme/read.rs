//! Reading a scheme from TOML.

use super::{Example, LevelRule, LocatorRule, Scheme, Shape, ValueRule};
use crate::citation::{KnownRepository, LocatorKind};
use crate::toml_file::{Table, TomlFile, Word};

impl Scheme {
    /// Takes a scheme apart. `None` where nothing in it can be used.
    pub(crate) fn take<'t>(file: &mut TomlFile<'t>, mut table: Table<'_, 't>) -> Option<Self> {
        let mut scheme = Self {
            name: one(table.word(file, "name")),
            separator: one(table.word(file, "separator")),
            named: table.words(file, "named").into_iter().map(|word| word.text).collect(),
            last: table.word(file, "last").map(|word| word.text),
            closing: table.word(file, "closing").map(|word| word.text),
            unnamed: table.flag(file, "unnamed").unwrap_or_default(),
            numbered: table.words(file, "numbered").into_iter().map(|word| word.text).collect(),
            containers: many(table.words(file, "containers")),
            ..Self::default()
        };
        for level in table.tables(file, "level") {
            scheme.levels.extend(level_rule(file, level));
        }
        for locator in table.tables(file, "locator") {
            scheme.locators.extend(locator_rule(file, locator));
        }
        for one in table.tables(file, "shape") {
            scheme.shapes.extend(shape(file, one));
        }
        for one in table.tables(file, "repository") {
            scheme.repositories.extend(repository(file, one));
        }
        for one in table.tables(file, "example") {
            scheme.examples.push(example(file, one));
        }
        let span = table.span;
        table.finish(file);
        if scheme.separator.is_empty() {
            scheme.separator = ", ".into();
        }
        if scheme.levels.is_empty() && scheme.shapes.is_empty() {
            file.missing(span, "scheme", "level");
            return None;
        }
        scheme.enter_labels();
        Some(scheme)
    }
}

fn one(word: Option<Word>) -> Box<str> {
    word.map(|word| Box::from(&*word.text)).unwrap_or_default()
}

fn many(words: Vec<Word>) -> Vec<Box<str>> {
    words.into_iter().map(|word| Box::from(&*word.text)).collect()
}

fn level_rule<'t>(file: &mut TomlFile<'t>, mut table: Table<'_, 't>) -> Option<LevelRule> {
    let key = table.needed(file, "level", "key");
    let names = table.table(file, "names");
    let names = names.map(|names| {
        let entries = names.entries().into_iter();
        let read = entries.filter_map(|(language, value)| {
            let name = file.word(&language.text, value)?;
            Some((Box::from(&*language.text), Box::from(&*name.text)))
        });
        read.collect()
    });
    let value = match table.word(file, "value") {
        None => ValueRule::Number,
        Some(word) => match &*word.text {
            "number" => ValueRule::Number,
            "numbers" => ValueRule::Numbers,
            "phrase" => ValueRule::Phrase,
            _ => {
                file.bad_value("value", &word, "it is one of `number`, `numbers`, `phrase`");
                ValueRule::Number
            }
        },
    };
    let level = LevelRule {
        key: key?.text,
        names: names.unwrap_or_default(),
        labels: many(table.words(file, "labels")),
        value,
        required: table.flag(file, "required").unwrap_or_default(),
        tail: table.word(file, "tail").map(|word| word.text),
        anywhere: table.flag(file, "anywhere").unwrap_or_default(),
    };
    table.finish(file);
    Some(level)
}

fn locator_rule<'t>(file: &mut TomlFile<'t>, mut table: Table<'_, 't>) -> Option<LocatorRule> {
    let word = table.needed(file, "locator", "kind");
    let labels = many(table.words(file, "labels"));
    let plural = many(table.words(file, "plural"));
    let bare = table.flag(file, "bare").unwrap_or_default();
    table.finish(file);
    let word = word?;
    let kind = LocatorKind::named(&word.text);
    if kind.is_none() {
        let names: Vec<_> = LocatorKind::ALL.map(LocatorKind::name).into();
        file.bad_value("kind", &word, format!("it is one of {}", names.join(", ")));
    }
    Some(LocatorRule { kind: kind?, labels, plural, bare })
}

fn shape<'t>(file: &mut TomlFile<'t>, mut table: Table<'_, 't>) -> Option<Shape> {
    let pattern = table.needed(file, "shape", "pattern");
    let first = many(table.words(file, "first"));
    let alone = table.flag(file, "alone").unwrap_or_default();
    let dated = table.flag(file, "dated").unwrap_or_default();
    table.finish(file);
    let pattern = pattern?;
    match Shape::new(&pattern.text) {
        Ok(shape) => Some(Shape { first, alone, dated, ..shape }),
        Err(message) => {
            file.bad_value("pattern", &pattern, message);
            None
        }
    }
}

fn repository<'t>(file: &mut TomlFile<'t>, mut table: Table<'_, 't>) -> Option<KnownRepository> {
    let siglum = table.needed(file, "repository", "siglum");
    let repository = KnownRepository {
        siglum: siglum?.text,
        sigla: many(table.words(file, "sigla")),
        names: many(table.words(file, "names")),
        place: table.word(file, "place").map(|word| Box::from(&*word.text)),
        attested: table.flag(file, "attested").unwrap_or_default(),
    };
    table.finish(file);
    Some(repository)
}

fn example<'t>(file: &mut TomlFile<'t>, mut table: Table<'_, 't>) -> Example {
    let text = table.needed(file, "example", "text");
    let reads = table.needed(file, "example", "reads");
    let attested = table.flag(file, "attested").unwrap_or_default();
    table.finish(file);
    Example { text: one(text), reads: one(reads), attested }
}
