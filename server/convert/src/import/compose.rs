//! Writing a document as markup, with an account of every character.

use std::collections::HashMap;
use std::ops::Range;

use obelus_syntax::{Block, Kind as Node};
use obelus_text::Span;

use super::accounting::{Addition, Omission, Origin, Piece};
use super::assemble::{Document, Part, Role};
use super::escape::escapes;
use super::ledger::Ledger;
use super::passage::Passage;
use super::report::{Certainty, Report, excerpt};
use super::turn::{Style, Turn};

/// How much of a block the grammar needs to see to tell what it is.
const HEAD: usize = 400;

/// A file as it is written.
#[derive(Debug, Default)]
pub(crate) struct Composer {
    /// Its text.
    pub(crate) text: String,
    /// Where each stretch of it comes from.
    pub(crate) pieces: Vec<Piece>,
}

impl Composer {
    fn added(&mut self, text: &str, why: Addition) {
        let start = self.text.len();
        self.text.push_str(text);
        self.piece(start, Origin::Added(why));
    }

    fn source(&mut self, text: &str, place: usize) {
        let start = self.text.len();
        self.text.push_str(text);
        self.piece(start, Origin::Source(place));
    }

    fn piece(&mut self, start: usize, origin: Origin) {
        if start < self.text.len() {
            self.pieces.push(Piece { span: Span::from_usize(start..self.text.len()), origin });
        }
    }

    /// The words of `range`, with nothing escaped.
    fn plain(&mut self, passage: &Passage, range: Range<usize>) {
        for (part, source) in passage.pieces(range) {
            let words = &passage.text()[part];
            match source {
                Some(place) => self.source(words, place),
                None if words == "\n" => self.added(words, Addition::Layout),
                None => self.added(words, Addition::Joint),
            }
        }
    }

    /// The words of `range`, with escapes and references to footnotes.
    fn inline(&mut self, part: &Part, range: Range<usize>, ledger: &mut Ledger) {
        let text = part.passage.text();
        let mut signs = escapes(text, range.clone()).into_iter().peekable();
        let mut done = range.start;
        for (note, number) in part.references.iter().filter(|(note, _)| range.contains(&note.start))
        {
            while let Some(at) = signs.next_if(|at| *at < note.start) {
                self.plain(&part.passage, done..at);
                self.added("\\", Addition::Escape);
                done = at;
            }
            self.plain(&part.passage, done..note.start);
            self.note_number(&part.passage, note.clone(), *number, "]", ledger);
            done = note.end;
        }
        for at in signs {
            self.plain(&part.passage, done..at);
            self.added("\\", Addition::Escape);
            done = at;
        }
        self.plain(&part.passage, done..range.end);
    }

    /// `[^3]`: digits are kept, raised digits are written as plain ones.
    fn note_number(
        &mut self,
        passage: &Passage,
        digits: Range<usize>,
        number: u32,
        close: &str,
        ledger: &mut Ledger,
    ) {
        self.added("[^", Addition::NoteMark);
        if passage.text()[digits.clone()].bytes().all(|byte| byte.is_ascii_digit()) {
            self.plain(passage, digits);
            self.added(close, Addition::NoteMark);
        } else {
            ledger.omit_all(passage.sources(digits), Omission::NoteMark);
            self.added(&format!("{number}{close}"), Addition::NoteMark);
        }
    }

    fn block(&mut self, part: &Part, ledger: &mut Ledger) {
        let text = part.passage.text();
        let all = 0..text.len();
        match &part.role {
            Role::Heading(level) => {
                self.added(&format!("{} ", "#".repeat(usize::from(*level))), Addition::HeadingMark);
                self.inline(part, all, ledger);
            }
            Role::Turn(turn) => self.turn(part, turn, ledger),
            Role::SourceNote { bare } => {
                if *bare {
                    self.added("[", Addition::SourceBracket);
                }
                self.inline(part, all, ledger);
                if *bare {
                    self.added("]", Addition::SourceBracket);
                }
            }
            Role::Note { number, mark } => {
                let digits = text[mark.clone()]
                    .find(|c: char| !c.is_alphanumeric())
                    .map_or(mark.end, |at| mark.start + at);
                self.note_number(&part.passage, mark.start..digits, *number, "]: ", ledger);
                ledger.omit_all(part.passage.sources(digits..mark.end), Omission::NoteMark);
                self.inline(part, mark.end..text.len(), ledger);
            }
            Role::Separator => {
                if text.chars().all(|c| c == '*' || c.is_whitespace()) {
                    self.plain(&part.passage, all);
                } else {
                    ledger.omit_all(part.passage.sources(all), Omission::Separator);
                    self.added("* * *", Addition::Separator);
                }
            }
            Role::Quotation => {
                self.added("> ", Addition::QuoteMark);
                self.inline(part, all, ledger);
            }
            Role::Text => self.paragraph(part, ledger),
        }
    }

