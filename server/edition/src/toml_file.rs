//! Reading TOML with the place of every key and value, so that what is wrong can be shown there and
//! all else is still read.

use std::path::Path;
use std::sync::Arc;

use obelus_text::Span;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::problem::{FilePlace, Problem, nearest};

/// A TOML file that is being read.
#[derive(Debug)]
pub(crate) struct TomlFile<'t> {
    path: &'t Arc<Path>,
    text: &'t str,
    /// What is wrong with it, so far.
    pub problems: Vec<Problem>,
}

/// A value with its place.
pub(crate) type Value<'a, 't> = &'a Spanned<DeValue<'t>>;

/// A table that is being read; what is never asked for is unknown.
#[derive(Debug)]
pub(crate) struct Table<'a, 't> {
    keys: &'a DeTable<'t>,
    /// The whole table.
    pub span: Span,
    asked: Vec<&'static str>,
}

/// A string with its place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Word {
    /// The string.
    pub text: Arc<str>,
    /// Its place in the file, quotation marks included.
    pub span: Span,
}

impl<'t> TomlFile<'t> {
    /// Takes apart `text`, which came from `path`, and hands its root to `read`. Answers what is wrong.
    pub(crate) fn read(
        path: &'t Arc<Path>,
        text: &'t str,
        read: impl FnOnce(&mut Self, Table<'_, 't>),
    ) -> Vec<Problem> {
        let (root, errors) = DeTable::parse_recoverable(text);
        let mut file = Self { path, text, problems: Vec::new() };
        for error in errors {
            let span = Span::from_usize(error.span().unwrap_or_default());
            let place = file.place(span);
            let message = error.message().replace('\n', "; ");
            file.problems.push(Problem::Syntax { place, message });
        }
        let span = Span::from_usize(root.span());
        read(&mut file, Table { keys: root.get_ref(), span, asked: Vec::new() });
        let mut problems = file.problems;
        problems.sort_by_key(|problem| problem.place().map(|place| place.span));
        problems
    }

    /// The place of `span`.
    pub(crate) fn place(&self, span: Span) -> FilePlace {
        FilePlace::new(self.path, self.text, span)
    }

    fn wrong(&mut self, key: &str, value: Value<'_, 't>, expected: &'static str) {
        let found = match value.get_ref() {
            DeValue::String(_) => "a string",
            DeValue::Integer(_) => "a number",
            DeValue::Float(_) => "a decimal number",
            DeValue::Boolean(_) => "true or false",
            DeValue::Datetime(_) => "a date",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        };
        let place = self.place(Span::from_usize(value.span()));
        self.problems.push(Problem::WrongKind { place, key: key.to_owned(), expected, found });
    }

    /// Says that `word` is not allowed under `key`.
    pub(crate) fn bad_value(&mut self, key: &str, word: &Word, expected: impl Into<String>) {
        self.problems.push(Problem::BadValue {
            place: self.place(word.span),
            key: key.to_owned(),
            value: word.text.to_string(),
            expected: expected.into(),
        });
    }

    /// Says that a table has no `key`.
    pub(crate) fn missing(&mut self, span: Span, table: &'static str, key: &'static str) {
        let place = self.place(span);
        self.problems.push(Problem::MissingKey { place, table, key });
    }

    /// `value` as a string.
    pub(crate) fn word(&mut self, key: &str, value: Value<'_, 't>) -> Option<Word> {
        let span = Span::from_usize(value.span());
        match value.get_ref() {
            DeValue::String(text) => Some(Word { text: text.as_ref().into(), span }),
            // Dates and numbers as keys and identifiers are often left without quotation marks.
            DeValue::Datetime(date) => Some(Word { text: date.to_string().into(), span }),
            DeValue::Integer(number) => Some(Word { text: number.to_string().into(), span }),
            _ => {
                self.wrong(key, value, "a string");
                None
            }
        }
    }

