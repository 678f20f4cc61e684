//! The language of a text, as far as the import needs it.

use std::collections::HashMap;

use super::words::words;

/// A language that the import knows by its small words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) enum Language {
    /// English.
    English,
    /// German.
    German,
    /// French.
    French,
    /// Russian.
    Russian,
    /// Italian.
    Italian,
    /// Spanish.
    Spanish,
    /// None of these, or too little text to tell.
    #[default]
    Other,
}

const SMALL_WORDS: [(Language, &[&str]); 6] = [
    (Language::English, &["the", "of", "and", "that", "to", "with", "for", "was", "is", "by"]),
    (Language::German, &["der", "die", "das", "und", "nicht", "daß", "dass", "mit", "von", "zu"]),
    (Language::French, &["le", "les", "des", "et", "que", "dans", "est", "une", "du", "pour"]),
    (Language::Russian, &["и", "в", "на", "что", "не", "с", "по", "к", "из", "как"]),
    (Language::Italian, &["il", "che", "di", "della", "per", "non", "con", "gli", "una", "del"]),
    (Language::Spanish, &["el", "los", "que", "las", "del", "por", "con", "una", "para", "se"]),
];

/// Enough of a text to tell its language.
const SAMPLE: usize = 20_000;

impl Language {
    /// The language of `text`, by its small words.
    pub(crate) fn of(text: &str) -> Self {
        let mut counts: HashMap<Self, usize> = HashMap::new();
        for (_, word) in words(text).take(SAMPLE) {
            for (language, small) in SMALL_WORDS {
                if small.contains(&word) {
                    *counts.entry(language).or_default() += 1;
                }
            }
        }
        SMALL_WORDS
            .iter()
            .map(|(language, _)| (counts.get(language).copied().unwrap_or_default(), *language))
            .rev()
            .max_by_key(|(count, _)| *count)
            .filter(|(count, _)| *count >= 3)
            .map_or(Self::Other, |(_, language)| language)
    }

    /// Its tag (BCP 47).
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
            Self::French => "fr",
            Self::Russian => "ru",
            Self::Italian => "it",
            Self::Spanish => "es",
            Self::Other => "und",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_words_tell() {
        assert_eq!(Language::of("The price of wheat and that of coal").tag(), "en");
        assert_eq!(
            Language::of("Der Minister und die Gesandten sind nicht mit von der Partie").tag(),
            "de"
        );
        assert_eq!(Language::of("Посол и министр говорят, что не в силах").tag(), "ru");
        assert_eq!(Language::of("xyzzy").tag(), "und");
    }
}
