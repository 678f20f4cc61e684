//! `brackets/point-after-expansion`

use obelus_edition::config::Level;
use obelus_edition::profile::Class;
use obelus_text::{Change, Span};

use crate::{BlockScope, Check, Example, Fix, Rule, Sink};

/// An abbreviation that is written out and keeps its point.
pub static POINT_AFTER_EXPANSION: Rule = Rule {
    name: "brackets/point-after-expansion",
    summary: "An abbreviation that is written out in brackets keeps its point.",
    why: "\
In `comr[ade]. Lind` the word is whole, yet the point of the abbreviation still stands after it and
reads as the end of a sentence. Either the point goes, or it stands where the source has it.",
    example: Example {
        fails: "\
//- talk.obl
Berg: I ask you, comr[ade]. Lind, to wait.

//- registers/persons.toml
[[person]]
key = \"lind\"
name = \"Lind, Anna\"
display = \"Lind\"
",
        passes: "Berg: I ask you, comr[ade] Lind, to wait for our comr[ade]. Then we go.\n",
    },
    level: Level::Warning,
    check: Check::Block(check),
};

fn check(scope: &BlockScope<'_>, sink: &mut Sink) {
    let text = scope.text();
    let expansions =
        scope.facts.brackets.iter().filter(|one| one.inference.class == Class::Expansion);
    for bracket in expansions {
        let after = text.get(bracket.span.end().to_usize()..).unwrap_or_default();
        let Some(rest) = after.strip_prefix('.') else { continue };
        // At the end of a sentence the point belongs to the sentence: a name or a small letter
        // follows an abbreviation.
        let rest = rest.trim_start();
        let word = rest.split(|char: char| !char.is_alphanumeric()).next().unwrap_or_default();
        let goes_on = rest.starts_with([',', ';'])
            || word.chars().next().is_some_and(char::is_lowercase)
            || !scope.edition.registers.persons.by_form(word).is_empty()
            || begins_name(scope, word);
        if goes_on {
            let point = Span::at(bracket.span.end(), 1);
            let whole = Span::new(bracket.span.start(), point.end());
            sink.report(
                POINT_AFTER_EXPANSION
                    .finding(
                        whole,
                        "The word is written out in brackets and keeps the point of its abbreviation",
                    )
                    .fix(Fix::suggested("Remove the point", vec![Change::delete(point)])),
            );
        }
    }
}

/// Whether `word` follows an expansion of a form of address, which a name must follow.
fn begins_name(scope: &BlockScope<'_>, word: &str) -> bool {
    let mut forms =
        scope.edition.registers.persons.iter().flat_map(obelus_edition::registers::Person::forms);
    !word.is_empty() && forms.any(|(_, form)| form.split_whitespace().next_back() == Some(word))
}
