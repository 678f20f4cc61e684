//! `citations/locator`

use obelus_edition::citation::{Fault, LocatorKind};
use obelus_edition::config::Level;
use obelus_text::Change;

use crate::{BlockScope, Check, Example, Fix, Rule, Sink};

/// Pages where the archive counts leaves, and the like.
pub static LOCATOR: Rule = Rule {
    name: "citations/locator",
    summary: "A citation counts pages where the archive counts leaves, or the other way round.",
    why: "\
Archives of the Russian tradition number leaves (`l.`, `ll.`), not pages; `p.` means a folder (*papka*) in
some of them. A citation with `pp.` cannot be followed by a reader who orders the file. The abbreviation
that the archive uses is offered; whether the number counts leaves too, only the file can tell.",
    example: Example {
        fails: "[Source: APRF, f. 45, op. 1, d. 330, pp. 95-96.]\n",
        passes: "[Source: APRF, f. 45, op. 1, d. 330, ll. 95-96.]\n",
    },
    level: Level::Warning,
    check: Check::Block(check),
};

fn check(scope: &BlockScope<'_>, sink: &mut Sink) {
    for fact in &scope.facts.citations {
        for fault in &fact.citation.faults {
            let Fault::WrongLocator { label, found, expected } = fault else { continue };
            let words = label.of(scope.text());
            let (found, wanted) = (counted(*found), counted(*expected));
            let message = format!("“{words}” counts {found}; this archive counts {wanted}");
            let finding = LOCATOR.finding(*label, message);
            let scheme = scope.edition.catalogue.scheme(fact.citation.scheme);
            let rule = scheme.locators.iter().find(|rule| rule.kind == *expected);
            let ranges = fact.citation.locator.as_ref().map(|locator| &locator.ranges);
            let several = ranges.is_some_and(|all| {
                all.len() > 1 || all.iter().any(obelus_edition::citation::LeafRange::is_several)
            });
            let better = rule.and_then(|rule| {
                let plural = rule.plural.first().filter(|_| several);
                plural.or_else(|| rule.labels.first())
            });
            sink.report(match better {
                Some(better) => finding.fix(Fix::suggested(
                    format!("Write “{better}”"),
                    vec![Change::replace(*label, &**better)],
                )),
                None => finding,
            });
        }
    }
}

fn counted(kind: LocatorKind) -> &'static str {
    match kind {
        LocatorKind::Leaf => "leaves",
        LocatorKind::Folio => "folios",
        LocatorKind::Carta => "carte",
        LocatorKind::Page => "pages",
        LocatorKind::Frame => "frames",
        LocatorKind::Item => "items",
    }
}
