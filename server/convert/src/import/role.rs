//! What each paragraph of a document is.

use super::assemble::Role;
use super::footnote::Definition;
use super::head::Head;
use super::heading::is_separator;
use super::kind::Kind;
use super::participants::People;
use super::passage::Passage;
use super::sketch::Sketch;
use super::source_note::{is_bare_source_note, is_whole_source_note};
use super::speaker::Speakers;
use super::turn::{Manner, turn};
use super::words::Vocabulary;

/// What decides what a paragraph is.
pub(crate) struct Roles<'a> {
    pub(crate) head: &'a Head,
    pub(crate) definitions: &'a [Definition],
    pub(crate) speakers: &'a Speakers,
    pub(crate) manner: Manner,
    pub(crate) people: &'a People,
    pub(crate) vocabulary: &'a Vocabulary,
}

impl Roles<'_> {
    /// What the paragraph at `at` is.
    pub(crate) fn role(&self, passages: &[Passage], at: usize) -> Role {
        let passage = &passages[at];
        let text = passage.text();
        if let Some(definition) =
            self.definitions.iter().find(|definition| definition.passage == at)
        {
            return Role::Note { number: definition.number, mark: definition.mark.clone() };
        }
        if is_separator(text) {
            return Role::Separator;
        }
        if is_whole_source_note(text) {
            return Role::SourceNote { bare: false };
        }
        if is_bare_source_note(text) {
            return Role::SourceNote { bare: true };
        }
        if at < self.head.end {
            return self.role_in_head(passages, at);
        }
        if self.people.lists.iter().any(|list| list.contains(&at)) {
            return Role::Text;
        }
        if let Some(turn) = turn(passage, self.speakers, self.manner) {
            return Role::Turn(turn);
        }
        let sketch = Sketch::of(passage, self.vocabulary);
        if passage.quoted && sketch.prose && text.len() > 120 {
            return Role::Quotation;
        }
        if self.is_subheading(passages, at, &sketch) { Role::Heading(2) } else { Role::Text }
    }

    fn role_in_head(&self, passages: &[Passage], at: usize) -> Role {
        let sketch = Sketch::of(&passages[at], self.vocabulary);
        if self.head.titles.contains(&at) {
            Role::Heading(1)
        } else if sketch.is_title()
            && self.head.titles.first().is_some_and(|first| at > *first)
            && !sketch.field
        {
            Role::Heading(2)
        } else {
            Role::Text
        }
    }

    /// A heading inside a text. In the record of a talk a line in capitals may be anything: only what print
    /// marks as a heading is one.
    fn is_subheading(&self, passages: &[Passage], at: usize, sketch: &Sketch) -> bool {
        let Some(heading) = sketch.heading.as_ref().filter(|heading| !heading.dateline) else {
            return false;
        };
        if passages[at].heading_mark.is_some() {
            return true;
        }
        let follows = passages.get(at + 1).map(|next| Sketch::of(next, self.vocabulary));
        let above = at.checked_sub(1).map(|before| Sketch::of(&passages[before], self.vocabulary));
        let between = follows.is_some_and(|next| next.prose && next.is_body())
            && above.is_some_and(|above| above.is_body() && above.prose && !above.breaks_off());
        let text = passages[at].text();
        between
            && text.len() <= 120
            && !text.contains('\n')
            && !passages[at].quoted
            && (self.head.kind != Kind::Conversation || self.head.author.is_some())
            && (heading.loud || text.split_whitespace().count() >= 2)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{ImportOptions, SourceText, import};

    fn blocks(source: &str) -> String {
        let made = import(&SourceText::new("a.txt", source), &ImportOptions::default());
        let text = &made.files[0].text;
        let parsed = obelus_syntax::Document::parse(text.as_str().into());
        let roots = parsed.blocks().iter().flat_map(|placed| {
            placed.block.roots().map(|root| root.kind().name()).collect::<Vec<_>>()
        });
        roots.skip(1).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn paragraphs_of_a_record() {
        let source = "Talk between Orlov and Mora, 3 May 1951\n\nWheat: dear.\n\nOrlov: Yes.\n\nMora asks for coal.\n\n# A Heading\n\n-----\n\n[Laughter]\n\nSource: ABC, f. 3, op. 1, d. 4.";
        assert_eq!(
            blocks(source),
            "heading paragraph speech reported_speech heading separator editorial_block source_note"
        );
    }

    #[test]
    fn headings_in_an_article_but_not_in_a_record() {
        let article = "Wheat\n\nby Anna Mora\n\nThe mill in the valley was sold.\n\nThe Coal Question\n\nCoal was dear in those years.";
        assert_eq!(blocks(article), "heading paragraph paragraph heading paragraph");
        let record = "Talk between Orlov and Mora, 3 May 1951\n\nOrlov: The mill in the valley was sold.\n\nThe Coal Question\n\nMora: Coal was dear in those years.";
        assert_eq!(blocks(record), "heading speech paragraph speech");
    }
}
