//! The facts of one chunk.

use obelus_syntax::view::{self, Delimiter};
use obelus_syntax::{Block, Kind, NodeRef};
use obelus_text::{Offset, Span};

use super::{
    AcronymFact, Allowance, AnchorFact, BracketFact, CitationFact, CrossReferenceFact, EntryFact,
    Fragment, FrontMatterFacts, Item, ItemKind, Mention, MilestoneFact, NoteFact, PublicationFact,
    Style, ThousandsFact, TurnFact, acronym, opening, thousands,
};
use crate::date::{self, FoundDate};
use crate::profile::{BracketContext, Class, infer};
use crate::registers::{Person, PersonKey};
use crate::{Edition, citation};

/// What one chunk says. All spans are relative to it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BlockFacts {
    /// The blocks of the markup in it: mostly one.
    pub items: Vec<Item>,
    /// Brackets, in order, an outer one before those inside it.
    pub brackets: Vec<BracketFact>,
    /// Citations of archives.
    pub citations: Vec<CitationFact>,
    /// Citations of publications by key.
    pub publications: Vec<PublicationFact>,
    /// References to notes.
    pub note_references: Vec<NoteFact>,
    /// Cross-references.
    pub cross_references: Vec<CrossReferenceFact>,
    /// Anchors.
    pub anchors: Vec<AnchorFact>,
    /// Leaf and page marks.
    pub milestones: Vec<MilestoneFact>,
    /// Persons named, labels of turns apart.
    pub mentions: Vec<Mention>,
    /// Days named.
    pub dates: Vec<FoundDate>,
    /// What comments allow.
    pub allowances: Vec<Allowance>,
    /// Abbreviations in capitals.
    pub acronyms: Vec<AcronymFact>,
    /// Where a turn may open inside a paragraph.
    pub openings: Vec<Span>,
    /// Numbers with their thousands parted.
    pub thousands: Vec<ThousandsFact>,
}

impl BlockFacts {
    /// Reads `block` in the light of `edition`.
    pub fn read(block: &Block, edition: &Edition) -> Self {
        let items = block.roots().map(|node| item(node, edition)).collect();
        let mut facts = Self { items, ..Self::default() };
        for node in block.nodes() {
            facts.see(node, edition);
        }
        let text = block.text();
        let is_comment = |span: Span| {
            facts.items.iter().any(|item| item.kind == ItemKind::Comment && item.span.covers(span))
        };
        facts.dates = date::find(text);
        facts.acronyms = acronym::find(text, &facts.brackets);
        facts.openings = opening::find(text);
        facts.thousands = thousands::find(text);
        let is_note = facts.items.iter().any(|item| item.kind == ItemKind::SourceNote);
        let find = if is_note { citation::find_in_note } else { citation::find };
        let found = find(text, &edition.catalogue).into_iter();
        let found = found.filter(|citation| !is_comment(citation.span));
        facts.citations = found.map(citation_fact).collect();
        facts.mentions = mentions(block, edition);
        facts
    }

    fn see(&mut self, node: NodeRef<'_>, edition: &Edition) {
        match node.kind() {
            Kind::Bracket => self.brackets.extend(bracket(node, edition)),
            Kind::CitationItem => self.publications.extend(publication(node, edition)),
            Kind::NoteReference => {
                self.note_references.extend(view::NoteReference::cast(node).map(|note| NoteFact {
                    label: note.label.text().into(),
                    span: node.span(),
                    label_span: note.label.span(),
                }));
            }
            Kind::CrossReference => self.cross_references.extend(cross_reference(node)),
            Kind::Anchor => {
                self.anchors.extend(view::Anchor::cast(node).map(|anchor| AnchorFact {
                    name: anchor.name.text().into(),
                    span: node.span(),
                    name_span: anchor.name.span(),
                }));
            }
            Kind::Milestone => {
                self.milestones.extend(view::Milestone::cast(node).map(|mark| MilestoneFact {
                    unit: mark.unit.text().into(),
                    number: mark.number.text().into(),
                    span: node.span(),
                }));
            }
            Kind::RuleName => {
                self.allowances.push(Allowance { rule: node.text().into(), span: node.span() });
            }
            _ => {}
        }
    }
}

