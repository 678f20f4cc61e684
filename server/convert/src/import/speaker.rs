//! Who speaks in a document: learned from the labels that come again, from its heading and from its list
//! of participants.

use std::collections::HashMap;

use super::field::field;
use super::kind::Kind;
use super::name::{core, is_initial, is_office, is_title, nearly_same, same_core};
use super::opening::{Delimiter, Opening, opening};
use super::passage::Passage;
use super::words::{Vocabulary, is_all_capitals, is_capitalised, words};

/// What is known of a document before its speakers are.
pub(crate) struct Setting<'a> {
    /// Its heading, in small letters.
    pub(crate) heading: String,
    /// Who took part, as cores of names.
    pub(crate) participants: Vec<Vec<String>>,
    /// What kind of document it is.
    pub(crate) kind: Kind,
    /// The words of the whole text.
    pub(crate) vocabulary: &'a Vocabulary,
}

/// Who speaks in a document.
#[derive(Clone, Debug, Default)]
pub(crate) struct Speakers {
    /// The labels before a colon or point that are speakers, in small letters.
    labels: HashMap<String, usize>,
    /// The cores of names known from labels, heading or participants.
    known: Vec<Vec<String>>,
    /// Whether print sets speakers' names in capitals after their titles.
    pub(crate) loud: bool,
}

/// A label as it is counted.
#[derive(Clone, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a sign by itself, and all combinations occur"
)]
struct Candidate {
    label: String,
    core: Vec<String>,
    count: usize,
    underlined: bool,
    /// Whether it is a title with a name in capitals: `Mr. ORLOV`, `The PRESIDING OFFICER`.
    loud: bool,
    /// Whether a capital, or a bracket, follows the label.
    opens_sentence: bool,
    /// Whether something follows the label at least once.
    speaks: bool,
    delimiter: Delimiter,
}

impl Speakers {
    /// Learns who speaks in `passages`.
    pub(crate) fn learn(passages: &[Passage], setting: &Setting<'_>) -> Self {
        let candidates = candidates(passages);
        let mut speakers = Self::default();
        for candidate in &candidates {
            if is_surely_speaker(candidate, setting) {
                speakers.accept(candidate);
            }
        }
        let repeated = repeated(&candidates, setting);
        for candidate in &repeated {
            speakers.accept(candidate);
        }
        let turns: usize = speakers.labels.values().sum();
        if turns >= 3 {
            for candidate in &candidates {
                if !speakers.labels.contains_key(&candidate.label)
                    && speakers.is_likely(candidate, setting)
                {
                    speakers.accept(candidate);
                }
            }
        }
        speakers.learn_reported(passages, setting);
        speakers
    }

    fn accept(&mut self, candidate: &Candidate) {
        self.labels.insert(candidate.label.clone(), candidate.count);
        self.loud |= candidate.loud;
        self.know(candidate.core.clone());
    }

    fn know(&mut self, core: Vec<String>) {
        if !core.is_empty() && !self.known.contains(&core) {
            self.known.push(core);
        }
    }

    /// Whether a label that stands only once is a speaker, where others are.
    fn is_likely(&self, candidate: &Candidate, setting: &Setting<'_>) -> bool {
        if !candidate.speaks
            || candidate.delimiter != Delimiter::Colon
            || field(&candidate.label).is_some() && !is_office(&candidate.label)
        {
            return false;
        }
        let near = self
            .known
            .iter()
            .any(|known| same_core(known, &candidate.core) || nearly_same(known, &candidate.core));
        // One word that the text never writes small, and that stands before no other words of its kind.
        let name = candidate.core.len() == 1
            && candidate.opens_sentence
            && is_name_core(candidate, setting.vocabulary);
        near || has_title(&candidate.label) || name || self.are_several(&candidate.label)
    }

    /// Whether `label` names several known speakers at once: `Orlov/Mora`, `Orlov–Mora`.
    fn are_several(&self, label: &str) -> bool {
        let names: Vec<&str> = label.split(['/', '–']).collect();
        names.len() > 1 && names.iter().all(|name| self.knows(name))
    }

    /// Names that open paragraphs and belong to the heading or the participants.
    fn learn_reported(&mut self, passages: &[Passage], setting: &Setting<'_>) {
        for passage in passages {
            let Some(found) = opening(passage).filter(|found| found.delimiter != Delimiter::Colon)
            else {
                continue;
            };
            let name = &passage.text()[found.name.clone()];
            let core = core(name);
            let fits = is_name(name, setting.vocabulary) || has_title(name) || found.underlined;
            let known = setting.names_in_heading(&core) || setting.took_part(&core);
            if fits && known && !is_office_of_heading_only(name) {
                self.know(core);
            }
        }
    }

