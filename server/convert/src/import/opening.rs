//! What stands at the opening of a paragraph where a speaker's name may stand.

use std::ops::Range;

use super::name::{is_initial, is_particle, is_title};
use super::passage::Passage;
use super::words::is_capitalised;

/// What ends a name at the opening of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Delimiter {
    /// `Stalin: …`
    Colon,
    /// `Stalin. …`
    Point,
    /// Nothing: the sentence goes on.
    None,
}

/// A name at the opening of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Opening {
    /// The name, without what marks it.
    pub(crate) name: Range<usize>,
    /// What follows the name and its delimiter.
    pub(crate) body: usize,
    /// What ends it.
    pub(crate) delimiter: Delimiter,
    /// Whether print underlines it.
    pub(crate) underlined: bool,
    /// Signs of italics around it, which are no part of the text.
    pub(crate) marks: Vec<Range<usize>>,
}

/// Longer names are none.
const LONGEST_NAME: usize = 70;

/// More words before a colon are a sentence.
const MOST_WORDS: usize = 7;

/// Before an underlined name that does not open the paragraph, no more words than these.
const LONGEST_LEAD: usize = 40;

/// The label and its colon at the opening of a raw line, as it is counted before anything is known.
pub(crate) fn line_label(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let (name, colon) = colon_label(line, 0)?;
    (!line[colon.end..].trim().is_empty()).then(|| &line[name])
}

/// A label and a colon at the opening of `text` from `from` on: where the name stands, and the colon.
/// A remark in brackets may stand between them.
fn colon_label(text: &str, from: usize) -> Option<(Range<usize>, Range<usize>)> {
    let head_end =
        text[from..].char_indices().map(|(at, _)| from + at).take(LONGEST_NAME + 60).last()?;
    let head = &text[from..head_end];
    let colon = from + colon_outside_brackets(head)?;
    let width = text[colon..].chars().next()?.len_utf8();
    let next = text[colon + width..].chars().next();
    if next.is_some_and(|c| c.is_ascii_digit() || c == '/' || c == ':') {
        return None;
    }
    let before = text[from..colon].trim_end();
    let name_end = match before.find(['[', '(']) {
        Some(0) | None => before.len(),
        Some(at) if before.ends_with([']', ')']) => before[..at].trim_end().len(),
        Some(_) => return None,
    };
    let name = from..from + name_end;
    is_label(&text[name.clone()]).then_some((name, colon..colon + width))
}

/// The first colon of `head` that stands in no bracket.
fn colon_outside_brackets(head: &str) -> Option<usize> {
    let mut depth = 0_i32;
    for (at, c) in head.char_indices() {
        match c {
            '[' | '(' => depth += 1,
            ']' | ')' => depth -= 1,
            ':' | '：' if depth <= 0 => return Some(at),
            '\n' | '?' | '!' | ';' | '"' | '“' | '<' => return None,
            _ => {}
        }
    }
    None
}

/// Whether `name` has the form of a speaker's label: a few words, each with a capital or a particle.
pub(crate) fn is_label(name: &str) -> bool {
    if name.is_empty() || name.len() > LONGEST_NAME || name.starts_with('[') {
        return false;
    }
    let mut words = 0;
    let mut last_small = false;
    for word in name.split_whitespace() {
        let first = words == 0;
        words += 1;
        let letters = word.chars().all(|c| {
            c.is_alphanumeric()
                || matches!(c, '.' | '\'' | '’' | '‘' | '-' | '‐' | '‑' | '–' | '/' | '&' | '`')
        });
        let digit = word.chars().next().is_some_and(char::is_numeric);
        last_small = is_particle(word);
        if !letters || first && (digit || !is_capitalised(word)) {
            return false;
        }
        if !is_capitalised(word) && !last_small && !digit {
            return false;
        }
    }
    (1..=MOST_WORDS).contains(&words) && !last_small
}

