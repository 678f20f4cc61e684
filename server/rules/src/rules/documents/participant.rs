//! `documents/participant`

use std::collections::HashSet;

use obelus_edition::config::Level;
use obelus_edition::facts::ItemKind;

use crate::{Check, DocumentScope, Example, Rule, Sink};

/// A speaker who is not among the participants that the front matter names.
pub static PARTICIPANT: Rule = Rule {
    name: "documents/participant",
    summary: "A speaker is not among the participants that the front matter names.",
    why: "\
The list of participants and the names before the turns must agree: whoever speaks was there. A document
whose front matter names no participants is left in peace.",
    example: Example {
        fails: "\
//- talk.obl
---
participants: lind
---

Berg: We agree.

//- registers/persons.toml
[[person]]
key = \"lind\"
name = \"Lind\"

[[person]]
key = \"berg\"
name = \"Berg\"
",
        passes: "\
//- talk.obl
---
participants: lind, berg
---

Berg: We agree.

//- registers/persons.toml
[[person]]
key = \"lind\"
name = \"Lind\"

[[person]]
key = \"berg\"
name = \"Berg\"
",
    },
    level: Level::Warning,
    check: Check::Document(check),
};

fn check(scope: &DocumentScope<'_>, sink: &mut Sink) {
    let Some((placed, front_matter)) = scope.front_matter() else { return };
    let Some(entry) = front_matter.get("participants") else { return };
    let list = entry.value_span + placed.start;
    let persons = &scope.edition.registers.persons;
    let present: HashSet<&str> = entry
        .members()
        .filter_map(|(words, _)| {
            let by_key = persons.get(words);
            let by_name = || persons.by_form(words).first().copied();
            Some(by_key.or_else(by_name)?.key.as_str())
        })
        .collect();
    let mut told = HashSet::new();
    for (placed, _, item) in scope.document.items() {
        let ItemKind::Turn(turn) = &item.kind else { continue };
        let Some(person) = &turn.person else { continue };
        if !present.contains(person.as_str()) && told.insert(person) {
            let span = turn.label_span + placed.start;
            let message = format!("“{}” speaks but is not among the participants", turn.label);
            sink.report(PARTICIPANT.finding(span, message).relate(list, "the participants"));
        }
    }
}
