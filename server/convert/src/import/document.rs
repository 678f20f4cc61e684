//! The documents of a printed text: its paragraphs shared out, what is interleaved put back together.

use super::accounting::Omission;
use super::begins::beginnings;
use super::continuation::Continuation;
use super::heading::byline_author;
use super::interleave;
use super::ledger::Ledger;
use super::passage::Passage;
use super::report::{Certainty, Report, excerpt};
use super::sketch::Sketch;
use super::words::Vocabulary;

/// The paragraphs of one document, in order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Draft {
    /// The paragraphs.
    pub(crate) passages: Vec<Passage>,
    /// Where in the list of all paragraphs it begins.
    pub(crate) order: usize,
    /// Where among its paragraphs the reader is sent to another page.
    sent_on: Option<usize>,
}

/// A paragraph with what can be seen of it and where it belongs.
#[derive(Clone, Debug)]
pub(crate) struct Placed {
    pub(crate) passage: Passage,
    pub(crate) sketch: Sketch,
    /// Whether a document begins with it.
    pub(crate) begins: bool,
    /// The number of the text that breaks in to which it belongs; none for the main text.
    pub(crate) aside: Option<usize>,
}

/// Shares `passages` out among documents.
pub(crate) fn documents(
    passages: Vec<Passage>,
    vocabulary: &Vocabulary,
    ledger: &mut Ledger,
    report: &mut Report,
) -> Vec<Draft> {
    let mut placed = place(passages, vocabulary);
    interleave::untangle(&mut placed, vocabulary, report);
    let mut drafts = gather(placed, ledger, report);
    for draft in &mut drafts {
        if draft.sent_on.is_some() {
            let at = draft.passages.first().map_or(0, Passage::source_start);
            report.remark(
                at,
                Certainty::Unsure,
                "the text is said to go on at another page, but its continuation was not found",
            );
        }
    }
    drafts.retain(|draft| !draft.passages.is_empty());
    drafts.sort_by_key(|draft| draft.order);
    drafts
}

/// Looks at each paragraph.
pub(crate) fn place(passages: Vec<Passage>, vocabulary: &Vocabulary) -> Vec<Placed> {
    let sketches: Vec<Sketch> =
        passages.iter().map(|passage| Sketch::of(passage, vocabulary)).collect();
    let begins = beginnings(&passages, &sketches);
    passages
        .into_iter()
        .zip(sketches)
        .zip(begins)
        .map(|((passage, sketch), begins)| Placed {
            passage,
            sketch: sketch.settled(begins),
            begins,
            aside: None,
        })
        .collect()
}

/// The state of gathering.
struct Gathering {
    drafts: Vec<Draft>,
    /// The draft of the main text to which paragraphs are being added.
    main: Option<usize>,
    /// For each text that breaks in, its draft.
    asides: Vec<(usize, usize)>,
    /// The draft that is taken up again after `continued from page …`.
    resumed: Option<usize>,
    /// Whether the draft of the main text has more than its heading.
    body: bool,
}

fn gather(placed: Vec<Placed>, ledger: &mut Ledger, report: &mut Report) -> Vec<Draft> {
    let mut gathering =
        Gathering { drafts: vec![], main: None, asides: vec![], resumed: None, body: false };
    for (order, part) in placed.into_iter().enumerate() {
        gathering.add(order, part, ledger, report);
    }
    gathering.drafts
}

impl Gathering {
    fn add(&mut self, order: usize, part: Placed, ledger: &mut Ledger, report: &mut Report) {
        let Placed { passage, sketch, begins, aside } = part;
        if let Some(Continuation::From(who)) = &sketch.continuation {
            if let Some(draft) = self.awaited(who) {
                self.resume(draft, &passage, ledger, report);
                return;
            }
            let text = format!(
                "“{}”: it is not clear which text goes on here; the line is kept",
                excerpt(passage.text())
            );
            report.remark(passage.source_start(), Certainty::Unsure, text);
        }
        let draft = match aside {
            Some(number) => self.aside(number, order),
            None => self.of_main(order, begins, &sketch),
        };
        if sketch.continuation == Some(Continuation::On) {
            self.drafts[draft].sent_on = Some(self.drafts[draft].passages.len());
        }
        self.drafts[draft].passages.push(passage);
    }

    fn new_draft(&mut self, order: usize) -> usize {
        self.drafts.push(Draft { order, ..Draft::default() });
        self.drafts.len() - 1
    }

    fn aside(&mut self, number: usize, order: usize) -> usize {
        if let Some((_, draft)) = self.asides.iter().find(|(known, _)| *known == number) {
            return *draft;
        }
        let draft = self.new_draft(order);
        self.asides.push((number, draft));
        draft
    }