    /// Whether the label of these words is a speaker.
    pub(crate) fn has_label(&self, label: &str) -> bool {
        self.labels.contains_key(&normal(label))
    }

    /// Whether `name` is that of a speaker, in any form.
    pub(crate) fn knows(&self, name: &str) -> bool {
        let core = core(name);
        self.known.iter().any(|known| same_core(known, &core) && core.len() <= known.len().max(1))
    }

    /// How many persons are known.
    pub(crate) fn count(&self) -> usize {
        self.known.len()
    }
}

impl Setting<'_> {
    /// Whether all words of the name stand in the heading.
    fn names_in_heading(&self, core: &[String]) -> bool {
        !core.is_empty()
            && self.kind == Kind::Conversation
            && core.iter().all(|word| {
                words(&self.heading)
                    .any(|(_, other)| other == word || other.strip_suffix("'s") == Some(word))
            })
    }

    /// Whether the name is that of a participant.
    fn took_part(&self, core: &[String]) -> bool {
        self.participants.iter().any(|other| same_core(other, core))
    }
}

/// The labels at the openings of `passages`, with how often they stand there.
fn candidates(passages: &[Passage]) -> Vec<Candidate> {
    let mut order: Vec<Candidate> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for passage in passages {
        let Some(found) = opening(passage) else { continue };
        if found.delimiter == Delimiter::None && !found.underlined
            || found.name.start > 0 && found.marks.is_empty()
        {
            continue;
        }
        let name = &passage.text()[found.name.clone()];
        let speaks = found.body < passage.text().len();
        let place = *places.entry(normal(name)).or_insert_with(|| {
            order.push(Candidate {
                label: normal(name),
                core: core(name),
                count: 0,
                underlined: false,
                loud: is_loud(name),
                opens_sentence: false,
                speaks: false,
                delimiter: found.delimiter,
            });
            order.len() - 1
        });
        let candidate = &mut order[place];
        candidate.count += usize::from(speaks);
        candidate.speaks |= speaks && follows_as_speech(passage, &found);
        candidate.underlined |= found.underlined;
        let first = passage.text()[found.body..]
            .chars()
            .find(|c| !matches!(c, '“' | '"' | '[' | '…' | '.'));
        candidate.opens_sentence |= first.is_some_and(char::is_uppercase);
        if found.delimiter == Delimiter::Colon {
            candidate.delimiter = Delimiter::Colon;
        }
    }
    order
}

/// Whether what follows a point can open a speech; after a colon anything can.
fn follows_as_speech(passage: &Passage, found: &Opening) -> bool {
    found.delimiter != Delimiter::Point
        || passage.text()[found.body..]
            .chars()
            .next()
            .is_some_and(|c| !c.is_lowercase() && c != ',')
}

/// Labels that need no repetition: underlined names, and those of participants or of the heading.
fn is_surely_speaker(candidate: &Candidate, setting: &Setting<'_>) -> bool {
    if !candidate.speaks {
        return false;
    }
    candidate.underlined
        || candidate.loud && candidate.delimiter == Delimiter::Point
        || field(&candidate.label).is_none()
            && candidate.delimiter != Delimiter::None
            && (setting.took_part(&candidate.core) || setting.names_in_heading(&candidate.core))
}

/// Labels that come again. A document that is no conversation may repeat words of its own before colons:
/// there they must be names of persons.
fn repeated(candidates: &[Candidate], setting: &Setting<'_>) -> Vec<Candidate> {
    let person = |candidate: &Candidate| {
        let named = has_title(&candidate.label) || is_name_core(candidate, setting.vocabulary);
        candidate.speaks
            && named
            && (field(&candidate.label).is_none() || is_office(&candidate.label))
    };
    let all: Vec<&Candidate> = candidates
        .iter()
        .filter(|candidate| {
            candidate.count >= 2
                && person(candidate)
                && (candidate.delimiter == Delimiter::Colon || is_pointed_label(candidate))
        })
        .collect();
    let turns: usize = all.iter().map(|candidate| candidate.count).sum();
    let needed = if setting.kind == Kind::Conversation { 2 } else { 4 };
    if all.is_empty()
        || turns < needed
        || all.len() < 2 && setting.kind != Kind::Conversation && turns < 6
    {
        return vec![];
    }
    all.into_iter().cloned().collect()
}

