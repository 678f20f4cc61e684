//! Footnotes: their definitions at the end of a text, and the references to them.

use std::collections::BTreeSet;
use std::ops::Range;

use super::passage::Passage;
use super::source_note::is_source_note;

/// A footnote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Definition {
    /// The paragraph.
    pub(crate) passage: usize,
    /// Its number.
    pub(crate) number: u32,
    /// The number as printed, with the signs and space after it.
    pub(crate) mark: Range<usize>,
}

/// A reference to a footnote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reference {
    /// The paragraph.
    pub(crate) passage: usize,
    /// The number as printed.
    pub(crate) range: Range<usize>,
    /// The number.
    pub(crate) number: u32,
}

/// The value of a raised digit.
fn raised(c: char) -> Option<u32> {
    match c {
        '¹' => Some(1),
        '²' => Some(2),
        '³' => Some(3),
        '⁰' => Some(0),
        '⁴'..='⁹' => Some(c as u32 - '⁰' as u32),
        _ => None,
    }
}

/// The number at the beginning of a paragraph that may be a footnote, the bytes of its mark, and whether it is
/// raised.
fn opening_number(text: &str) -> Option<(u32, usize, bool)> {
    let raised_end = text.find(|c| raised(c).is_none()).unwrap_or(text.len());
    if raised_end > 0 {
        let number = text[..raised_end]
            .chars()
            .filter_map(raised)
            .take(4)
            .fold(0, |sum, digit| sum * 10 + digit);
        let end = raised_end + spaces(&text[raised_end..]);
        return (end < text.len()).then_some((number, end, true));
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=3).contains(&digits) {
        return None;
    }
    let number = text[..digits].parse().ok()?;
    let rest = &text[digits..];
    let sign = usize::from(rest.starts_with(['.', ')']));
    let gap = spaces(&rest[sign..]);
    (sign == 1 && gap > 0 && digits + sign + gap < text.len()).then_some((
        number,
        digits + sign + gap,
        false,
    ))
}

