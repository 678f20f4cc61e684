//! After any edits, what is known of a document is what would be known of it opened afresh.

use obelus_rules::PlacedFinding;
use obelus_text::{Change, Offset, Span, Text};
use proptest::prelude::*;

use super::Fixture;
use crate::{DocumentId, Host};

const PIECES: &[&str] = &[
    "\n\n",
    "\n",
    "Lind: ",
    "Berg: ",
    "_Berg_ says ",
    "[",
    "]",
    "[?]",
    "[^1]",
    "[^1]: note",
    "[[b]]",
    "[[b#t1]]",
    "# T",
    "CSAV, f. 45, op. 2, d. 118, ll. 3-9",
    "[Source: ",
    "1. ",
    "3. ",
    "the the ",
    "Kim II Park ",
    "Anna Lind ",
    "300.000.000",
    "% obelus: allow names\n\n",
    "---\ndate: 1921\n---\n\n",
    " ",
    "word",
    "{#x}",
    "é",
];

fn text() -> impl Strategy<Value = String> {
    proptest::collection::vec(proptest::sample::select(PIECES), 0..12)
        .prop_map(|pieces| pieces.concat())
}

fn shown(findings: &[PlacedFinding]) -> Vec<String> {
    let line =
        |one: &PlacedFinding| format!("{} {} {}", one.rule().name, one.span(), one.message());
    findings.iter().map(line).collect()
}

fn all(host: &Host, id: DocumentId) -> (Vec<String>, Vec<String>) {
    let analysis = host.snapshot();
    (shown(&analysis.diagnostics(id)), shown(&analysis.edition_diagnostics(id)))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn edits_lead_to_what_opening_leads_to(
        source in text(),
        edits in proptest::collection::vec((0u32..120, 0u32..10, text()), 1..6),
    ) {
        let files = format!("//- a.obl\n▮{source}\n//- b.obl\n# B\n\nLind: See [[a]].\n\n[Source: CSAV, f. 45, op. 2, d. 118, ll. 3-9]\n");
        let mut fixture = Fixture::new(&files);
        let id = fixture.place.document;
        for (at, length, new) in edits {
            let text = fixture.host.snapshot().text(id).unwrap();
            let span = Span::new(text.floor(Offset::new(at)), text.floor(Offset::new(at + length)));
            fixture.host.change_document(id, &[Change::replace(span, new)]);
        }
        let edited = all(&fixture.host, id);
        let analysis = fixture.host.snapshot();
        let other = analysis.documents(analysis.projects().next().unwrap())
            .into_iter()
            .find(|other| *other != id)
            .unwrap();
        let elsewhere = all(&fixture.host, other);
        let path = analysis.path(id).unwrap();
        let text: Text = analysis.text(id).unwrap();
        let mut fresh = Host::new();
        let again = fresh.open_document(&path, text);
        prop_assert_eq!(edited, all(&fresh, again));
        let other = fresh.snapshot().document(&analysis.path(other).unwrap()).unwrap();
        prop_assert_eq!(elsewhere, all(&fresh, other));
    }
}
