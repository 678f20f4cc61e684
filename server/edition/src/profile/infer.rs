//! The class of a bracket, inferred from its words and what stands around it.

use obelus_syntax::view::Sign;

use super::{Class, Profile};
use crate::registers::{Persons, Terms};

/// How sure an inference is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// A guess: nothing else applied.
    Guess,
    /// Likely from the words or their surroundings.
    Likely,
    /// Said by a sign, the profile or a register.
    Sure,
}

/// The class of a bracket, and how sure that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Inference {
    /// The class.
    pub class: Class,
    /// How sure it is.
    pub certainty: Certainty,
}

/// A bracket and what stands around it.
#[derive(Clone, Copy, Debug)]
pub struct BracketContext<'a> {
    /// Its words, without brackets and sign.
    pub words: &'a str,
    /// Its explicit sign.
    pub sign: Option<Sign>,
    /// What stands before it in its block.
    pub before: &'a str,
    /// What stands after it in its block.
    pub after: &'a str,
    /// Whether it stands inside another bracket.
    pub nested: bool,
}

/// Words without which a sentence lacks a pronoun, an article, an auxiliary or a preposition. English
/// and the languages most often edited beside it.
const FUNCTION_WORDS: &[&str] = &[
    "a", "an", "the", "he", "she", "it", "they", "we", "i", "you", "him", "her", "them", "us",
    "me", "his", "its", "their", "our", "your", "my", "this", "that", "these", "those", "who",
    "which", "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "do", "does",
    "did", "will", "would", "shall", "should", "may", "might", "can", "could", "must", "of", "to",
    "in", "on", "at", "by", "for", "from", "with", "and", "or", "but", "not", "as", "if", "than",
    "then", "so", "there", "also", "only", "own", "up", "out", "about", "into", "der", "die",
    "das", "ein", "eine", "er", "sie", "es", "wir", "ist", "sind", "war", "hat", "und", "zu",
    "von", "le", "la", "les", "un", "une", "il", "elle", "nous", "est", "sont", "a", "et", "de",
    "du", "он", "она", "они", "мы", "это", "и", "в", "на", "с", "не", "что", "было", "был", "были",
];

/// Words for offices and relations, by which a person is identified before or after the name.
const OFFICE_WORDS: &[&str] = &[
    "minister",
    "ambassador",
    "chairman",
    "premier",
    "president",
    "secretary",
    "director",
    "commander",
    "chief",
    "marshal",
    "general",
    "leader",
    "translator",
    "interpreter",
    "member",
    "deputy",
    "vice",
    "foreign",
    "head",
    "adviser",
    "advisor",
    "representative",
    "consul",
    "envoy",
    "commissioner",
    "governor",
    "king",
    "queen",
    "prime",
    "counselor",
    "counsellor",
    "attaché",
    "officer",
    "editor",
    "speaker",
    "delegate",
];

/// Infers the class of a bracket. The order is that of the markup's page: explicit sign; the profile's
/// vocabulary; completing a word; explaining an abbreviation; identifying a person; another name; a word
/// supplied; else what the profile says.
pub fn infer(
    context: &BracketContext<'_>,
    profile: &Profile,
    persons: &Persons,
    terms: &Terms,
) -> Inference {
    let sure = |class| Inference { class, certainty: Certainty::Sure };
    let likely = |class| Inference { class, certainty: Certainty::Likely };
    if let Some(class) = of_sign(context.sign) {
        return sure(class);
    }
    if let Some(class) = profile.vocabulary(context.words) {
        return sure(class);
    }
    if context.words.ends_with('?') && !context.words.contains(' ') {
        return likely(Class::Doubt);
    }
    if touches_word(context) {
        return sure(Class::Expansion);
    }
    if let Some(certainty) = explains_acronym(context, terms) {
        return Inference { class: Class::AcronymExpansion, certainty };
    }
    if is_registered_gloss(context, terms) {
        return sure(Class::Gloss);
    }
    if let Some(certainty) = identifies(context, persons) {
        return Inference { class: Class::Identification, certainty };
    }
    if is_supplied(context.words) {
        return likely(Class::Supplied);
    }
    if let Some(class) = other_name(context) {
        return likely(class);
    }
    Inference { class: profile.otherwise, certainty: Certainty::Guess }
}

