//! The texts that editors hold, kept in step edit by edit.

use obelus_text::{Change, Encoding, Offset, Position, PositionError, Span, Text};

/// An edit as the protocol describes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContentChange {
    /// First and last place of what is replaced; nothing for the whole text.
    pub range: Option<(Position, Position)>,
    /// What stands there afterwards.
    pub text: String,
}

/// Why the text here is no longer the editor's text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OutOfStep {
    /// An edit begins or ends where no edit can.
    #[error("an edit that begins or ends inside a character was sent ({0})")]
    InsideCharacter(Position),
    /// An edit that is no edit.
    #[error("an edit that cannot be read was sent ({0})")]
    Unreadable(String),
}

/// What editing a text came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Applied {
    /// The changes in bytes, each counted in the text as the one before left it.
    pub changes: Vec<Change>,
    /// Whether a place past the end of the text was taken for its end.
    pub beyond_end: bool,
}

/// Applies edits to `text`, all or none.
///
/// A line past the end stands for the end of the text, and a range that runs backwards for the range
/// that runs forwards: so does the `TextDocument` of `vscode-languageserver`, whose reading of the
/// protocol editors are tested against.
///
/// # Errors
/// An edit that begins or ends inside a character: what the editor's text is now cannot be known.
pub fn apply(
    text: &mut Text,
    edits: Vec<ContentChange>,
    encoding: Encoding,
) -> Result<Applied, OutOfStep> {
    let mut edited = text.clone();
    let mut applied = Applied::default();
    for edit in edits {
        let span = match edit.range {
            None => Span::new(Offset::ZERO, edited.end()),
            Some((first, last)) => {
                let (first, last) = (first.min(last), first.max(last));
                let start = place(&edited, first, encoding, &mut applied.beyond_end)?;
                let end = place(&edited, last, encoding, &mut applied.beyond_end)?;
                Span::new(start, end)
            }
        };
        let change = Change::replace(span, edit.text);
        edited.apply(&change);
        applied.changes.push(change);
    }
    *text = edited;
    Ok(applied)
}

fn place(
    text: &Text,
    position: Position,
    encoding: Encoding,
    beyond_end: &mut bool,
) -> Result<Offset, OutOfStep> {
    match text.offset(position, encoding) {
        Ok(offset) => Ok(offset),
        Err(PositionError::NoSuchLine { .. }) => {
            *beyond_end = true;
            Ok(text.end())
        }
        Err(PositionError::InsideCharacter { position }) => {
            Err(OutOfStep::InsideCharacter(position))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(first: (u32, u32), last: (u32, u32), text: &str) -> ContentChange {
        let position = |(line, column)| Position::new(line, column);
        ContentChange { range: Some((position(first), position(last))), text: text.to_owned() }
    }

    fn edited(source: &str, edits: Vec<ContentChange>) -> (String, Result<bool, OutOfStep>) {
        let mut text = Text::from(source);
        let applied = apply(&mut text, edits, Encoding::Utf16);
        (text.to_string(), applied.map(|applied| applied.beyond_end))
    }

    #[test]
    fn each_edit_counts_in_the_text_that_the_one_before_left() {
        let edits =
            vec![edit((0, 0), (0, 0), "𝔸\n"), edit((1, 1), (1, 2), ""), edit((0, 2), (0, 2), "!")];
        assert_eq!(edited("abc", edits), ("𝔸!\nac".to_owned(), Ok(false)));
    }

    #[test]
    fn without_a_range_the_whole_text_is_replaced() {
        let whole = ContentChange { range: None, text: "new".to_owned() };
        assert_eq!(edited("abc\nd", vec![whole]), ("new".to_owned(), Ok(false)));
    }

    #[test]
    fn past_the_end_is_the_end_and_backwards_is_forwards() {
        assert_eq!(edited("ab", vec![edit((7, 0), (9, 9), "c")]), ("abc".to_owned(), Ok(true)));
        assert_eq!(edited("abc", vec![edit((0, 2), (0, 1), "")]), ("ac".to_owned(), Ok(false)));
    }

    #[test]
    fn inside_a_character_no_edit_of_the_batch_is_made() {
        let edits = vec![edit((0, 0), (0, 0), "x"), edit((0, 2), (0, 2), "y")];
        let (text, result) = edited("𝔸", edits);
        assert_eq!(text, "𝔸");
        assert_eq!(
            result.unwrap_err().to_string(),
            "an edit that begins or ends inside a character was sent (1:3)"
        );
    }
}
