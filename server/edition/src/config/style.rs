//! House style.

use super::Word;

/// How the names of speakers are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelForm {
    /// `Stalin: …`
    Plain,
    /// `_Stalin_: …`
    Underlined,
}

/// What follows the name of a speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelDelimiter {
    /// `Stalin: …`
    Colon,
    /// `_Stalin_. …`
    Point,
}

/// How dates are written in the edition's own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateForm {
    /// `16 December 1949`
    DayMonthYear,
    /// `December 16, 1949`
    MonthDayYear,
    /// `1949-12-16`
    Iso,
}

/// Which quotation marks the edition uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quotes {
    /// `“…”` or `"…"`
    Double,
    /// `‘…’` or `'…'`
    Single,
    /// `«…»`
    Guillemets,
    /// `„…“`
    Low,
}

/// House style; what is not said is inferred from the documents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// How the names of speakers are set.
    pub label: Option<LabelForm>,
    /// What follows them.
    pub label_delimiter: Option<LabelDelimiter>,
    /// How dates are written.
    pub date: Option<DateForm>,
    /// Which quotation marks are used.
    pub quotes: Option<Quotes>,
    /// The system of romanisation that names follow: a key of `variants-by-system` in
    /// `persons.toml`, such as `pinyin`.
    pub romanisation: Option<Word>,
}

/// A key of house style whose value is one of a few words.
pub(super) trait Choice: Sized + Copy + 'static {
    /// The words, as `edition.toml` writes them.
    const WORDS: &'static [(&'static str, Self)];
}

impl Choice for LabelForm {
    const WORDS: &'static [(&'static str, Self)] =
        &[("plain", Self::Plain), ("underlined", Self::Underlined)];
}

impl Choice for LabelDelimiter {
    const WORDS: &'static [(&'static str, Self)] =
        &[("colon", Self::Colon), ("point", Self::Point)];
}

impl Choice for DateForm {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("day-month-year", Self::DayMonthYear),
        ("month-day-year", Self::MonthDayYear),
        ("iso", Self::Iso),
    ];
}

impl Choice for Quotes {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("double", Self::Double),
        ("single", Self::Single),
        ("guillemets", Self::Guillemets),
        ("low", Self::Low),
    ];
}
