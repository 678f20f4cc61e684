//! Signs that print means as they stand, and that the markup would read otherwise.

use std::ops::Range;

/// Marks that close further away than this are not read as a pair.
const LONGEST_MARK: usize = 4_000;

/// Stands in [`Open::sign`] for an opening bracket that is escaped.
const ESCAPED: char = '\\';

/// A sign that waits for its partner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Open {
    sign: char,
    width: usize,
    at: usize,
}

/// Where in `range` of `text` a `\` must stand so that the markup reads the text as print means it: before signs
/// of the markup that print does not use. Stars in pairs (`*title*`) are read as the italics they are; brackets
/// stay, also those that print left open.
pub(crate) fn escapes(text: &str, range: Range<usize>) -> Vec<usize> {
    let mut escapes = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    let slice = &text[range.clone()];
    let mut before: Option<char> = None;
    let mut chars = slice.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, c)| *c);
        match c {
            // A raised digit becomes a sign of the markup, and so may what follows the end.
            '\\' if next.is_none_or(|next| next.is_ascii_punctuation() || next.is_numeric()) => {
                escapes.push(at);
            }
            '{' | '}' => escapes.push(at),
            '_' if !inside_word(before, next) => escapes.push(at),
            '~' | '^' if is_mark(next) || is_mark(before) => escapes.push(at),
            '^' if before != Some('[') && !inside_word(before, next) && !is_blank(next) => {
                escapes.push(at);
            }
            '[' => {
                if next == Some('[') && is_link(&slice[at..]) || next == Some('@') {
                    escapes.push(at);
                    // Its partner is escaped as well, lest it close a bracket around it.
                    open.push(Open { sign: ESCAPED, width: 1, at });
                    before = Some(c);
                    continue;
                }
                open.push(Open { sign: '[', width: 1, at });
            }
            ']' => close_bracket(&mut open, &mut escapes, at),
            '*' => {
                let mut width = 1;
                while width < 2 && chars.next_if(|(_, c)| *c == '*').is_some() {
                    width += 1;
                }
                let next = chars.peek().map(|(_, c)| *c);
                star(&mut open, &mut escapes, before, next, Open { sign: '*', width, at });
            }
            _ => {}
        }
        before = Some(c);
    }
    for left in open.into_iter().filter(|left| left.sign == '*') {
        escapes.extend((0..left.width).map(|at| left.at + at));
    }
    escapes.sort_unstable();
    escapes.dedup();
    for at in &mut escapes {
        *at += range.start;
    }
    escapes
}

fn inside_word(before: Option<char>, next: Option<char>) -> bool {
    before.is_some_and(is_word) && next.is_some_and(is_word)
}

/// What counts as a letter or digit beside a mark: the same ranges as in the grammar's scanner, which has no
/// tables of Unicode.
fn is_word(c: char) -> bool {
    matches!(c,
        '0'..='9' | 'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{1fff}'
        | '\u{2c00}'..='\u{2dff}' | '\u{3005}'..='\u{3007}' | '\u{3021}'..='\u{d7ff}' | '\u{f900}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefe}' | '\u{ff10}'..='\u{ff19}' | '\u{ff21}'..='\u{ff3a}' | '\u{ff41}'..='\u{ff5a}'
        | '\u{ff66}'..='\u{ffdc}' | '\u{10000}'..='\u{1efff}' | '\u{20000}'..='\u{10ffff}')
}

/// Marks side by side are read together.
fn is_mark(c: Option<char>) -> bool {
    c.is_some_and(|c| matches!(c, '*' | '_' | '~' | '^'))
}

fn is_blank(next: Option<char>) -> bool {
    next.is_none_or(char::is_whitespace)
}

/// Whether `text`, which begins with `[[`, closes as a reference does: `[[words]]`.
fn is_link(text: &str) -> bool {
    let inner = &text[2..];
    inner.find(['[', ']']).is_some_and(|at| inner[at..].starts_with("]]"))
}

