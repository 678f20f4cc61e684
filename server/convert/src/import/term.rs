//! The register of terms: abbreviations that the text explains.

use std::collections::BTreeMap;

use super::passage::Passage;

/// An explanation longer than this is a remark.
const LONGEST: usize = 120;

/// The abbreviations that are explained in brackets, with their explanations and how often each is given:
/// `CC CPC [Central Committee …]`, `People's Liberation Army (PLA)`.
#[derive(Clone, Debug, Default)]
pub(crate) struct Terms {
    /// By abbreviation, then by explanation.
    pub(crate) abbreviations: BTreeMap<String, BTreeMap<String, usize>>,
}

impl Terms {
    /// Looks through `passage`.
    pub(crate) fn learn(&mut self, passage: &Passage) {
        let text = passage.text();
        for (at, sign) in text.match_indices(['[', '(']) {
            let close = if sign == "[" { ']' } else { ')' };
            let inside = &text[at + 1..];
            let window =
                inside.char_indices().map(|(at, _)| at).take(LONGEST).last().unwrap_or_default();
            let Some(length) =
                inside[..window].find(close).or_else(|| inside[..].starts_with(close).then_some(0))
            else {
                continue;
            };
            let inside = inside[..length].split_whitespace().collect::<Vec<_>>().join(" ");
            let before = &text[..at];
            if let Some(short) =
                abbreviation_before(before).filter(|short| stands_for(short, &inside))
            {
                self.add(short, inside.split([';', ',']).next().unwrap_or_default());
            } else if is_abbreviation(&inside)
                && let Some(long) = words_for(&inside, before)
            {
                self.add(&inside, &long);
            }
        }
    }

    fn add(&mut self, short: &str, long: &str) {
        *self
            .abbreviations
            .entry(short.to_owned())
            .or_default()
            .entry(long.trim().to_owned())
            .or_default() += 1;
    }
}

/// The letters that an explanation must begin its words with.
fn initials(short: &str) -> Vec<char> {
    short.chars().filter(|c| c.is_uppercase()).flat_map(char::to_lowercase).collect()
}

/// Whether `word` is an abbreviation of capitals: `PLA`, `KChZhD`, `VKP(b)`.
fn is_abbreviation(word: &str) -> bool {
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    (2..=12).contains(&word.chars().count())
        && capitals >= 2
        && word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '&' | '-'))
}

/// The abbreviation, of one word or several, at the end of `before`.
fn abbreviation_before(before: &str) -> Option<&str> {
    let trimmed = before.trim_end_matches(' ');
    if trimmed.len() == before.len() {
        return None;
    }
    let mut start = trimmed.len();
    loop {
        let from = trimmed[..start].trim_end_matches(' ');
        let word_start = from
            .char_indices()
            .rev()
            .take(20)
            .find(|(_, c)| c.is_whitespace())
            .map_or(0, |(at, c)| at + c.len_utf8());
        let word = &from[word_start..];
        let bare: String = word.chars().filter(|c| !matches!(c, '(' | ')' | '/')).collect();
        if !is_abbreviation(&bare) || word.len() > 20 {
            break;
        }
        start = word_start;
        if word_start == 0 {
            break;
        }
    }
    let short = &trimmed[start..];
    (!short.is_empty()).then_some(short)
}

/// Whether `long` explains `short`: several words, of which the first begins with the letter of one of the
/// capitals, or most do.
fn stands_for(short: &str, long: &str) -> bool {
    let letters = initials(short);
    let words: Vec<&str> = long.split_whitespace().collect();
    let fitting = words
        .iter()
        .filter_map(|word| word.chars().next())
        .filter(|c| letters.contains(&c.to_lowercase().next().unwrap_or(*c)))
        .count();
    words.len() >= 2
        && long.chars().next().is_some_and(char::is_uppercase)
        && fitting * 2 >= words.len()
        && fitting >= 2
}

/// The words at the end of `before` whose letters are those of `short`.
fn words_for(short: &str, before: &str) -> Option<String> {
    let letters = initials(short);
    let from = before.char_indices().rev().map(|(at, _)| at).take(LONGEST).last()?;
    let words: Vec<&str> = before[from..].split_whitespace().collect();
    let mut taken = 0;
    let mut left = letters.as_slice();
    for word in words.iter().rev() {
        let (Some(last), Some(first)) = (left.last(), word.chars().find(|c| c.is_alphabetic()))
        else {
            break;
        };
        taken += 1;
        if first.to_lowercase().next() == Some(*last) && first.is_uppercase() {
            left = &left[..left.len() - 1];
        } else if first.is_uppercase() || taken > letters.len() * 2 {
            return None;
        }
    }
    (left.is_empty() && letters.len() >= 2).then(|| words[words.len() - taken..].join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn learn(text: &str) -> String {
        let mut passage = Passage::default();
        passage.push_source(text, 0..text.len());
        let mut terms = Terms::default();
        terms.learn(&passage);
        format!("{:?}", terms.abbreviations)
    }

    #[test]
    fn explained_before_and_after() {
        assert_eq!(
            learn("The CC RMW [Central Committee of the Riga Mill Workers] met."),
            r#"{"CC RMW": {"Central Committee of the Riga Mill Workers": 1}}"#
        );
        assert_eq!(
            learn("Here the Riga Mill Workers (RMW) met."),
            r#"{"RMW": {"Riga Mill Workers": 1}}"#
        );
    }

    #[test]
    fn other_brackets_are_none() {
        assert_eq!(
            learn("Formosa [Taiwan], [Deputy chief] Su, (See the RMW), NATO [he] and Iron (OLD)."),
            "{}"
        );
    }
}