    /// A paragraph, so that the grammar takes it for nothing else.
    fn paragraph(&mut self, part: &Part, ledger: &mut Ledger) {
        let text = part.passage.text();
        let head = text
            .char_indices()
            .map(|(at, c)| at + c.len_utf8())
            .take(HEAD)
            .last()
            .unwrap_or_default();
        if !may_be_misread(&text[..head]) {
            return self.inline(part, 0..text.len(), ledger);
        }
        let mut trial = Self::default();
        trial.inline(part, 0..head, &mut Ledger::default());
        let sign =
            misread(&trial.text).and_then(|sign| text[..head].find(sign)).filter(|_| head > 0);
        let Some(sign) = sign else { return self.inline(part, 0..text.len(), ledger) };
        self.inline(part, 0..sign, ledger);
        self.added("\\", Addition::Escape);
        self.inline(part, sign..text.len(), ledger);
    }

    fn turn(&mut self, part: &Part, turn: &Turn, ledger: &mut Ledger) {
        self.turn_up_to(part, turn, part.passage.text().len(), ledger);
    }

    /// The turn up to `end`, which lies behind its label.
    fn turn_up_to(&mut self, part: &Part, turn: &Turn, end: usize, ledger: &mut Ledger) {
        let mut marks = turn.marks.iter().peekable();
        let mut lead = 0;
        while let Some(mark) = marks.next_if(|mark| mark.end <= turn.name.start) {
            lead = mark.end;
        }
        for mark in &turn.marks {
            ledger.omit_all(part.passage.sources(mark.clone()), Omission::EmphasisMark);
        }
        self.inline(part, lead..turn.name.start, ledger);
        let sign = if turn.underlined { "_" } else { "" };
        self.added(sign, Addition::SpeakerMark);
        self.plain(&part.passage, turn.name.clone());
        self.added(sign, Addition::SpeakerMark);
        let mut done = turn.name.end;
        for mark in marks {
            self.inline(part, done..mark.start, ledger);
            done = mark.end;
        }
        self.inline(part, done..end, ledger);
    }
}

/// Decides for each turn whether its speaker must be underlined, so that the grammar reads it as it is meant. What
/// the grammar reads as a turn in no dress at all becomes a paragraph.
pub(crate) fn settle(parts: &mut [Part], report: &mut Report) {
    // Most labels come again and again.
    let mut known: HashMap<String, bool> = HashMap::new();
    for part in parts {
        let Role::Turn(turn) = &part.role else { continue };
        let mut reads = |turn: &Turn| {
            let mut trial = Composer::default();
            trial.turn_up_to(part, turn, turn.body, &mut Ledger::default());
            *known.entry(trial.text).or_insert_with_key(|head| is_turn(head, turn.style))
        };
        let settled = dresses(turn, part.passage.text()).into_iter().find(|dress| reads(dress));
        if let Some(turn) = settled {
            part.role = Role::Turn(turn);
        } else {
            let text = format!(
                "a turn whose label cannot be marked as one: “{}”",
                excerpt(part.passage.text())
            );
            report.remark(part.passage.source_start(), Certainty::Unsure, text);
            part.role = Role::Text;
        }
    }
}

/// The ways in which `turn` can be written, the nearest to print first: as it is, underlined, or with only the end
/// of the name underlined.
fn dresses(turn: &Turn, text: &str) -> Vec<Turn> {
    let underlined = Turn { underlined: true, ..turn.clone() };
    let mut all = vec![underlined.clone()];
    if turn.style == Style::Direct && !turn.underlined {
        all.insert(0, turn.clone());
    }
    let name = &text[turn.name.clone()];
    for (space, _) in name.match_indices(' ') {
        let name = turn.name.start + space + 1..turn.name.end;
        all.push(Turn { name, style: Style::Reported, ..underlined.clone() });
    }
    all
}

/// Whether the grammar reads the block that begins with `head` as a turn of this style.
fn is_turn(head: &str, style: Style) -> bool {
    let wanted = if style == Style::Reported { Node::ReportedSpeech } else { Node::Speech };
    Block::parse(&format!("{head} x"), false)
        .roots()
        .next()
        .is_some_and(|root| root.kind() == wanted)
}

/// Whether a block that begins with `head` may be read as something else than a paragraph, so that it is worth
/// asking the grammar.
fn may_be_misread(head: &str) -> bool {
    head.contains([':', '：']) || head.starts_with(['#', '>', '%', '*', '-', ' ', '\t', '&', '\\'])
}

/// The sign that must be escaped, where the grammar reads the block that begins with `head` as something else than it is.
fn misread(head: &str) -> Option<char> {
    let parsed = Block::parse(head, false);
    let root = parsed.roots().next()?;
    match root.kind() {
        Node::Speech => Some(if head.contains('：') && !head.contains(':') { '：' } else { ':' }),
        Node::ReportedSpeech
        | Node::Heading
        | Node::BlockQuote
        | Node::Comment
        | Node::Separator
        | Node::FrontMatter => head.chars().next(),
        _ => None,
    }
}

/// Writes `document` with the entries `front` at its top.
pub(crate) fn compose(document: &Document, front: &str, ledger: &mut Ledger) -> Composer {
    let mut composer = Composer::default();
    composer.added(front, Addition::FrontMatter);
    for part in &document.parts {
        composer.added("\n", Addition::Layout);
        composer.block(part, ledger);
        composer.added("\n", Addition::Layout);
    }
    composer
}
