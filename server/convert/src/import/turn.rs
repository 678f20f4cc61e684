//! The turns of a document.

use std::ops::Range;

use super::language::Language;
use super::name::is_title;
use super::opening::{Delimiter, Opening, name_run, opening};
use super::passage::Passage;
use super::speaker::Speakers;
use super::verb::{Scope, reports};
use super::words::ends_sentence;

/// How a turn is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    /// `X: …`
    Direct,
    /// `X. …`
    Pointed,
    /// `X says …`
    Reported,
}

/// The opening of a turn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Turn {
    /// How it is printed.
    pub(crate) style: Style,
    /// The speaker's name.
    pub(crate) name: Range<usize>,
    /// Whether print underlines it.
    pub(crate) underlined: bool,
    /// Signs of italics around the name, which are no part of the text.
    pub(crate) marks: Vec<Range<usize>>,
    /// What follows the name and its delimiter.
    pub(crate) body: usize,
}

/// How the turns of a document are told.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Manner {
    /// The language of its verbs.
    pub(crate) language: Language,
    /// Which verbs make a reported turn; none where turns are not reported.
    pub(crate) reported: Option<Scope>,
    /// Whether names before a point are labels.
    pub(crate) pointed: bool,
    /// Whether they are so inside paragraphs too: where the document has such labels at openings.
    pub(crate) pointed_inside: bool,
}

/// Decides the manner of a document. `records` tells whether it is the record of a talk, not an article.
pub(crate) fn manner(
    passages: &[Passage],
    speakers: &Speakers,
    language: Language,
    records: bool,
) -> Manner {
    let wide = Manner {
        language,
        reported: Some(Scope::Any),
        pointed: records || speakers.loud,
        pointed_inside: false,
    };
    let (mut direct, mut pointed, mut reported) = (0, 0, 0);
    for passage in passages {
        match turn(passage, speakers, wide).map(|turn| turn.style) {
            Some(Style::Direct) => direct += 1,
            Some(Style::Pointed) => pointed += 1,
            Some(Style::Reported) => reported += 1,
            None => {}
        }
    }
    let scope =
        if direct >= 8 && (reported + pointed) * 4 < direct { Scope::Speaking } else { Scope::Any };
    Manner {
        reported: records.then_some(scope).filter(|_| speakers.count() > 0),
        pointed_inside: records && pointed > 0 && pointed * 20 > direct,
        ..wide
    }
}

/// The turn that opens with `passage`.
pub(crate) fn turn(passage: &Passage, speakers: &Speakers, manner: Manner) -> Option<Turn> {
    let found = opening(passage)?;
    let name = &passage.text()[found.name.clone()];
    let speaks = found.body < passage.text().len();
    match found.delimiter {
        Delimiter::Colon => {
            (speaks && speakers.has_label(name)).then(|| made(found, Style::Direct))
        }
        Delimiter::Point => {
            let known = speakers.has_label(name) || speakers.knows(name);
            (speaks && known && manner.pointed && opens_speech(&passage.text()[found.body..]))
                .then(|| made(found, Style::Pointed))
        }
        Delimiter::None => {
            let rest = &passage.text()[found.name.end..];
            let says = reports(rest, manner.language, manner.reported?);
            (says && (found.underlined && found.name.start == 0 || speakers.knows(name)))
                .then(|| made(found, Style::Reported))
        }
    }
}

fn made(found: Opening, style: Style) -> Turn {
    Turn {
        style,
        name: found.name,
        underlined: found.underlined,
        marks: found.marks,
        body: found.body,
    }
}

/// Whether `body` can be the beginning of a speech after a point.
fn opens_speech(body: &str) -> bool {
    body.chars().next().is_some_and(|c| !c.is_lowercase() && !matches!(c, ',' | ';' | ')' | ']'))
}

/// Where in `passage`, after its own opening, other turns surely begin: after the end of a sentence, with a
/// label that is known, or with the name of another speaker and a verb of speaking.
pub(crate) fn run_ins(
    passage: &Passage,
    from: usize,
    current: Option<&str>,
    speakers: &Speakers,
    manner: Manner,
) -> Vec<usize> {
    let text = passage.text();
    let mut current = current.map(str::to_owned);
    let mut found = Vec::new();
    let mut ended = false;
    let mut spaced = false;
    let mut depth = 0_i32;
    for (at, c) in text[from..].char_indices().map(|(at, c)| (at + from, c)) {
        let opens = ended && spaced && depth == 0 && c.is_uppercase();
        if opens && let Some(name) = begins_turn(text, at, current.as_deref(), speakers, manner) {
            current = Some(name);
            found.push(at);
        }
        match c {
            '[' | '(' | '“' | '«' => depth += 1,
            ']' | ')' | '”' | '»' => depth = (depth - 1).max(0),
            _ => {}
        }
        if c.is_whitespace() {
            spaced = true;
        } else {
            let closer = matches!(c, '"' | '”' | ']' | ')' | '’' | '»');
            let ends = ends_sentence(c) && c != ':' && !(c == '.' && abbreviates(&text[..at]));
            ended = ends || ended && !spaced && closer;
            spaced = false;
        }
    }
    found
}

