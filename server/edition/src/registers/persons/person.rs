//! A person.

use std::borrow::Cow;

use obelus_text::Span;

use super::PersonKey;
use crate::toml_file::Word;

/// The forms of a name in one system of romanisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SystemVariants {
    /// The system: `pinyin`, `wade-giles`.
    pub system: Word,
    /// The forms.
    pub forms: Vec<Word>,
}

/// An office, and when the person held it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Office {
    /// What it is called.
    pub title: Word,
    /// Its first date.
    pub from: Option<Word>,
    /// Its last date.
    pub to: Option<Word>,
}

/// Identifiers in authority files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Authority {
    /// Virtual International Authority File.
    pub viaf: Option<Word>,
    /// Gemeinsame Normdatei.
    pub gnd: Option<Word>,
    /// Wikidata.
    pub wikidata: Option<Word>,
}

/// What a form of a name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The name as registers sort it: `Stalin, Iosif Vissarionovich`.
    Sorted,
    /// The same in natural order.
    Natural,
    /// The part before the comma.
    Surname,
    /// The name as the edition shows it.
    Display,
    /// A declared variant.
    Variant,
    /// The name with which turns open.
    Label,
    /// An assumed name.
    Pseudonym,
}

/// A person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The key.
    pub key: PersonKey,
    /// Where the key stands in `persons.toml`.
    pub key_span: Span,
    /// The whole entry in `persons.toml`.
    pub span: Span,
    /// The name in sort form.
    pub name: Word,
    /// The name as the edition shows it.
    pub display: Option<Word>,
    /// Other forms.
    pub variants: Vec<Word>,
    /// Other forms by system of romanisation.
    pub variants_by_system: Vec<SystemVariants>,
    /// The names with which turns open.
    pub labels: Vec<Word>,
    /// Titles of address that stand before the name.
    pub honorifics: Vec<Word>,
    /// Assumed names.
    pub pseudonyms: Vec<Word>,
    /// Offices.
    pub offices: Vec<Office>,
    /// Identifiers in authority files.
    pub authority: Authority,
    /// What else is worth knowing.
    pub note: Option<Word>,
}

impl Person {
    /// The name as readers see it: the display form, else the sort form in natural order.
    pub fn shown(&self) -> Cow<'_, str> {
        match &self.display {
            Some(display) => Cow::Borrowed(&*display.text),
            None => natural(&self.name.text),
        }
    }

    /// All forms of the name, with what they are. With honorifics too, where the person has any.
    pub fn forms(&self) -> impl Iterator<Item = (Form, Cow<'_, str>)> {
        fn as_it_is(form: Form, word: &Word) -> (Form, Cow<'_, str>) {
            (form, Cow::Borrowed(&*word.text))
        }
        let name = &*self.name.text;
        let surname = name.split_once(',').map(|(surname, _)| surname.trim());
        let sorted = [(Form::Sorted, Cow::Borrowed(name)), (Form::Natural, natural(name))];
        let systems = self.variants_by_system.iter().flat_map(|system| &system.forms);
        sorted
            .into_iter()
            .chain(surname.map(|surname| (Form::Surname, Cow::Borrowed(surname))))
            .chain(self.display.iter().map(|word| as_it_is(Form::Display, word)))
            .chain(self.variants.iter().chain(systems).map(|word| as_it_is(Form::Variant, word)))
            .chain(self.labels.iter().map(|word| as_it_is(Form::Label, word)))
            .chain(self.pseudonyms.iter().map(|word| as_it_is(Form::Pseudonym, word)))
    }

    /// The label with which the person's turns open: the first declared one, else the surname.
    pub fn label(&self) -> &str {
        let declared = self.labels.first().map(|label| &*label.text);
        let name = &*self.name.text;
        declared.unwrap_or_else(|| name.split_once(',').map_or(name, |(surname, _)| surname.trim()))
    }
}

/// `Stalin, Iosif` as `Iosif Stalin`; a name without a comma is in natural order already.
fn natural(sorted: &str) -> Cow<'_, str> {
    match sorted.split_once(',') {
        Some((surname, given)) => Cow::Owned(format!("{} {}", given.trim(), surname.trim())),
        None => Cow::Borrowed(sorted),
    }
}
