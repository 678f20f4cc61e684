//! The command line as a user meets it: the main job, and what it says of bad input.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use obelus_tests::binary::{obelus, workspace};

fn run(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(obelus())
        .args(arguments)
        .current_dir(folder)
        .env("NO_COLOR", "1")
        .output()
        .unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn a_printed_text_becomes_an_edition_and_its_defects_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let print = workspace().join("corpus/print/harbour-talks.txt");
    let import = run(folder.path(), &["import", print.to_str().unwrap(), "--to", "talks"]);
    assert_eq!(import.status.code(), Some(0), "{}", err(&import));
    assert!(out(&import).contains("13 documents, 76 turns"), "{}", out(&import));
    let check = run(folder.path(), &["check", "talks", "--format", "concise"]);
    assert_eq!(check.status.code(), Some(1));
    let found = out(&check);
    // What a careful reader finds in the print and import does not mend.
    for defect in [
        "1921-04-03-conversation.obl:19:150: error: “II” looks misread for “Il” [names/ocr]",
        "A space is missing in “KarlBerg” [names/run-together]",
        "1921-05-09-conversation.obl:36:22: error: This bracket is not closed in its paragraph [brackets/unclosed]",
        "1921-01-13-telegram.obl:17:1: error: Point 2 is missing [text/list-number]",
        "1921-01-10-telegram.obl:17:74: warning: “pp.” counts pages; this archive counts leaves [citations/locator]",
        "This telegram has no source note; 4 of 5 documents of its kind have one [documents/source-missing]",
        "keeps the point of its abbreviation [brackets/point-after-expansion]",
        "This name is not underlined; 23 of 26 in this document are underlined [speakers/style]",
        "[brackets/ellipsis]",
    ] {
        assert!(found.contains(defect), "not reported: {defect}\n{found}");
    }
    assert!(!found.contains("speakers/undeclared"), "{found}");
    let again = run(folder.path(), &["import", print.to_str().unwrap(), "--to", "talks"]);
    assert_eq!(again.status.code(), Some(2), "nothing is overwritten without --force");
    let forced =
        run(folder.path(), &["import", print.to_str().unwrap(), "--to", "talks", "--force"]);
    assert_eq!(forced.status.code(), Some(0), "{}", err(&forced));
}

#[test]
fn the_projects_own_editions_are_clean() {
    for edition in ["moscow-talks", "specimen"] {
        let check = run(&workspace().join("corpus"), &["check", edition]);
        assert_eq!(
            out(&check).lines().last().map(|line| line.starts_with("Nothing to report")),
            Some(true),
            "{}",
            out(&check)
        );
        assert_eq!(check.status.code(), Some(0));
    }
    let check = run(&workspace().join("corpus"), &["check", "specimen-malformed"]);
    assert_eq!(check.status.code(), Some(1));
}

#[test]
fn bad_input_gets_one_clear_message_and_exit_status_2() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    fs::write(root.join("latin1.txt"), b"Caf\xe9\n").unwrap();
    fs::write(root.join("nul.txt"), b"ab\ncd\0").unwrap();
    fs::write(root.join("empty.txt"), b"").unwrap();
    fs::create_dir(root.join("folder")).unwrap();
    let cases = [
        (
            vec!["import", "latin1.txt", "--to", "x"],
            "latin1.txt:1:4: is not UTF-8 text (byte 0xE9); save the file as UTF-8",
        ),
        (
            vec!["import", "nul.txt", "--to", "x"],
            "nul.txt:2:3: holds a NUL byte; this is no text file",
        ),
        (vec!["import", "empty.txt", "--to", "x"], "empty.txt: holds no text"),
        (vec!["import", "folder", "--to", "x"], "folder: is a folder, not a file"),
        (vec!["import", "none.txt", "--to", "x"], "none.txt: cannot be read"),
        (vec!["check", "folder"], "folder: is no edition: it has no edition.toml"),
        (vec!["check", "none"], "none: "),
        (vec!["explain", "brackets/unclose"], "did you mean “brackets/unclosed”?"),
    ];
    for (arguments, message) in cases {
        let output = run(root, &arguments);
        let said = err(&output);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {said}");
        assert!(said.contains(message), "{arguments:?}: {said}");
        assert_eq!(said.lines().count(), 1, "{arguments:?}: {said}");
    }
    assert!(!root.join("x").exists(), "no half edition is left");
}

#[test]
fn a_broken_register_is_named_and_all_else_is_checked() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    fs::create_dir(root.join("registers")).unwrap();
    fs::write(root.join("edition.toml"), "title = \"T\"\n").unwrap();
    fs::write(
        root.join("registers/persons.toml"),
        "[[person]]\nkey = \"lind\"\nname = \"Lind\"\n\n[[person]\nkey = 3\n",
    )
    .unwrap();
    fs::write(root.join("a.obl"), "Lind: We met in [Vik.\n").unwrap();
    fs::write(root.join("b.obl"), b"\xff").unwrap();
    let check = run(root, &["check", "--format", "concise"]);
    assert_eq!(check.status.code(), Some(2));
    let said = err(&check);
    assert!(said.contains("persons.toml:5:"), "{said}");
    assert!(said.contains("b.obl:1:1: is not UTF-8"), "{said}");
    assert!(
        out(&check).contains("a.obl:1:17: error: This bracket is not closed"),
        "{}",
        out(&check)
    );
}

#[test]
fn a_document_outside_any_edition_is_checked_with_the_defaults() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.obl"), "Lind: We met in [Vik].\n").unwrap();
    let check = run(folder.path(), &["check", "a.obl"]);
    assert_eq!(check.status.code(), Some(0), "{}", err(&check));
    assert!(out(&check).contains("a.obl: belongs to no edition; checked with the defaults"));
}

#[test]
fn a_line_of_many_megabytes_is_no_trouble() {
    let folder = tempfile::tempdir().unwrap();
    // The figure for 100 MB stands in the manual; a test that is not optimised makes do with less.
    let line = "We met in Vik and spoke of salt. ".repeat(5_000_000 / 33);
    fs::write(folder.path().join("long.txt"), &line).unwrap();
    fs::write(folder.path().join("long.obl"), &line).unwrap();
    let check = run(folder.path(), &["check", "long.obl"]);
    assert_eq!(check.status.code(), Some(0), "{}", err(&check));
    let import = run(folder.path(), &["import", "long.txt", "--to", "x"]);
    assert_eq!(import.status.code(), Some(0), "{}", err(&import));
}

#[test]
fn every_rule_is_explained() {
    let list = out(&run(workspace(), &["explain"]));
    assert!(list.lines().count() >= 20);
    for line in list.lines() {
        let name = line.split_whitespace().next().unwrap();
        let page = out(&run(workspace(), &["explain", name]));
        assert!(page.starts_with(&format!("# {name}\n")), "{page}");
        assert!(page.contains("## Reported") && page.contains("## Not reported"), "{page}");
    }
}