fn of_sign(sign: Option<Sign>) -> Option<Class> {
    Some(match sign? {
        Sign::Explanation => Class::Gloss,
        Sign::Supplied => Class::Supplied,
        Sign::Doubtful => Class::Doubt,
        Sign::Remark => Class::Remark,
        Sign::Sic => Class::Sic,
    })
}

/// `comr[ade]`, `[re]turn`: letters on one side without a space.
fn touches_word(context: &BracketContext<'_>) -> bool {
    let letters = context.words.chars().all(|char| char.is_alphabetic() || char == '\'');
    let before = context.before.chars().next_back().is_some_and(char::is_alphabetic);
    let after = context.after.chars().next().is_some_and(char::is_alphabetic);
    letters && (before || after)
}

/// `CC CPC [Central Committee of the Communist Party of China]`: the capitals before are those of the
/// words, or the register knows the abbreviation.
fn explains_acronym(context: &BracketContext<'_>, terms: &Terms) -> Option<Certainty> {
    let before: Vec<&str> = context.before.split_whitespace().rev().take(3).collect();
    let last = before.first()?.trim_matches(|char: char| !char.is_alphanumeric());
    let known = |short: &str| {
        let entry = terms.abbreviation(short);
        entry.is_some_and(|entry| entry.long.iter().any(|long| context.words.contains(&*long.text)))
    };
    if known(last) {
        return Some(Certainty::Sure);
    }
    let acronyms: Vec<&str> = before.iter().copied().take_while(|word| is_acronym(word)).collect();
    if acronyms.is_empty() {
        // The other way round: `People's Liberation Army [PLA]`.
        let initials = initials(context.before);
        let turned = is_acronym(context.words) && initials.ends_with(&capitals(context.words));
        return turned.then_some(Certainty::Sure);
    }
    let initials = initials(context.words);
    for count in (1..=acronyms.len()).rev() {
        let letters: String = acronyms[..count].iter().rev().map(|word| capitals(word)).collect();
        if matches_initials(&letters, &initials) {
            return Some(Certainty::Sure);
        }
    }
    let several = context.words.split_whitespace().count() >= 2;
    let capital = context.words.chars().next().is_some_and(char::is_uppercase);
    (several && capital).then_some(Certainty::Likely)
}

fn is_acronym(word: &str) -> bool {
    let upper = word.chars().filter(|char| char.is_uppercase()).count();
    upper >= 2 && word.chars().all(|char| char.is_alphanumeric() || "/()&.-".contains(char))
}

fn capitals(word: &str) -> String {
    word.chars().filter(|char| char.is_uppercase()).collect()
}

fn initials(words: &str) -> String {
    words
        .split(|char: char| !char.is_alphanumeric() && char != '\'' && char != '’')
        .filter_map(|word| word.chars().next())
        .filter(|char| char.is_uppercase())
        .collect()
}

/// Whether at least two thirds of the letters stand among the initials, in order: an acronym of another
/// language shares only some of them.
fn matches_initials(letters: &str, initials: &str) -> bool {
    let mut rest = initials.chars();
    let same = letters.chars().filter(|letter| rest.any(|initial| initial == *letter)).count();
    !letters.is_empty() && same * 3 >= letters.chars().count() * 2
}

fn is_registered_gloss(context: &BracketContext<'_>, terms: &Terms) -> bool {
    let before = context.before.trim_end();
    let glossed = terms
        .glosses
        .iter()
        .any(|entry| before.ends_with(&*entry.term.text) && context.words == &*entry.gloss.text);
    let place = terms.places.iter().any(|place| {
        let names = || std::iter::once(&place.name).chain(&place.variants);
        names().any(|name| before.ends_with(&*name.text))
            && context
                .words
                .split([';', ','])
                .any(|word| names().any(|name| *name.text == *word.trim()))
    });
    glossed || place
}