fn item(node: NodeRef<'_>, edition: &Edition) -> Item {
    let kind = match node.kind() {
        Kind::FrontMatter | Kind::UnclosedFrontMatter => ItemKind::FrontMatter(front_matter(node)),
        Kind::Heading => match view::Heading::cast(node) {
            Some(heading) => ItemKind::Heading { level: heading.level, title: heading.title },
            None => ItemKind::Paragraph { indented: false },
        },
        Kind::Speech | Kind::ReportedSpeech => turn(node, edition),
        Kind::Labelled => labelled(node, edition),
        Kind::BlockQuote => ItemKind::BlockQuote,
        Kind::ListItem => match view::ListItem::cast(node) {
            Some(item) => {
                ItemKind::ListItem { number: item.number(), ordinal: item.ordinal.span() }
            }
            None => ItemKind::Paragraph { indented: false },
        },
        Kind::Separator => ItemKind::Separator,
        Kind::SourceNote => ItemKind::SourceNote,
        Kind::EditorialBlock => ItemKind::EditorialBlock,
        Kind::NoteDefinition => match view::NoteDefinition::cast(node) {
            Some(note) => ItemKind::NoteDefinition(NoteFact {
                label: note.label.text().into(),
                span: node.span(),
                label_span: note.label.span(),
            }),
            None => ItemKind::Paragraph { indented: false },
        },
        Kind::Comment => ItemKind::Comment,
        _ => paragraph(node, edition),
    };
    Item { span: node.span(), kind }
}

fn front_matter(node: NodeRef<'_>) -> FrontMatterFacts {
    let Some(view) = view::FrontMatter::cast(node) else { return FrontMatterFacts::default() };
    let entries = view.entries().map(|entry| {
        let after = Span::empty(entry.key.span().end() + Offset::new(1));
        let mut span = entry.value.map_or(after, NodeRef::span);
        let words = span.of(node.block().text()).trim_end();
        span = Span::at(span.start(), words.len());
        let quoted = words.len() >= 2
            && ['"', '\''].iter().any(|mark| words.starts_with(*mark) && words.ends_with(*mark));
        if quoted {
            let one = Offset::new(1);
            span = Span::new(span.start() + one, span.end() - one);
        }
        EntryFact {
            key: entry.key.text().trim().into(),
            key_span: entry.key.span(),
            value: span.of(node.block().text()).into(),
            value_span: span,
        }
    });
    FrontMatterFacts { entries: entries.collect() }
}

fn turn(node: NodeRef<'_>, edition: &Edition) -> ItemKind {
    let Some(turn) = view::Turn::cast(node) else { return ItemKind::Paragraph { indented: false } };
    let label = single_spaced(turn.label.text());
    // The grammar knows the usual fields only; the profile may name others.
    if let Some(field) = edition.profile.field(&label).filter(|_| !turn.underlined) {
        return ItemKind::Labelled {
            field: Some(field.into()),
            label: turn.label.span(),
            body: turn.body,
        };
    }
    ItemKind::Turn(TurnFact {
        person: sole(&edition.registers.persons.by_label(&label)),
        label: label.into(),
        label_span: turn.label.span(),
        body: turn.body,
        style: Style { underlined: turn.underlined, delimiter: turn.delimiter },
    })
}

fn labelled(node: NodeRef<'_>, edition: &Edition) -> ItemKind {
    match view::Labelled::cast(node) {
        Some(view) => ItemKind::Labelled {
            field: edition.profile.field(&single_spaced(view.label.text())).map(Into::into),
            label: view.label.span(),
            body: view.body,
        },
        None => ItemKind::Paragraph { indented: false },
    }
}

