//! Every character of the print is in a document or named, whatever the print is.

mod support;

use proptest::prelude::*;
use support::{imported, shared, text};

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn of_a_text_like_print(source in text()) {
        imported(&source);
    }

    #[test]
    fn of_any_text(source in "\\PC{0,200}") {
        imported(&source);
    }

    #[test]
    fn of_any_text_with_line_ends(source in "[ \\n\\ra-zA-Z:.\\[\\]<>u/_*¹2\u{c}]{0,120}") {
        imported(&source);
    }
}

#[test]
fn of_an_empty_text() {
    let made = imported("");
    assert_eq!(made.accounting.kept(), 0);
    assert!(made.files.iter().any(|file| file.path.ends_with("edition.toml")));
}

#[test]
fn of_printed_texts() {
    for folder in
        ["data/bulletin", "data/frus/txt", "data/other/congressional-record", "data/other/mrp"]
    {
        let Some(folder) = shared(folder) else { continue };
        let mut pending = vec![folder];
        let mut count = 0;
        while let Some(path) = pending.pop() {
            if path.is_dir() {
                pending.extend(std::fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
            } else if let Ok(source) = obelus_text::read_file(&path)
                && path
                    .extension()
                    .is_some_and(|ending| ending == "txt" || ending == "htm" || ending == "md")
            {
                imported(&source);
                count += 1;
            }
        }
        println!("{count} texts accounted for");
    }
}

/// The same text gives the same edition each time.
#[test]
fn nothing_depends_on_chance() {
    let source = "I. Talk between Orlov and Li Ming, 3 May 1951\n\nOrlov: Wheat, which\n\nMills of Riga\n\nby Anna Mora\n\nThey are\n\nis dear.\n\nLi Ming: So.\n\nold.\n";
    let first = imported(source);
    for _ in 0..8 {
        assert_eq!(imported(source), first);
    }
}