/// A label before a point must look like one by itself: with a title, as in `Mr. HELMS. `
fn is_pointed_label(candidate: &Candidate) -> bool {
    candidate.delimiter == Delimiter::Point && has_title(&candidate.label)
}

/// Whether `name` is a title or article in small letters, and a name in capitals.
fn is_loud(name: &str) -> bool {
    let capitals = |word: &str| {
        word.chars().filter(|c| c.is_alphabetic()).count() >= 2 && is_all_capitals(word)
    };
    let mut parts = name.split_whitespace();
    let first = parts.next().unwrap_or_default();
    let titled = is_title(first.trim_end_matches('.')) || first == "The";
    let rest: Vec<&str> = parts.filter(|word| !is_initial(word)).collect();
    titled && !capitals(first) && !rest.is_empty() && rest.iter().all(|word| capitals(word))
}

/// Whether a title stands in `label`.
fn has_title(label: &str) -> bool {
    label.split_whitespace().any(|word| is_title(word) && word.chars().count() > 1)
}

/// Whether the words of `name` are names: not such as the text writes in small letters.
fn is_name(name: &str, vocabulary: &Vocabulary) -> bool {
    let mut any = false;
    for word in name.split_whitespace().filter(|word| is_capitalised(word)) {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        if !is_title(bare) && !is_initial(word) && vocabulary.is_common(bare) {
            return false;
        }
        any |= !bare.is_empty();
    }
    any
}

fn is_name_core(candidate: &Candidate, vocabulary: &Vocabulary) -> bool {
    !candidate.core.is_empty()
        && candidate
            .core
            .iter()
            .all(|word| !vocabulary.is_common(word) || word.chars().count() == 1)
}

fn is_office_of_heading_only(name: &str) -> bool {
    is_office(name) && name.split_whitespace().count() == 1 && !is_all_capitals(name)
}

/// A label as it is compared: in small letters, one space between words.
pub(crate) fn normal(label: &str) -> String {
    label.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::super::ledger::Ledger;
    use super::super::paragraph::paragraphs;
    use super::*;

    fn learn(source: &str, heading: &str, kind: Kind) -> Vec<String> {
        let passages = paragraphs(source, &mut Ledger::default());
        let mut vocabulary = Vocabulary::default();
        for passage in &passages {
            vocabulary.learn(passage.text());
        }
        let setting = Setting {
            heading: heading.to_lowercase(),
            participants: vec![],
            kind,
            vocabulary: &vocabulary,
        };
        let speakers = Speakers::learn(&passages, &setting);
        let mut known: Vec<String> = speakers.known.iter().map(|core| core.join(" ")).collect();
        known.sort();
        known
    }

    #[test]
    fn labels_that_come_again_are_speakers() {
        let source = "Orlov: Wheat.\n\nMora: Coal.\n\nOrlov: No.\n\nMora: Yes.";
        assert_eq!(learn(source, "Talk", Kind::Conversation), ["mora", "orlov"]);
    }

    #[test]
    fn words_of_the_text_are_none() {
        let source = "Advantages: the advantages are small.\n\nDrawbacks: many drawbacks.\n\nAdvantages: none, such advantages.\n\nDrawbacks: the drawbacks again.";
        assert_eq!(learn(source, "Paper on wheat", Kind::Memorandum), [""; 0]);
    }

    #[test]
    fn the_heading_names_who_talks() {
        let source =
            "Orlov asks for coal.\n\nLi Ming agrees.\n\nZhang San has asked three questions.";
        assert_eq!(
            learn(source, "Talk between Orlov and Li Ming", Kind::Conversation),
            ["li ming", "orlov"]
        );
    }

    #[test]
    fn one_who_speaks_once_is_known_beside_others() {
        let source = "Orlov: Wheat.\n\nMora: Coal.\n\nOrlov: No.\n\nMora: Yes.\n\nMr. Petrov: Well.\n\nHealth Matters: the health of matters.";
        assert_eq!(learn(source, "Talk", Kind::Conversation), ["mora", "orlov", "petrov"]);
    }

    #[test]
    fn names_in_capitals_after_titles() {
        assert!(
            is_loud("Mr. ORLOV") && is_loud("The PRESIDING OFFICER") && is_loud("Mrs. A. B. MORA")
        );
        assert!(
            !is_loud("Mr. Orlov") && !is_loud("ORLOV") && !is_loud("MR. ORLOV") && !is_loud("The")
        );
        let source = "Mr. ORLOV. Madam President, wheat is dear.\n\nThe PRESIDING OFFICER. The mill is closed.";
        assert_eq!(learn(source, "Daily Report", Kind::Report), ["orlov", "presiding officer"]);
    }
}