/// A paragraph; or the turn or field that a declared label makes of it, in scripts without case and
/// where a label has words that are not capitalised.
fn paragraph(node: NodeRef<'_>, edition: &Edition) -> ItemKind {
    let words = node.text();
    let indented = words.starts_with([' ', '\t']);
    let plain = ItemKind::Paragraph { indented };
    let opened = words.strip_prefix('[').and_then(|rest| edition.profile.vocabulary(rest));
    if opened == Some(Class::Source) {
        // A source note that print or a slip has left open.
        return ItemKind::SourceNote;
    }
    let Some(colon) = words.find([':', '：']).filter(|colon| (1..120).contains(colon)) else {
        return plain;
    };
    let label = single_spaced(&words[..colon]);
    let start = node.span().start();
    let label_span = Span::at(start, colon);
    let after = colon + words[colon..].chars().next().map_or(1, char::len_utf8);
    let body = Span::new(start + Offset::from_usize(after), node.span().end());
    if let Some(field) = edition.profile.field(&label) {
        return ItemKind::Labelled { field: Some(field.into()), label: label_span, body };
    }
    let mut persons = edition.registers.persons.iter();
    let declared = persons.find(|person| person.labels.iter().any(|one| *one.text == *label));
    let Some(declared) = declared.filter(|_| !indented) else { return plain };
    ItemKind::Turn(TurnFact {
        label: label.into(),
        label_span,
        body,
        style: Style { underlined: false, delimiter: Delimiter::Colon },
        person: Some(declared.key.clone()),
    })
}

fn bracket(node: NodeRef<'_>, edition: &Edition) -> Option<BracketFact> {
    let view = view::Bracket::cast(node)?;
    let text = node.block().text();
    let context = BracketContext {
        words: view.words(),
        sign: view.sign,
        before: text.get(..node.span().start().to_usize())?,
        after: text.get(node.span().end().to_usize()..)?,
        nested: node.parent().is_some_and(|parent| parent.kind() == Kind::Bracket),
    };
    let inference =
        infer(&context, &edition.profile, &edition.registers.persons, &edition.registers.terms);
    Some(BracketFact { span: node.span(), inner: view.inner, sign: view.sign, inference })
}

fn publication(node: NodeRef<'_>, edition: &Edition) -> Option<PublicationFact> {
    let item = view::CitationItem::cast(node)?;
    let key = item.key.text();
    // A repository's siglum is read as an archival citation, from the text.
    if edition.catalogue.repository(key).is_some() {
        return None;
    }
    Some(PublicationFact {
        key: key.into(),
        key_span: item.key.span(),
        span: node.span(),
        locator: item.locator.map(NodeRef::span),
    })
}

fn cross_reference(node: NodeRef<'_>) -> Option<CrossReferenceFact> {
    let view = view::CrossReference::cast(node)?;
    Some(CrossReferenceFact {
        target: view.target.map(|target| target.text().trim().into()),
        fragment: view.fragment.map(|fragment| Fragment::parse(fragment.text().trim())),
        span: node.span(),
        target_span: view.target.map(NodeRef::span),
        fragment_span: view.fragment.map(NodeRef::span),
    })
}

fn citation_fact(citation: citation::Citation) -> CitationFact {
    CitationFact { span: citation.span, unit: citation.unit(), citation }
}

/// Names in running text; not in labels, references, citations, comments or front matter.
fn mentions(block: &Block, edition: &Edition) -> Vec<Mention> {
    let opaque: Vec<Span> = block
        .nodes()
        .filter(|node| {
            matches!(
                node.kind(),
                Kind::SpeakerLabel
                    | Kind::CrossReference
                    | Kind::Citation
                    | Kind::Comment
                    | Kind::Anchor
                    | Kind::FrontMatter
            )
        })
        .map(NodeRef::span)
        .collect();
    let found = edition.registers.persons.find(block.text()).into_iter();
    found
        .filter(|named| !opaque.iter().any(|other| other.meets(named.span)))
        .map(|named| Mention {
            span: named.span,
            persons: named.persons.iter().map(|person| person.key.clone()).collect(),
        })
        .collect()
}

/// The one person of a list of one.
fn sole(persons: &[&Person]) -> Option<PersonKey> {
    match persons {
        [person] => Some(person.key.clone()),
        _ => None,
    }
}

/// `words` with every run of white space as one space.
fn single_spaced(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