/// `Filippov [Stalin]`; `[PRC Ambassador to the USSR] Wang Jiaxiang`.
fn identifies(context: &BracketContext<'_>, persons: &Persons) -> Option<Certainty> {
    if !persons.by_form(context.words).is_empty() {
        return Some(Certainty::Sure);
    }
    let next = context.after.split_whitespace().next().unwrap_or_default();
    let name_follows = next.chars().next().is_some_and(char::is_uppercase);
    let previous = context.before.split_whitespace().next_back().unwrap_or_default();
    let previous = previous.trim_start_matches(|char: char| !char.is_alphanumeric());
    let name_before = previous.chars().next().is_some_and(char::is_uppercase)
        && previous.chars().any(char::is_lowercase);
    let mut words = context.words.split(|char: char| !char.is_alphanumeric());
    let office = words.any(|word| OFFICE_WORDS.contains(&word.to_lowercase().as_str()));
    (office && (name_follows || name_before)).then_some(Certainty::Likely)
}

fn is_supplied(words: &str) -> bool {
    let list: Vec<String> = words.split_whitespace().map(str::to_lowercase).collect();
    let function = |word: &String| FUNCTION_WORDS.contains(&word.as_str());
    match list.len() {
        0 => false,
        1..=3 => list.iter().any(function),
        _ => function(&list[0]) && words.chars().next().is_some_and(char::is_lowercase),
    }
}

/// `Formosa [Taiwan]`, `Dalny [Dairen; Dalian]`, `wolfram [tungsten]`, `unequal [nespravedlivii]`.
fn other_name(context: &BracketContext<'_>) -> Option<Class> {
    let before = context.before.trim_end();
    if before.len() == context.before.len() && !before.is_empty() {
        return None;
    }
    let last = before.split_whitespace().next_back()?;
    let named = last.chars().next().is_some_and(char::is_uppercase);
    let count = context.words.split_whitespace().count();
    let capital = context.words.chars().next().is_some_and(char::is_uppercase);
    let word = last.chars().next_back().is_some_and(char::is_alphanumeric);
    if !word || count > 4 {
        return None;
    }
    (named == capital || (capital && count <= 3)).then_some(Class::Gloss)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    fn class(text: &str) -> &'static str {
        let open = text.find('[').unwrap();
        let close = text.rfind(']').unwrap();
        let context = BracketContext {
            words: &text[open + 1..close],
            sign: None,
            before: &text[..open],
            after: &text[close + 1..],
            nested: false,
        };
        let profile = Profile::of(&Config::default());
        infer(&context, &profile, &Persons::default(), &Terms::default()).class.name()
    }

    #[test]
    fn classes_of_the_documentary_profile() {
        let cases = [
            ("the comr[ade] said", "expansion"),
            ("the FFC [Federal Fisheries Commission] met", "acronym-expansion"),
            ("the Coastal Patrol Union [CPU] met", "acronym-expansion"),
            ("by [Foreign Minister Anna] Lind", "identification"),
            ("on Storön [Great Island], where", "gloss"),
            ("of glimmer [mica] and", "gloss"),
            ("that [he] agrees", "supplied"),
            ("we [would] agree", "supplied"),
            ("the Vik [?] quarry", "doubt"),
            ("and so on [ellipsis in original]", "source-ellipsis"),
            ("[signature illegible 3/IV]", "signature"),
            ("he recieved [sic] it", "sic"),
            ("two words [illegible] here", "illegible"),
            ("[This point dealt with the tariff.]", "remark"),
        ];
        let wrong: Vec<_> =
            cases.iter().filter(|(text, expected)| class(text) != *expected).collect();
        assert!(
            wrong.is_empty(),
            "{:?}",
            wrong.iter().map(|(text, _)| (text, class(text))).collect::<Vec<_>>()
        );
    }
}