/// The name at the opening of `passage`, where one may stand there.
pub(crate) fn opening(passage: &Passage) -> Option<Opening> {
    let text = passage.text();
    if let Some(found) = underlined_opening(passage) {
        return Some(found);
    }
    let stars = text.bytes().take_while(|byte| *byte == b'*').count();
    if (1..=3).contains(&stars) {
        return starred_opening(text, stars);
    }
    if let Some((name, colon)) = colon_label(text, 0) {
        let body = skip_space(text, colon.end);
        return Some(Opening {
            name,
            body,
            delimiter: Delimiter::Colon,
            underlined: false,
            marks: vec![],
        });
    }
    name_run(text, 0)
}

fn underlined_opening(passage: &Passage) -> Option<Opening> {
    let text = passage.text();
    let mut name = passage.underlined.first()?.clone();
    if name.start > LONGEST_LEAD || text[..name.start].contains(['.', ':', ';', '?', '!']) {
        return None;
    }
    let inside = text[name.clone()].trim_end();
    let bare = inside.trim_end_matches([':', '.', '：']);
    let inner = &inside[bare.len()..];
    name.end = name.start + bare.trim_end().len();
    if !is_label(&text[name.clone()]) && !text[name.clone()].chars().any(char::is_alphabetic) {
        return None;
    }
    let after_name = name.start + bare.len();
    let rest = &text[after_name..];
    let (delimiter, end) = if inner.contains([':', '：']) {
        (Delimiter::Colon, after_name + inner.len())
    } else {
        let gap = remark_length(rest);
        match rest[gap..].chars().next() {
            Some(c @ (':' | '：')) => (Delimiter::Colon, after_name + gap + c.len_utf8()),
            Some('.') => (Delimiter::Point, after_name + gap + 1),
            _ => (Delimiter::None, after_name),
        }
    };
    if name.start > 0 && delimiter != Delimiter::None {
        return None;
    }
    let body = if delimiter == Delimiter::None { end } else { skip_space(text, end) };
    Some(Opening { name, body, delimiter, underlined: true, marks: vec![] })
}

/// The length of white space and a remark in brackets between a name and its delimiter.
fn remark_length(rest: &str) -> usize {
    let trimmed = rest.trim_start();
    let lead = rest.len() - trimmed.len();
    if let Some(close) = trimmed.strip_prefix(['[', '(']).and_then(|inner| inner.find([']', ')'])) {
        let end = lead + 1 + close + 1;
        let after = &rest[end..];
        let gap = after.len() - after.trim_start().len();
        if after.trim_start().starts_with([':', '：', '.']) {
            return end + gap;
        }
        return 0;
    }
    if trimmed.starts_with([':', '：']) { lead } else { 0 }
}

/// `*Orlov:* …`, `**Orlov**: …`
fn starred_opening(text: &str, stars: usize) -> Option<Opening> {
    let sign = &text[..stars];
    let end_of_head = text.char_indices().map(|(at, _)| at).take(LONGEST_NAME + 20).last()?;
    let close = stars + text[stars..end_of_head.max(stars)].find(sign)?;
    let inside = &text[stars..close];
    let bare = inside.trim_end_matches([':', '：', '.']);
    let name = stars..stars + bare.trim_end().len();
    if !is_label(&text[name.clone()]) {
        return None;
    }
    let after = close + stars;
    let marks = vec![0..stars, close..after];
    let (delimiter, end) = if inside[bare.len()..].contains([':', '：']) {
        (Delimiter::Colon, after)
    } else if text[after..].starts_with([':', '：']) {
        (Delimiter::Colon, after + text[after..].chars().next()?.len_utf8())
    } else if inside.ends_with('.') {
        (Delimiter::Point, after)
    } else {
        return None;
    };
    Some(Opening { name, body: skip_space(text, end), delimiter, underlined: false, marks })
}