/// Whether the point after `before` is that of a title or an initial: `Mr.`, `J.`
fn abbreviates(before: &str) -> bool {
    let tail = before.char_indices().rev().take(8).take_while(|(_, c)| c.is_alphabetic());
    let Some((start, _)) = tail.last() else { return false };
    let word = &before[start..];
    word.chars().count() <= 5 && (is_title(word) || word.chars().count() == 1)
}

fn begins_turn(
    text: &str,
    at: usize,
    current: Option<&str>,
    speakers: &Speakers,
    manner: Manner,
) -> Option<String> {
    let found = name_run(text, at)?;
    let name = &text[found.name.clone()];
    let begins = match found.delimiter {
        Delimiter::Colon => speakers.has_label(name) && found.body < text.len(),
        Delimiter::Point => {
            manner.pointed_inside
                && speakers.has_label(name)
                && opens_speech(&text[found.body..])
                && !sentence_is_name_only(text, &found)
        }
        Delimiter::None => {
            manner.reported == Some(Scope::Any)
                && speakers.knows(name)
                && current.is_some_and(|current| {
                    !super::name::same_core(&super::name::core(current), &super::name::core(name))
                })
                && reports(&text[found.name.end..], manner.language, Scope::Speaking)
                && says_that(&text[found.name.end..])
        }
    };
    begins.then(|| name.to_owned())
}

/// `… the words of Mora. Orlov.` at the end of a paragraph is no turn.
fn sentence_is_name_only(text: &str, found: &Opening) -> bool {
    found.body >= text.len()
}

/// Whether the verb is followed by what is said.
fn says_that(rest: &str) -> bool {
    let end = rest.char_indices().map(|(at, _)| at).take(200).last().unwrap_or_default();
    let mut parts = rest[..end].split_whitespace().skip(1).take(3);
    parts.any(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        matches!(
            word,
            "that"
                | "whether"
                | "if"
                | "how"
                | "why"
                | "what"
                | "daß"
                | "dass"
                | "ob"
                | "que"
                | "что"
                | "ли"
                | "che"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::super::kind::Kind;
    use super::super::ledger::Ledger;
    use super::super::paragraph::paragraphs;
    use super::super::speaker::Setting;
    use super::super::words::Vocabulary;
    use super::*;

    fn turns(source: &str, heading: &str) -> String {
        let passages = paragraphs(source, &mut Ledger::default());
        let mut vocabulary = Vocabulary::default();
        for passage in &passages {
            vocabulary.learn(passage.text());
        }
        let setting = Setting {
            heading: heading.to_lowercase(),
            participants: vec![],
            kind: Kind::Conversation,
            vocabulary: &vocabulary,
        };
        let speakers = Speakers::learn(&passages, &setting);
        let manner = manner(&passages, &speakers, Language::English, true);
        let show = |passage: &Passage| {
            let turn = turn(passage, &speakers, manner);
            let name = turn.as_ref().map(|turn| passage.text()[turn.name.clone()].to_owned());
            let from = turn.as_ref().map_or(0, |turn| turn.body);
            let inner = run_ins(passage, from, name.as_deref(), &speakers, manner);
            let inner: Vec<String> =
                inner.iter().map(|at| format!(" + {}", &passage.text()[*at..])).collect();
            let inner = inner.concat();
            format!(
                "{}{inner}\n",
                turn.map_or("-".to_owned(), |turn| format!(
                    "{} {:?}",
                    name.unwrap_or_default(),
                    turn.style
                ))
            )
        };
        passages.iter().map(show).collect()
    }

    #[test]
    fn reported_and_pointed_turns() {
        let source = "Li Ming asks for coal.\n\nHe adds that it is cold.\n\nOrlov. It is cold here too.\n\nZhang San has three questions.\n\nTo this <u>Li Ming</u> responds that it is not.\n\nOrlov's mill burnt down.\n\n<u>Orlov</u> agrees.";
        expect_test::expect![[r"
            Li Ming Reported
            -
            Orlov Pointed
            -
            Li Ming Reported
            -
            Orlov Reported
        "]]
        .assert_eq(&turns(source, "Talk between Orlov and Li Ming"));
    }

    #[test]
    fn turns_inside_a_paragraph() {
        let source =
            "Orlov: Wheat.\n\nMora: Coal. Orlov: We should like wheat.\n\nMora: Yes.\n\nOrlov: No.";
        assert!(turns(source, "Talk").contains("+ Orlov: We should like wheat."));
        let source = "Orlov asks about Riga. Mora replies that Riga is cold.\n\nMora asks for coal.\n\nOrlov agrees, says Mora.";
        let found = turns(source, "Talk between Orlov and Mora");
        let polite =
            "Orlov: So it is, Mr. Mora. They all are.\n\nMora: Yes.\n\nMora: No.\n\nOrlov. Ah.";
        assert!(!turns(polite, "Talk").contains('+'));
        assert!(found.contains("+ Mora replies that") && !found.contains("+ says"), "{found}");
    }
}
