//! A document, put together from its paragraphs.

use std::ops::Range;

use super::compose::settle;
use super::footnote::{self, Definition, Reference};
use super::head::Head;
use super::kind::Kind;
use super::language::Language;
use super::name::core;
use super::participants::{People, people};
use super::passage::Passage;
use super::report::{Certainty, Report, excerpt};
use super::role::Roles;
use super::speaker::{Setting, Speakers};
use super::turn::{Manner, Turn, manner, run_ins, turn};
use super::words::Vocabulary;

/// What a paragraph is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// A heading of this level.
    Heading(u8),
    /// The opening of a turn.
    Turn(Turn),
    /// A source note; `bare` without brackets.
    SourceNote { bare: bool },
    /// A footnote of this number; the mark is its number as printed.
    Note { number: u32, mark: Range<usize> },
    /// A line that divides.
    Separator,
    /// A quotation set apart.
    Quotation,
    /// Anything else.
    Text,
}

/// A paragraph of a document.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    /// Its words.
    pub(crate) passage: Passage,
    /// What it is.
    pub(crate) role: Role,
    /// References to footnotes in it: where, and the number.
    pub(crate) references: Vec<(Range<usize>, u32)>,
}

/// A document.
#[derive(Clone, Debug)]
pub(crate) struct Document {
    /// Its paragraphs.
    pub(crate) parts: Vec<Part>,
    /// Its title.
    pub(crate) title: String,
    /// Its date (ISO 8601).
    pub(crate) date: Option<String>,
    /// The place.
    pub(crate) place: Option<String>,
    /// What kind it is.
    pub(crate) kind: Kind,
    /// Who wrote it, where a byline says so.
    pub(crate) author: Option<String>,
    /// Who took part and who wrote it down.
    pub(crate) people: People,
}

/// What the documents of one text share.
pub(crate) struct Whole<'a> {
    /// The words of the text.
    pub(crate) vocabulary: &'a Vocabulary,
    /// Its language.
    pub(crate) language: Language,
    /// How messages between two persons are called in it.
    pub(crate) message: Kind,
    /// Whether there are other documents after this one.
    pub(crate) first_of_many: bool,
}

/// Puts a document together from its `passages`.
pub(crate) fn assemble(
    mut passages: Vec<Passage>,
    whole: &Whole<'_>,
    report: &mut Report,
) -> Document {
    let head = Head::of(&passages, whole);
    let people = people(&passages);
    let mut setting = Setting {
        heading: head.words.to_lowercase(),
        participants: people.participants.iter().map(|name| core(name)).collect(),
        kind: head.kind,
        vocabulary: whole.vocabulary,
    };
    if head.author.is_some() {
        setting.kind = Kind::Commentary;
    }
    part_notes(&mut passages, report);
    let definitions = footnote::definitions(&passages);
    let body: Vec<Passage> = spoken(&passages, head.end, &definitions);
    let speakers = Speakers::learn(&body, &setting);
    let records =
        head.author.is_none() && (setting.kind == Kind::Conversation || speakers.count() >= 2);
    let manner = manner(&body, &speakers, whole.language, records);
    let passages = part_turns(passages, head.end, &speakers, manner, report);
    let definitions = footnote::definitions(&passages);
    let references = footnote::references(&passages, &definitions);
    doubtful_notes(&passages, &definitions, &references, report);
    let people = people_again(&passages, people);
    let roles = Roles {
        head: &head,
        definitions: &definitions,
        speakers: &speakers,
        manner,
        people: &people,
        vocabulary: whole.vocabulary,
    };
    let found: Vec<Role> = (0..passages.len()).map(|at| roles.role(&passages, at)).collect();
    let kind = head.settled_kind(&found, whole);
    let mut parts = merge(passages, found, references, &people);
    settle(&mut parts, report);
    if head.author.is_some() {
        quoted_turns(&parts, report);
    }
    let date = head.date.filter(|_| !matches!(kind, Kind::Commentary | Kind::Introduction));
    Document {
        parts,
        title: head.title,
        date,
        place: head.place,
        kind,
        author: head.author,
        people,
    }
}

/// The same names, with the lists where they stand now.
fn people_again(passages: &[Passage], before: People) -> People {
    People { lists: people(passages).lists, ..before }
}

/// The paragraphs that may be turns.
fn spoken(passages: &[Passage], from: usize, definitions: &[Definition]) -> Vec<Passage> {
    let noted = |at: usize| definitions.iter().any(|definition| definition.passage == at);
    (from..passages.len()).filter(|at| !noted(*at)).map(|at| passages[at].clone()).collect()
}

