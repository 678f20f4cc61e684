//! `names/run-together`

use obelus_edition::config::Level;
use obelus_text::{Change, Offset, Span};

use crate::words::words;
use crate::{BlockScope, Check, Example, Fix, Rule, Sink};

/// Two words of a name without a space between them.
pub static RUN_TOGETHER: Rule = Rule {
    name: "names/run-together",
    summary: "Two words of a name stand together without a space.",
    why: "\
A space that was lost in setting hides a name from the index and from every search: `AnnaLind`,
`A.Lind`. Names that are written so on purpose (`MacArthur`, `LeFevre`, `DeGaulle`) are left in peace;
initials without spaces between them (`I.V. Lind`) are a style and not reported.",
    example: Example {
        fails: "\
//- talk.obl
Berg: I asked AnnaLind and A.Lind.

//- registers/persons.toml
[[person]]
key = \"lind\"
name = \"Lind, Anna\"
display = \"Anna Lind\"
",
        passes: "Berg: I asked Anna Lind, A. Lind, MacArthur and I.V. Lind.\n",
    },
    level: Level::Error,
    check: Check::Block(check),
};

fn check(scope: &BlockScope<'_>, sink: &mut Sink) {
    let labels = scope.facts.items.iter().filter_map(|item| match &item.kind {
        obelus_edition::facts::ItemKind::Turn(turn) => Some(turn.label_span),
        _ => None,
    });
    let spans: Vec<Span> = scope.prose().map(|(_, prose)| prose).chain(labels).collect();
    for span in spans {
        let text = span.of(scope.text());
        for (start, word) in words(text) {
            let place = span.start() + Offset::from_usize(start);
            if let Some(at) = joint(scope, word) {
                report(place, word, place + Offset::from_usize(at), sink);
            } else if let Some(at) = initial(text, start, word) {
                let whole = Span::new(
                    span.start() + Offset::from_usize(at),
                    place + Offset::from_usize(word.len()),
                );
                report(whole.start(), whole.of(scope.text()), place, sink);
            }
        }
    }
}

fn report(start: Offset, words: &str, gap: Offset, sink: &mut Sink) {
    let span = Span::at(start, words.len());
    let message = format!("A space is missing in “{words}”");
    sink.report(
        RUN_TOGETHER.finding(span, message).fix(Fix::suggested(
            "Put a space between the two words",
            vec![Change::insert(gap, " ")],
        )),
    );
}

/// Where a capital follows small letters inside `word`, and the register knows the two words apart.
fn joint(scope: &BlockScope<'_>, word: &str) -> Option<usize> {
    let mut previous = ' ';
    let at = word.char_indices().find_map(|(at, char)| {
        let joint = previous.is_lowercase() && char.is_uppercase();
        previous = char;
        joint.then_some(at)
    })?;
    let apart = format!("{} {}", &word[..at], &word[at..]);
    let known = !scope.edition.registers.persons.by_form(&apart).is_empty();
    known.then_some(at)
}

/// `A.Lind`: an initial, a point, and a name of three letters or more.
fn initial(text: &str, start: usize, word: &str) -> Option<usize> {
    let before = text[..start].strip_suffix('.')?;
    let letter = before.chars().next_back().filter(|char| char.is_uppercase())?;
    let at = before.len() - letter.len_utf8();
    let alone = !before[..at].ends_with(|char: char| char.is_alphanumeric() || char == '.');
    let mut chars = word.chars();
    let name = chars.next().is_some_and(char::is_uppercase)
        && chars.clone().count() >= 2
        && chars.all(char::is_lowercase);
    (alone && name).then_some(at)
}