/// The run of titles, initials and capitalised words that begins at `from`, where a point, or a word
/// that goes on with the sentence, follows.
pub(crate) fn name_run(text: &str, from: usize) -> Option<Opening> {
    let mut at = from;
    let mut end = from;
    let mut names = 0;
    loop {
        let rest = &text[at..];
        let length = rest
            .find(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’' | '-' | '‐' | '‑'))
            .unwrap_or(rest.len());
        let mut word = &rest[..length];
        // A possessive ends the name, and what follows speaks of something of theirs.
        if let Some(owner) = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")) {
            word = owner;
            end = at + word.len();
            names += usize::from(is_capitalised(word));
            break;
        }
        if word.is_empty()
            || !(is_capitalised(word) || names > 0 && is_particle(word) && !is_conjunction(word))
        {
            break;
        }
        let pointed = rest[length..].starts_with('.');
        let abbreviated = pointed && (is_title(word) || is_initial(word)) && !is_long_title(word);
        names += usize::from(is_capitalised(word));
        end = at + length;
        at = end + usize::from(abbreviated);
        if pointed && !abbreviated {
            break;
        }
        if abbreviated {
            end = at;
        }
        let gap = text[at..].len() - text[at..].trim_start_matches(' ').len();
        if gap == 0 && !abbreviated || names > MOST_WORDS {
            break;
        }
        at += gap;
    }
    let name = from..from + text[from..end].trim_end().len();
    if names == 0 || name.len() > LONGEST_NAME {
        return None;
    }
    let rest = &text[name.end..];
    let (delimiter, body) = match rest.chars().next() {
        Some('.') => (Delimiter::Point, skip_space(text, name.end + 1)),
        Some(':' | '：') => {
            (Delimiter::Colon, skip_space(text, name.end + rest.chars().next()?.len_utf8()))
        }
        _ => (Delimiter::None, name.end),
    };
    Some(Opening { name, body, delimiter, underlined: false, marks: vec![] })
}

fn is_conjunction(word: &str) -> bool {
    matches!(word, "and" | "for" | "y" | "e")
}

/// `Minister.` ends a sentence or a label; `Mr.` does not.
fn is_long_title(word: &str) -> bool {
    word.chars().count() > 6
}

fn skip_space(text: &str, at: usize) -> usize {
    at + (text[at..].len() - text[at..].trim_start().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(source: &str) -> String {
        let mut passage = Passage::default();
        super::super::tag::push_line(
            &mut passage,
            source,
            0..source.len(),
            &mut None,
            &mut super::super::ledger::Ledger::default(),
        );
        match opening(&passage) {
            None => "none".to_owned(),
            Some(found) => format!(
                "{} {:?} {}{}",
                &passage.text()[found.name.clone()],
                found.delimiter,
                if found.underlined { "underlined " } else { "" },
                &passage.text()[found.body..]
            ),
        }
    }

    #[test]
    fn labels_in_all_dresses() {
        assert_eq!(show("Comrade Li Ming: Yes."), "Comrade Li Ming Colon Yes.");
        assert_eq!(show("<u>Orlov</u>. No."), "Orlov Point underlined No.");
        assert_eq!(show("<u>Orlov:</u> No."), "Orlov Colon underlined No.");
        assert_eq!(show("*Orlov:* No."), "Orlov Colon No.");
        assert_eq!(show("**Orlov**: No."), "Orlov Colon No.");
        assert_eq!(show("Mora [laughing]: No."), "Mora Colon No.");
        assert_eq!(show("<u>Mora</u> (in French): No."), "Mora Colon underlined No.");
        assert_eq!(show("The Vice President: No."), "The Vice President Colon No.");
        assert_eq!(show("Mr. P. O'HARA. No."), "Mr. P. O'HARA Point No.");
    }

    #[test]
    fn names_that_go_on() {
        assert_eq!(show("Orlov asks for coal."), "Orlov None  asks for coal.");
        assert_eq!(show("Comr. Li Ming asks."), "Comr. Li Ming None  asks.");
        assert_eq!(show("To this <u>Li Ming</u> responds."), "Li Ming None underlined  responds.");
        assert_eq!(show("Orlov's mill burnt."), "Orlov None 's mill burnt.");
    }

    #[test]
    fn what_is_no_label() {
        assert_eq!(show("It was 10:30 then."), "It None  was 10:30 then.");
        assert_eq!(show("https://example.org"), "none");
        assert_eq!(show("he asked: why?"), "none");
        assert_eq!(show(""), "none");
    }

    #[test]
    fn lines_are_counted_by_their_labels() {
        assert_eq!(line_label("  Orlov: Yes."), Some("Orlov"));
        assert_eq!(line_label("Present:"), None);
    }
}