/// Parts footnotes that print runs together.
fn part_notes(passages: &mut Vec<Passage>, report: &mut Report) {
    for (at, place) in footnote::run_together(passages).into_iter().rev() {
        let mut rest = passages[at].split_off(place);
        passages[at].trim();
        rest.trim();
        report.remark(
            rest.source_start(),
            Certainty::Changed,
            format!("a footnote began inside another: “{}”", excerpt(rest.text())),
        );
        passages.insert(at + 1, rest);
    }
}

/// Parts turns that print runs together.
fn part_turns(
    passages: Vec<Passage>,
    from: usize,
    speakers: &Speakers,
    manner: Manner,
    report: &mut Report,
) -> Vec<Passage> {
    let mut parted = Vec::with_capacity(passages.len());
    let mut current: Option<String> = None;
    for (at, mut passage) in passages.into_iter().enumerate() {
        let opened = if at < from { None } else { turn(&passage, speakers, manner) };
        if let Some(turn) = &opened {
            current = Some(passage.text()[turn.name.clone()].to_owned());
        }
        let spoken = at >= from && (current.is_some() || opened.is_some());
        let places = if spoken {
            run_ins(
                &passage,
                opened.map_or(0, |turn| turn.body),
                current.as_deref(),
                speakers,
                manner,
            )
        } else {
            vec![]
        };
        let mut rests = Vec::new();
        for place in places.into_iter().rev() {
            let mut rest = passage.split_off(place);
            rest.trim();
            report.remark(
                rest.source_start(),
                Certainty::Changed,
                format!("a turn began inside a paragraph: “{}”", excerpt(rest.text())),
            );
            rests.push(rest);
        }
        passage.trim();
        parted.push(passage);
        parted.extend(rests.into_iter().rev());
        if let Some(turn) =
            parted.last().and_then(|last| Some((turn(last, speakers, manner)?, last)))
        {
            current = Some(turn.1.text()[turn.0.name].to_owned());
        }
    }
    parted
}

/// Brings the paragraphs of a title, and the lines of a list after its field, together.
fn merge(
    passages: Vec<Passage>,
    roles: Vec<Role>,
    references: Vec<Reference>,
    people: &People,
) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut references = references.into_iter().peekable();
    for (at, (passage, role)) in passages.into_iter().zip(roles).enumerate() {
        let mut own = Vec::new();
        while let Some(reference) = references.next_if(|reference| reference.passage == at) {
            own.push((reference.range, reference.number));
        }
        if let Some(last) = parts.last_mut() {
            let title = role == Role::Heading(1) && last.role == Role::Heading(1);
            let listed = people.lists.iter().any(|list| list.contains(&at) && list.start < at);
            let field = listed
                && last.passage.text().len() < 2_000
                && is_grammar_field(last.passage.text());
            if title || field {
                last.passage.push_break();
                let base = last.passage.text().len();
                last.passage.append(&passage);
                last.references.extend(
                    own.into_iter()
                        .map(|(range, number)| (range.start + base..range.end + base, number)),
                );
                continue;
            }
        }
        parts.push(Part { passage, role, references: own });
    }
    parts
}

/// Whether the grammar reads `text` as a field: then what belongs to it stands in the same block.
fn is_grammar_field(text: &str) -> bool {
    let head: String = text.chars().take(200).collect();
    obelus_syntax::Block::parse(&head, false)
        .roots()
        .next()
        .is_some_and(|root| root.kind() == obelus_syntax::Kind::Labelled)
}

/// Names what refers to no footnote, and footnotes to which nothing refers.
fn doubtful_notes(
    passages: &[Passage],
    definitions: &[Definition],
    references: &[Reference],
    report: &mut Report,
) {
    for definition in definitions {
        if !references.iter().any(|reference| reference.number == definition.number) {
            let at = passages[definition.passage].source_start();
            report.remark(
                at,
                Certainty::Unsure,
                format!("no reference to footnote {} was found in the text", definition.number),
            );
        }
    }
}

/// Names turns that stand in an article: they are quoted there, and what follows is the article's again.
fn quoted_turns(parts: &[Part], report: &mut Report) {
    for pair in parts.windows(2) {
        if matches!(pair[0].role, Role::Turn(_)) && pair[1].role == Role::Text {
            let text = "turns are quoted in the article above; what follows is the author's text again, though the markup counts it to the last turn";
            report.remark(pair[1].passage.source_start(), Certainty::Unsure, text);
        }
    }
}
