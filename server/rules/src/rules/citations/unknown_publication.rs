//! `citations/unknown`

use obelus_edition::config::Level;
use obelus_text::Change;

use crate::{BlockScope, Check, Example, Fix, Rule, Sink};

/// A key that neither the bibliography nor the register of repositories has.
pub static UNKNOWN: Rule = Rule {
    name: "citations/unknown",
    summary: "`[@…]` names neither a publication of the bibliography nor a repository.",
    why: "\
The key leads nowhere: it is misspelt, or the entry has not been made. The nearest key is offered. An edition
without a bibliography and without a register of repositories is left in peace.",
    example: Example {
        fails: "\
//- a.obl
The treaty was printed early.[@lind1922, 5]

//- registers/bibliography.bib
@book{lind1921, author = {Lind, Anna}, title = {Harbours}, date = {1921}}
",
        passes: "\
//- a.obl
The treaty was printed early.[@lind1921, 5]

//- registers/bibliography.bib
@book{lind1921, author = {Lind, Anna}, title = {Harbours}, date = {1921}}
",
    },
    level: Level::Error,
    check: Check::Block(check),
};

fn check(scope: &BlockScope<'_>, sink: &mut Sink) {
    let edition = scope.edition;
    let (publications, archives) =
        (&edition.registers.bibliography, &edition.registers.repositories);
    if publications.iter().next().is_none() && archives.iter().next().is_none() {
        return;
    }
    for fact in &scope.facts.publications {
        if publications.get(&fact.key).is_some() {
            continue;
        }
        let message = format!("“{}” is neither in the bibliography nor a repository", fact.key);
        let finding = UNKNOWN.finding(fact.key_span, message);
        let nearest = publications.nearest(&fact.key).or_else(|| archives.nearest(&fact.key));
        sink.report(match nearest {
            Some(key) => finding.fix(Fix::suggested(
                format!("Cite “{key}”"),
                vec![Change::replace(fact.key_span, key)],
            )),
            None => finding,
        });
    }
}