    fn of_main(&mut self, order: usize, begins: bool, sketch: &Sketch) -> usize {
        let closes = sketch.separator || begins;
        if let Some(resumed) = self.resumed.take_if(|_| closes)
            && sketch.separator
        {
            // The line after a text that was taken up again closes that text.
            self.main = None;
            return resumed;
        }
        if let Some(resumed) = self.resumed {
            return resumed;
        }
        match self.main {
            Some(main) if !begins || !self.body => {
                self.body |= sketch.is_body();
                main
            }
            _ => {
                let draft = self.new_draft(order);
                self.main = Some(draft);
                self.body = sketch.is_body();
                draft
            }
        }
    }

    /// The draft that was sent on to another page and is meant by `who`.
    fn awaited(&self, who: &str) -> Option<usize> {
        let waiting: Vec<usize> =
            (0..self.drafts.len()).filter(|at| self.drafts[*at].sent_on.is_some()).collect();
        let named = |at: &&usize| {
            let head = self.drafts[**at].passages.iter().take(4);
            !who.is_empty()
                && head.clone().any(|passage| {
                    passage.text().len() <= 300 && passage.text().to_lowercase().contains(who)
                })
        };
        waiting
            .iter()
            .find(named)
            .or(if waiting.len() == 1 { waiting.first() } else { None })
            .copied()
    }

    fn resume(&mut self, draft: usize, line: &Passage, ledger: &mut Ledger, report: &mut Report) {
        let whole = |passage: &Passage| passage.sources(0..passage.text().len());
        if let Some(at) = self.drafts[draft].sent_on.take() {
            let sign = self.drafts[draft].passages.remove(at);
            let text =
                format!("“{}” is left out: the continuation is joined", excerpt(sign.text()));
            report.remark(sign.source_start(), Certainty::Changed, text);
            ledger.omit_all(whole(&sign), Omission::ContinuationLine);
        }
        let title =
            self.drafts[draft].passages.first().map(|p| excerpt(p.text())).unwrap_or_default();
        let text =
            format!("“{}” is left out: what follows is joined to “{title}”", excerpt(line.text()));
        report.remark(line.source_start(), Certainty::Changed, text);
        ledger.omit_all(whole(line), Omission::ContinuationLine);
        self.resumed = Some(draft);
    }
}

/// The author whom one of the first paragraphs names.
pub(crate) fn author(passages: &[Passage]) -> Option<String> {
    passages.iter().take(4).find_map(|passage| byline_author(passage.text()).map(str::to_owned))
}

#[cfg(test)]
mod tests {
    use super::super::paragraph::paragraphs;
    use super::*;

    fn documents_of(source: &str) -> Vec<String> {
        let mut ledger = Ledger::default();
        let passages = paragraphs(source, &mut ledger);
        let mut vocabulary = Vocabulary::default();
        for passage in &passages {
            vocabulary.learn(passage.text());
        }
        let drafts = documents(passages, &vocabulary, &mut ledger, &mut Report::default());
        let show = |draft: &Draft| {
            draft.passages.iter().map(Passage::text).collect::<Vec<_>>().join(" / ")
        };
        drafts.iter().map(show).collect()
    }

    #[test]
    fn headings_part_documents() {
        let source = "I. Talk between Orlov and Mora, 3 May 1951\n\nOrlov: Wheat.\n\n* * *\n\nII. Talk between Orlov and Mora, 4 May 1951\n\nMora: Coal.";
        assert_eq!(documents_of(source).len(), 2);
    }

    #[test]
    fn a_text_is_put_together_from_its_pages() {
        let source = "I. Talk between Orlov and Mora, 3 May 1951\n\nOrlov: We ask whether wheat could\n\nThe Mill of Riga\n\nby Anna Li\n\nThe mill in the valley was old and it\n\ncontinued on page 9\n\nbe sent.\n\nMora: Yes.\n\n* * *\n\nII. Talk between Orlov and Mora, 4 May 1951\n\nMora: Coal.\n\nLI continued from page 2\n\nburnt down.";
        let found = documents_of(source);
        assert_eq!(found.len(), 3, "{found:#?}");
        assert_eq!(
            found[0],
            "I. Talk between Orlov and Mora, 3 May 1951 / Orlov: We ask whether wheat could / be sent. / Mora: Yes. / * * *"
        );
        assert_eq!(
            found[1],
            "The Mill of Riga / by Anna Li / The mill in the valley was old and it / burnt down."
        );
    }
}
