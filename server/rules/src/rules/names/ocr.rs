//! `names/ocr`

use obelus_edition::config::Level;
use obelus_text::{Change, Offset, Span};

use crate::words::words;
use crate::{BlockScope, Check, Example, Fix, Rule, Sink};

/// A name in which a letter was misread.
pub static OCR: Rule = Rule {
    name: "names/ocr",
    summary: "In a name a letter looks misread: `II` for `Il`, `0` for `O`, `1` for `l`.",
    why: "\
Reading machines take the small l for a capital I, the letter O for a nought, the pair rn for m. In the
middle of a name a Roman numeral, or a digit inside a word, is most likely such a slip. Numerals after the
name of a pope or king, or before a noun, are no slip and are left in peace.",
    example: Example {
        fails: "Lind: I met Kim II Park in Vik, and Mr. 0lsen.\n",
        passes: "Lind: I met Kim Il Park in Vik. The XIX Congress and Gustav II met; Louis II Adolf.\n",
    },
    level: Level::Error,
    check: Check::Block(check),
};

fn check(scope: &BlockScope<'_>, sink: &mut Sink) {
    for (_, prose) in scope.prose() {
        let text = prose.of(scope.text());
        let list: Vec<_> = words(text).collect();
        for (at, (start, word)) in list.iter().enumerate() {
            let before = at.checked_sub(1).map(|before| list[before]);
            let after = list.get(at + 1).copied();
            let Some(better) = misread(text, *start, word, before, after) else { continue };
            let span = Span::at(prose.start() + Offset::from_usize(*start), word.len());
            let message = format!("“{word}” looks misread for “{better}”");
            sink.report(OCR.finding(span, message).fix(Fix::suggested(
                format!("Write “{better}”"),
                vec![Change::replace(span, better)],
            )));
        }
    }
}

type Word<'a> = Option<(usize, &'a str)>;

fn misread(
    text: &str,
    start: usize,
    word: &str,
    before: Word<'_>,
    after: Word<'_>,
) -> Option<String> {
    let apart = |from: usize, to: usize| text.get(from..to) == Some(" ");
    if word == "II" {
        // `Kim II Sung`: a short syllable before and a name after. After longer names the numeral
        // counts a ruler.
        let (before_at, before) = before?;
        let (after_at, after) = after?;
        let near = apart(before_at + before.len(), start) && apart(start + 2, after_at);
        let syllable = is_name(before) && before.chars().count() <= 4;
        return (near && syllable && is_name(after) && after.chars().count() <= 5)
            .then(|| "Il".into());
    }
    let letters = word.chars().filter(|char| char.is_alphabetic()).count();
    let digits = word.chars().filter(char::is_ascii_digit).count();
    if digits != 1 || letters < 3 {
        return None;
    }
    // `0lsen`, `Ber1in`: one digit among letters, at the start or inside.
    let lower = word.chars().filter(|char| char.is_lowercase()).count();
    let inside = !word.ends_with(|char: char| char.is_ascii_digit());
    let better = if word.starts_with('0') {
        word.replacen('0', "O", 1)
    } else if word.contains('0') {
        word.replace('0', "o")
    } else if word.contains('1') && !word.starts_with('1') {
        word.replace('1', "l")
    } else {
        return None;
    };
    (inside && lower >= 2 && !is_ordinal(word)).then_some(better)
}

fn is_name(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
        && word.chars().skip(1).all(char::is_lowercase)
}

/// `20th`, `1930s`, `122mm`: digits first.
fn is_ordinal(word: &str) -> bool {
    word.starts_with(|char: char| ('1'..='9').contains(&char))
}
