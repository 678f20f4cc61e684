//! The examples in the documentation of every rule are true: the rule finds something in the one and
//! nothing in the other, and every fix removes what it is offered for.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::path::Path;
use std::sync::Arc;

use obelus_edition::Edition;
use obelus_edition::facts::{DocumentFacts, Outline, Summary};
use obelus_edition::index::{DocumentId, DocumentName, Index};
use obelus_rules::{
    ALL, BlockFindings, DocumentScope, EditionScope, Example, Levels, PlacedFinding, Rule,
    check_document, check_edition,
};
use obelus_text::{Change, Text};

struct Document {
    name: Arc<DocumentName>,
    facts: DocumentFacts,
}

/// The documents of an example with the findings in each, all rules switched on.
fn findings(files: &[(String, String)]) -> Vec<(String, PlacedFinding)> {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let edition = Edition::load(folder.path());
    assert!(edition.problems().is_empty(), "{:?}", edition.problems());
    let documents: Vec<Document> = files
        .iter()
        .filter(|(path, _)| Path::new(path).extension().is_some_and(|kind| kind == "obl"))
        .zip(0..)
        .map(|((path, text), id)| Document {
            name: Arc::new(DocumentName::new(DocumentId(id), Path::new(path))),
            facts: DocumentFacts::read(Text::from(text.as_str()), &edition),
        })
        .collect();
    let mut index = Index::default();
    for document in &documents {
        let summary = Summary::of(&document.facts, &Outline::of(&document.facts));
        index.put(&document.name, Arc::new(summary));
    }
    documents.iter().flat_map(|document| findings_in(document, &index, &edition)).collect()
}

fn findings_in(
    document: &Document,
    index: &Index,
    edition: &Edition,
) -> Vec<(String, PlacedFinding)> {
    let outline = Outline::of(&document.facts);
    let blocks = BlockFindings::of(&document.facts, edition);
    let name = &document.name;
    let scope = DocumentScope { name, document: &document.facts, outline: &outline, edition };
    let mut found = check_document(&scope, &blocks, &Levels::default());
    let summary = &index.get(name.id).unwrap().summary;
    let scope = EditionScope { name, summary, index, edition };
    found.extend(check_edition(&scope, &Levels::default()));
    found.into_iter().map(|one| (name.path.to_string_lossy().into_owned(), one)).collect()
}

fn files(text: &str) -> Vec<(String, String)> {
    let files = Example::files(text).into_iter();
    files.map(|file| (file.path.to_owned(), file.text.to_owned())).collect()
}

fn of_rule(rule: &Rule, files: &[(String, String)]) -> Vec<(String, PlacedFinding)> {
    findings(files).into_iter().filter(|(_, found)| found.rule() == rule).collect()
}

#[test]
fn every_rule_finds_what_its_example_shows() {
    let silent: Vec<_> = ALL
        .iter()
        .filter(|rule| of_rule(rule, &files(rule.example.fails)).is_empty())
        .map(|rule| rule.name)
        .collect();
    assert_eq!(silent, Vec::<&str>::new(), "these rules find nothing in their failing example");
    let loud: Vec<_> = ALL
        .iter()
        .filter(|rule| !of_rule(rule, &files(rule.example.passes)).is_empty())
        .map(|rule| rule.name)
        .collect();
    assert_eq!(loud, Vec::<&str>::new(), "these rules find something in their passing example");
}

#[test]
fn every_fix_removes_its_finding_and_adds_none() {
    let mut wrong = Vec::new();
    for rule in ALL {
        let before = files(rule.example.fails);
        let count = findings(&before).len();
        for (path, found) in of_rule(rule, &before) {
            for fix in found.fixes() {
                let mut after = before.clone();
                let file = after.iter_mut().find(|(other, _)| *other == path).unwrap();
                file.1 = Change::apply_all(&file.1, &fix.changes).unwrap();
                let left = findings(&after);
                let same = left.iter().filter(|(_, one)| one.rule() == *rule).count();
                if left.len() >= count || same >= of_rule(rule, &before).len() {
                    wrong.push(format!(
                        "{}: {} → {:?}",
                        rule.name,
                        fix.title,
                        file_text(&after, &path)
                    ));
                }
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

fn file_text(files: &[(String, String)], path: &str) -> String {
    files.iter().find(|(other, _)| other == path).unwrap().1.clone()
}

#[test]
fn an_allowance_silences_its_rule_for_the_next_block() {
    let text =
        "% obelus: allow text/doubled-word\n\nLind: At the the quay.\n\nBerg: At the the quay.\n";
    let found = findings(&[("a.obl".to_owned(), text.to_owned())]);
    let places: Vec<_> =
        found.iter().map(|(_, one)| (one.rule().name, one.span().range())).collect();
    assert_eq!(places, [("text/doubled-word", 72..75)]);
}
