//! What stands above the text of a document: title, date, place, author.

use super::assemble::{Role, Whole};
use super::document::author;
use super::heading::place;
use super::kind::Kind;
use super::passage::Passage;
use super::report::excerpt;
use super::sketch::Sketch;

/// What stands above the text of a document.
pub(crate) struct Head {
    /// Before this paragraph.
    pub(crate) end: usize,
    /// The paragraphs that are the title.
    pub(crate) titles: Vec<usize>,
    /// They put together.
    pub(crate) title: String,
    /// All headings above the text.
    pub(crate) words: String,
    /// The date that they tell (ISO 8601).
    pub(crate) date: Option<String>,
    /// The place before the date.
    pub(crate) place: Option<String>,
    /// The kind that they tell.
    pub(crate) kind: Kind,
    /// The author whom a byline names.
    pub(crate) author: Option<String>,
}

impl Head {
    /// Reads what stands above the text of `passages`.
    pub(crate) fn of(passages: &[Passage], whole: &Whole<'_>) -> Self {
        let sketches: Vec<Sketch> =
            passages.iter().take(12).map(|p| Sketch::of(p, whole.vocabulary)).collect();
        let end = sketches.iter().position(Sketch::is_body).unwrap_or(sketches.len());
        let byline = sketches.iter().position(|sketch| sketch.byline).filter(|at| *at <= 3);
        let end = end.max(byline.map_or(0, |at| at + 1));
        let headings: Vec<usize> = (0..end)
            .filter(|at| {
                sketches[*at].is_title() || byline.is_some() && sketches[*at].has_title_form()
            })
            .collect();
        let last = byline
            .and_then(|byline| headings.iter().rev().find(|at| **at < byline))
            .or(headings.first());
        let mut titles: Vec<usize> = last.copied().into_iter().collect();
        while let Some(before) = titles.first().and_then(|at| at.checked_sub(1)) {
            let unfinished = passages[before].text().ends_with(['—', '–', ':', '-']);
            if !headings.contains(&before) || !unfinished {
                break;
            }
            titles.insert(0, before);
        }
        let words: Vec<&str> = (0..end)
            .filter(|at| sketches[*at].heading.is_some())
            .map(|at| passages[at].text())
            .collect();
        let title: Vec<&str> = titles.iter().map(|at| passages[*at].text()).collect();
        let dated =
            || (0..end).filter_map(|at| Some((at, sketches[at].heading.as_ref()?.date.clone()?)));
        let place = (0..end)
            .filter(|at| sketches[*at].heading.is_some())
            .find_map(|at| place(passages[at].text()))
            .map(str::to_owned);
        let correspondents = titles
            .iter()
            .any(|at| sketches[*at].heading.as_ref().is_some_and(|heading| heading.correspondents));
        let kinds = headings.iter().filter_map(|at| sketches[*at].heading.as_ref()?.kind);
        let kind = kinds.min_by_key(|kind| *kind as u8).unwrap_or(if correspondents {
            whole.message
        } else {
            Kind::Document
        });
        let title = match title.join(" ").split_whitespace().collect::<Vec<_>>().join(" ") {
            title if title.is_empty() => {
                passages.first().map(|p| excerpt(p.text())).unwrap_or_default()
            }
            title => title,
        };
        Self {
            end,
            titles,
            title,
            words: words.join("\n"),
            date: dated().map(|(_, date)| date).max_by_key(String::len),
            place,
            kind,
            author: author(passages),
        }
    }

    /// The kind, when the text has been read.
    pub(crate) fn settled_kind(&self, roles: &[Role], whole: &Whole<'_>) -> Kind {
        let turns = roles.iter().any(|role| matches!(role, Role::Turn(_)));
        let sourced = roles.iter().any(|role| matches!(role, Role::SourceNote { .. }));
        if self.author.is_some() {
            return Kind::Commentary;
        }
        if whole.first_of_many
            && !turns
            && !sourced
            && (self.titles.is_empty() || self.date.as_ref().is_none_or(|date| date.len() < 10))
        {
            return Kind::Introduction;
        }
        if self.kind == Kind::Document && turns { Kind::Conversation } else { self.kind }
    }
}

#[cfg(test)]
mod tests {
    use super::super::language::Language;
    use super::super::ledger::Ledger;
    use super::super::paragraph::paragraphs;
    use super::super::words::Vocabulary;
    use super::*;

    fn read(source: &str) -> String {
        let passages = paragraphs(source, &mut Ledger::default());
        let vocabulary = Vocabulary::default();
        let whole = Whole {
            vocabulary: &vocabulary,
            language: Language::English,
            message: Kind::Telegram,
            first_of_many: false,
        };
        let head = Head::of(&passages, &whole);
        let or = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
        format!(
            "{} | {} | {} | {} | {}",
            head.title,
            head.kind.name(),
            or(head.date),
            or(head.place),
            or(head.author)
        )
    }

    #[test]
    fn title_kind_date_and_place() {
        assert_eq!(
            read("II. Talk between Orlov and Mora, Riga, 3 May 1951\n\nOrlov: Wheat."),
            "II. Talk between Orlov and Mora, Riga, 3 May 1951 | conversation | 1951-05-03 | Riga | -"
        );
        assert_eq!(
            read(
                "74. Memorandum of Conversation\n\nWarsaw, August 3, 1959.\n\nWheat is dear, they said."
            ),
            "74. Memorandum of Conversation | conversation | 1959-08-03 | Warsaw | -"
        );
        assert_eq!(
            read("Orlov to Mora, 4 May 1951\n\nWheat is dear, and so is coal."),
            "Orlov to Mora, 4 May 1951 | telegram | 1951-05-04 | - | -"
        );
    }

    #[test]
    fn a_title_over_two_lines_with_its_author() {
        assert_eq!(
            read(
                "From Wheat to Coal in the Riga Talks—\n\nA Reading\n\nby Anna Mora\n\nThe talks were long, and they were dull."
            ),
            "From Wheat to Coal in the Riga Talks— A Reading | conversation | - | - | Anna Mora"
        );
    }
}
