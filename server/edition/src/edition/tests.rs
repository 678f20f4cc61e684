use std::fs;

use super::*;

fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, bytes) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

fn problems(edition: &Edition) -> Vec<String> {
    let place = |problem: &Problem| {
        let place = problem.place().map(|place| format!("{}:{}", place.line, place.column));
        format!("{} {}", place.unwrap_or_default(), problem.message())
    };
    edition.problems().iter().map(place).collect()
}

#[test]
fn an_edition_with_all_its_files() {
    let folder = folder(&[
        ("edition.toml", b"title = \"Lake talks\"\n[fields]\npresent = [\"Zugegen\"]\n"),
        ("b.obl", b""),
        ("letters/a.obl", b""),
        (".hidden/c.obl", b""),
        ("notes.txt", b""),
        ("registers/persons.toml", b"[[person]]\nkey = \"a\"\n"),
        (
            "registers/repositories.toml",
            b"[[repository]]\nsiglum = \"LAKE\"\nscheme = \"russian\"\n",
        ),
        ("registers/bibliography.bib", b"@book{lake1999, title = {Lakes}}"),
    ]);
    let edition = Edition::load(folder.path());
    assert_eq!(problems(&edition), Vec::<String>::new());
    let documents: Vec<_> = edition.documents().collect();
    assert_eq!(documents, [Path::new("b.obl"), Path::new("letters/a.obl")]);
    assert!(edition.registers.persons.get("a").is_some());
    assert!(edition.registers.bibliography.get("lake1999").is_some());
    let found = crate::citation::find("LAKE, f. 3, op. 2, d. 1", &edition.catalogue);
    assert_eq!(found[0].outline(), "LAKE | fond=3 opis=2 delo=1");
    assert_eq!(edition.profile.field("Zugegen"), Some("present"));
}

#[test]
fn a_folder_without_a_mark() {
    let folder = folder(&[("a.obl", b"")]);
    let edition = Edition::load(folder.path());
    assert!(edition.problems().is_empty());
    assert_eq!(edition.documents().count(), 1);
}

#[test]
fn broken_files_are_reported_and_the_rest_is_read() {
    let folder = folder(&[
        ("edition.toml", b"title = \"a\xff\""),
        ("registers/persons.toml/x", b""),
        ("registers/terms.toml", b"[[places]]\nname = \"Lake\"\n"),
        ("registers/repositories.toml", b"\0"),
    ]);
    let edition = Edition::load(folder.path());
    let shown = problems(&edition).join("\n").replace(&folder.path().display().to_string(), "");
    expect_test::expect![[r"
         /edition.toml:1:11: is not UTF-8 text (byte 0xFF); save the file as UTF-8
         /registers/persons.toml: is a folder, not a file
         /registers/repositories.toml:1:1: holds a NUL byte; this is no text file
        1:3 unknown key `places`; did you mean `place`?"]]
    .assert_eq(&shown);
}