    /// `value` as a list of strings; a single string is a list of one.
    pub(crate) fn words(&mut self, key: &str, value: Value<'_, 't>) -> Vec<Word> {
        match value.get_ref() {
            DeValue::Array(items) => items.iter().filter_map(|item| self.word(key, item)).collect(),
            DeValue::String(_) => self.word(key, value).into_iter().collect(),
            _ => {
                self.wrong(key, value, "a list of strings");
                Vec::new()
            }
        }
    }

    /// `value` as a table.
    pub(crate) fn table<'a>(&mut self, key: &str, value: Value<'a, 't>) -> Option<Table<'a, 't>> {
        let span = Span::from_usize(value.span());
        if let DeValue::Table(table) = value.get_ref() {
            return Some(Table { keys: table, span, asked: Vec::new() });
        }
        self.wrong(key, value, "a table");
        None
    }
}

impl<'a, 't> Table<'a, 't> {
    /// The value of `key`.
    pub(crate) fn get(&mut self, key: &'static str) -> Option<Value<'a, 't>> {
        self.asked.push(key);
        self.keys.get(key)
    }

    /// The string under `key`.
    pub(crate) fn word(&mut self, file: &mut TomlFile<'t>, key: &'static str) -> Option<Word> {
        let value = self.get(key)?;
        file.word(key, value)
    }

    /// The string under `key`, which must be there.
    pub(crate) fn needed(
        &mut self,
        file: &mut TomlFile<'t>,
        table: &'static str,
        key: &'static str,
    ) -> Option<Word> {
        if self.keys.get(key).is_none() {
            self.asked.push(key);
            file.missing(self.span, table, key);
            return None;
        }
        self.word(file, key)
    }

    /// The strings under `key`.
    pub(crate) fn words(&mut self, file: &mut TomlFile<'t>, key: &'static str) -> Vec<Word> {
        self.get(key).map(|value| file.words(key, value)).unwrap_or_default()
    }

    /// `true` or `false` under `key`.
    pub(crate) fn flag(&mut self, file: &mut TomlFile<'t>, key: &'static str) -> Option<bool> {
        let value = self.get(key)?;
        if let DeValue::Boolean(flag) = value.get_ref() {
            return Some(*flag);
        }
        file.wrong(key, value, "true or false");
        None
    }

    /// The table under `key`.
    pub(crate) fn table(&mut self, file: &mut TomlFile<'t>, key: &'static str) -> Option<Self> {
        let value = self.get(key)?;
        file.table(key, value)
    }

    /// The tables under `key`, written `[[key]]`; a single `[key]` is a list of one.
    pub(crate) fn tables(&mut self, file: &mut TomlFile<'t>, key: &'static str) -> Vec<Self> {
        let Some(value) = self.get(key) else { return Vec::new() };
        match value.get_ref() {
            DeValue::Array(items) => {
                items.iter().filter_map(|item| file.table(key, item)).collect()
            }
            _ => file.table(key, value).into_iter().collect(),
        }
    }

    /// All entries of a table whose keys are free, in the order in which they stand.
    pub(crate) fn entries(&self) -> Vec<(Word, Value<'a, 't>)> {
        let entries = self.keys.iter().map(|(key, value)| {
            let span = Span::from_usize(key.span());
            (Word { text: key.get_ref().as_ref().into(), span }, value)
        });
        let mut entries: Vec<_> = entries.collect();
        entries.sort_by_key(|(key, _)| key.span);
        entries
    }

    /// Reports every key that was never asked for.
    pub(crate) fn finish(self, file: &mut TomlFile<'t>) {
        for (key, _) in self.entries() {
            if !self.asked.contains(&&*key.text) {
                let near = nearest(&key.text, self.asked.iter().copied());
                file.problems.push(Problem::UnknownKey {
                    place: file.place(key.span),
                    key: key.text.to_string(),
                    nearest: near.map(str::to_owned),
                });
            }
        }
    }
}
