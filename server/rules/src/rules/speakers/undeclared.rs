//! `speakers/undeclared`

use obelus_edition::config::Level;
use obelus_edition::facts::{ItemKind, TurnFact};
use obelus_text::Change;

use crate::{BlockScope, Check, Example, Fix, Rule, Sink};

/// A speaker whom the register of persons does not know.
pub static UNDECLARED: Rule = Rule {
    name: "speakers/undeclared",
    summary: "A speaker is not in the register of persons.",
    why: "\
Everything that is known of a person (other forms of the name, offices, the index) hangs on the register.
A speaker who is not in it is often a slip of the pen: the nearest name of the register is offered. An
edition without a register of persons is left in peace.",
    example: Example {
        fails: "\
//- talk.obl
AnnaLind: We agree.

//- registers/persons.toml
[[person]]
key = \"lind\"
name = \"Lind, Anna\"
display = \"Anna Lind\"
labels = [\"Anna Lind\"]
",
        passes: "\
//- talk.obl
Anna Lind: We agree.

//- registers/persons.toml
[[person]]
key = \"lind\"
name = \"Lind, Anna\"
display = \"Anna Lind\"
labels = [\"Anna Lind\"]
",
    },
    level: Level::Error,
    check: Check::Block(check),
};

fn check(scope: &BlockScope<'_>, sink: &mut Sink) {
    if scope.edition.registers.persons.is_empty() {
        return;
    }
    for item in &scope.facts.items {
        let ItemKind::Turn(turn) = &item.kind else { continue };
        if turn.person.is_none() {
            report(scope, turn, sink);
        }
    }
}

fn report(scope: &BlockScope<'_>, turn: &TurnFact, sink: &mut Sink) {
    let persons = &scope.edition.registers.persons;
    let known = persons.by_label(&turn.label);
    if known.len() > 1 {
        let keys: Vec<_> = known.iter().map(|person| person.key.as_str()).collect();
        let message = format!("“{}” may be any of {}", turn.label, keys.join(", "));
        sink.report(UNDECLARED.finding(turn.label_span, message));
        return;
    }
    let message = format!("“{}” is not in the register of persons", turn.label);
    let finding = UNDECLARED.finding(turn.label_span, message);
    let Some((_, form)) = persons.nearest(&turn.label) else {
        sink.report(finding);
        return;
    };
    let fix = Fix::suggested(
        format!("Write “{form}”"),
        vec![Change::replace(turn.label_span, form.clone())],
    );
    sink.report(finding.fix(fix));
}