fn spaces(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

/// Finds where in `passages` footnotes are run together, so that they can be parted: the place of a number that
/// is missing, after the end of a sentence.
pub(crate) fn run_together(passages: &[Passage]) -> Vec<(usize, usize)> {
    let definitions = definitions(passages);
    let highest = references_anywhere(passages, &definitions).last().copied().unwrap_or_default();
    let mut places = Vec::new();
    for (index, definition) in definitions.iter().enumerate() {
        let next = definitions.get(index + 1).map_or(highest + 1, |next| next.number);
        let text = passages[definition.passage].text();
        let mut from = definition.mark.end;
        for missing in definition.number + 1..next.min(definition.number + 20) {
            let sign = format!(" {missing}. ");
            let Some(at) = text[from..].find(&sign).map(|at| at + from) else { break };
            let ended = text[..at].ends_with(['.', '”', '"', ')', ']']);
            let opens = text[at + sign.len()..].chars().next().is_some_and(|c| !c.is_lowercase());
            if !ended || !opens {
                break;
            }
            places.push((definition.passage, at + 1));
            from = at + sign.len();
        }
    }
    places
}

/// The footnotes at the end of `passages`: paragraphs whose numbers follow one another, to which the text
/// refers, or which stand after the source note.
pub(crate) fn definitions(passages: &[Passage]) -> Vec<Definition> {
    let opened: Vec<Option<(u32, usize, bool)>> =
        passages.iter().map(|passage| opening_number(passage.text())).collect();
    let mut found = tail(&opened);
    let first = found.first().map(|definition| definition.passage);
    let numbers: BTreeSet<u32> = found.iter().map(|definition| definition.number).collect();
    let referred = references(passages, &found)
        .into_iter()
        .map(|reference| reference.number)
        .collect::<BTreeSet<_>>();
    let after_source = first
        .and_then(|first| first.checked_sub(1))
        .is_some_and(|before| is_source_note(passages[before].text()));
    if !(after_source || !numbers.is_empty() && referred.len() * 2 >= numbers.len()) {
        found.clear();
    }
    // A raised number at the opening of a paragraph is a footnote wherever it stands.
    for (at, opened) in opened.iter().enumerate() {
        if let Some((number, end, true)) = opened
            && !found.iter().any(|definition| definition.passage == at)
        {
            found.push(Definition { passage: at, number: *number, mark: 0..*end });
        }
    }
    found.sort_by_key(|definition| definition.passage);
    found
}

/// The longest run of rising numbers that reaches the end.
fn tail(opened: &[Option<(u32, usize, bool)>]) -> Vec<Definition> {
    let mut found: Vec<Definition> = Vec::new();
    let mut strangers = 0;
    for (at, opened) in opened.iter().enumerate().rev() {
        let Some((number, end, _)) = opened else {
            strangers += 1;
            if strangers > 3 {
                break;
            }
            continue;
        };
        let rises = |next: &Definition| *number < next.number && next.number - number <= 3;
        if !found.last().is_none_or(rises) {
            break;
        }
        strangers = 0;
        found.push(Definition { passage: at, number: *number, mark: 0..*end });
        if *number == 1 {
            break;
        }
    }
    found.reverse();
    found
}

/// The references in `passages` to the footnotes of these `definitions`.
pub(crate) fn references(passages: &[Passage], definitions: &[Definition]) -> Vec<Reference> {
    let numbers: BTreeSet<u32> = definitions.iter().map(|definition| definition.number).collect();
    let first = definitions.first().map_or(0, |definition| definition.passage);
    let mut expected = numbers.iter().next().copied().unwrap_or(1);
    let mut found = Vec::new();
    for (at, passage) in passages.iter().enumerate() {
        let defined = definitions.iter().find(|definition| definition.passage == at);
        let from = defined.map_or(0, |definition| definition.mark.end);
        for (range, number, raised) in numbers_in(passage.text(), from) {
            let certain = if raised {
                numbers.contains(&number)
            } else {
                number == expected && numbers.contains(&number) && at < first
            };
            if certain {
                expected = expected.max(number + 1);
                found.push(Reference { passage: at, range, number });
            }
        }
    }
    found
}

fn references_anywhere(passages: &[Passage], definitions: &[Definition]) -> Vec<u32> {
    let first = definitions.first().map_or(0, |definition| definition.passage);
    let mut numbers: Vec<u32> = passages[..first]
        .iter()
        .flat_map(|passage| numbers_in(passage.text(), 0))
        .filter(|(_, _, raised)| *raised)
        .map(|(_, number, _)| number)
        .filter(|number| *number < 2_000)
        .collect();
    numbers.sort_unstable();
    numbers
}

/// The numbers in `text` that may refer to footnotes: raised digits after a word or sign, and digits right
/// after the end of a sentence or quotation.
fn numbers_in(text: &str, from: usize) -> Vec<(Range<usize>, u32, bool)> {
    let mut found = Vec::new();
    let mut before = text[..from].chars().next_back();
    let mut chars = text[from..].char_indices().map(|(at, c)| (at + from, c)).peekable();
    while let Some((at, c)) = chars.next() {
        let is_raised = raised(c).is_some();
        let plain = c.is_ascii_digit()
            && before.is_some_and(|b| matches!(b, '.' | '”' | '"' | '’' | '?' | '!' | '…'));
        if !is_raised && !plain {
            before = Some(c);
            continue;
        }
        let value = |c: char| if is_raised { raised(c) } else { c.to_digit(10) };
        let mut number = value(c).unwrap_or_default();
        let mut end = at + c.len_utf8();
        let mut digits = 1;
        while let Some((next, c)) = chars.next_if(|(_, c)| value(*c).is_some()) {
            number = number.saturating_mul(10).saturating_add(value(c).unwrap_or_default());
            end = next + c.len_utf8();
            digits += 1;
        }
        let after = text[end..].chars().next();
        let stands = if is_raised {
            // Inside a bracket of its own, `[¹]`, the sign of a note would make another sign of both.
            before.is_some_and(|b| !b.is_whitespace() && !matches!(b, '[' | '{'))
                && !is_unit(&text[..at])
        } else {
            after.is_none_or(char::is_whitespace)
        };
        if stands && digits <= 3 {
            found.push((at..end, number, is_raised));
        }
        before = text[..end].chars().next_back();
    }
    found
}

/// `20 km²` is no reference.
fn is_unit(before: &str) -> bool {
    let tail: String = before.chars().rev().take(3).collect::<Vec<_>>().into_iter().rev().collect();
    [" m", " km", " cm", "0m", "0km"].iter().any(|unit| tail.ends_with(unit))
}

#[cfg(test)]
mod tests {
    use super::super::ledger::Ledger;
    use super::super::paragraph::paragraphs;
    use super::*;

    fn read(source: &str) -> String {
        let mut passages = paragraphs(source, &mut Ledger::default());
        for (at, place) in run_together(&passages).into_iter().rev() {
            let rest = passages[at].split_off(place);
            passages.insert(at + 1, rest);
        }
        let definitions = definitions(&passages);
        let references = references(&passages, &definitions);
        let shown: Vec<String> = definitions
            .iter()
            .map(|d| format!("{} {}", d.number, &passages[d.passage].text()[d.mark.end..]))
            .collect();
        let referred: Vec<String> = references.iter().map(|r| r.number.to_string()).collect();
        format!("{} | {}", referred.join(" "), shown.join(" / "))
    }

    #[test]
    fn notes_at_the_end() {
        let source = "“Wheat is dear.”1 He left.² In 1950.³ Nobody came.”4\n\n1. See Mora, p. 3.\n\n2. Ibid. 3. See Li, p. 4.\n\n4. Orlov, p. 9.";
        assert_eq!(
            read(source),
            "1 2 3 4 | 1 See Mora, p. 3. / 2 Ibid.  / 3 See Li, p. 4. / 4 Orlov, p. 9."
        );
    }

    #[test]
    fn points_of_a_letter_are_no_notes() {
        assert_eq!(read("Comrade Li,\n\n1. We think so.\n\n2. We do not.\n\nMora"), " | ");
    }

    #[test]
    fn notes_after_the_source_note() {
        let source = "He left.²\n\n[Source: ABC, f. 3.]\n\n2. Not printed.\n\n3. Not found.";
        assert_eq!(read(source), "2 | 2 Not printed. / 3 Not found.");
    }

    #[test]
    fn measures_are_no_references() {
        assert_eq!(read("An area of 20 km² was sold.² So.\n\n² See Li."), "2 | 2 See Li.");
    }
}