fn close_bracket(open: &mut Vec<Open>, escapes: &mut Vec<usize>, at: usize) {
    let Some(bracket) = open.iter().rposition(|waiting| matches!(waiting.sign, '[' | ESCAPED))
    else {
        for star in open.drain(..) {
            escapes.extend((0..star.width).map(|offset| star.at + offset));
        }
        // A closing sign without a partner stays as printed.
        return;
    };
    if open[bracket].sign == ESCAPED {
        escapes.push(at);
    }
    for star in open.drain(bracket..).filter(|waiting| waiting.sign == '*') {
        escapes.extend((0..star.width).map(|offset| star.at + offset));
    }
}

/// A star opens italics, closes them, or stands for itself.
fn star(
    open: &mut Vec<Open>,
    escapes: &mut Vec<usize>,
    before: Option<char>,
    next: Option<char>,
    star: Open,
) {
    let blank_around = before.is_none_or(char::is_whitespace) && is_blank(next);
    if blank_around || inside_word(before, next) {
        // Between spaces a star closes what is open; alone, or inside a word, it is no mark.
        if star.width == 2
            || before.is_none()
            || blank_around && open.iter().any(|waiting| waiting.sign == '*')
        {
            escapes.extend((0..star.width).map(|at| star.at + at));
        }
        return;
    }
    let partner = open.last().copied().filter(|last| {
        last.sign == '*' && last.width == star.width && star.at - last.at < LONGEST_MARK
    });
    let closes = !before.is_none_or(char::is_whitespace) && !next.is_some_and(is_word);
    if closes && partner.is_some_and(|partner| partner.at + partner.width < star.at) {
        open.pop();
        return;
    }
    let opens = !is_blank(next)
        && !next.is_some_and(|c| {
            matches!(
                c,
                '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '}' | '|' | '*' | '’' | '”' | '»'
            )
        })
        && !before.is_some_and(is_word);
    if opens && !open.iter().any(|waiting| waiting.sign == '*') {
        open.push(star);
    } else {
        escapes.extend((0..star.width).map(|at| star.at + at));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn escaped(text: &str) -> String {
        let mut out = text.to_owned();
        for at in escapes(text, 0..text.len()).into_iter().rev() {
            out.insert(at, '\\');
        }
        out
    }

    #[test]
    fn italics_stay_and_lone_stars_do_not() {
        assert_eq!(
            escaped("See *Wheat and Coal*, p. 3, and **Iron**."),
            "See *Wheat and Coal*, p. 3, and **Iron**."
        );
        assert_eq!(escaped("a *b c"), r"a \*b c");
        assert_eq!(escaped("3 * 4, snake_case"), "3 * 4, snake_case");
        assert_eq!(escaped("[a *b] c*"), r"[a \*b] c\*");
    }

    #[test]
    fn signs_that_print_does_not_use() {
        assert_eq!(escaped("{a} _b_ ~~c~~ d\\[e [@f]"), r"\{a\} \_b\_ \~\~c\~\~ d\\[e \[@f\]");
        assert_eq!(escaped("[[Page 7]]"), r"\[[Page 7]\]");
    }

    #[test]
    fn brackets_stay_as_printed() {
        assert_eq!(
            escaped("comr[ade] [left open, closed] ] twice"),
            "comr[ade] [left open, closed] ] twice"
        );
        assert_eq!(escaped("[[North] Korea]"), "[[North] Korea]");
    }

    proptest! {
        #[test]
        fn the_markup_finds_no_mark_that_is_not_closed(text in "[a-c \\[\\]*_{}~^\\\\.,é¹]{0,40}") {
            let text = format!("a{text}");
            let parsed = obelus_syntax::Block::parse(&escaped(&text), false);
            for node in parsed.nodes() {
                let name = node.kind().name();
                let wrong = matches!(name, "unclosed_emphasis" | "unclosed_strong" | "unclosed_underline" | "unclosed_deleted"
                    | "unclosed_inserted" | "unclosed_apparatus" | "stray_brace" | "underlined" | "deleted" | "inserted" | "apparatus" | "anchor" | "cross_reference");
                prop_assert!(!wrong, "{} in {}", name, escaped(&text));
            }
        }
    }
}
