//! Whatever an editor does to a text, the server has the same text.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use obelus_tests::client::Client;
use obelus_tests::text::{Units, replace};
use proptest::prelude::*;
use serde_json::{Value, json};

const UNITS: [Units; 3] = [Units::Utf8, Units::Utf16, Units::Utf32];

/// An edit by rough places; they are moved to the next place between two characters.
type Edit = (prop::sample::Index, usize, String);

fn words() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[a-z ]{0,6}",
        "(\r\n|\n|\r|\n\n)",
        "(é|𝔸|中|e\u{301}|\u{2028}|\u{feff}|👩‍👦|\0)",
        "(\\[|\\]|\\[\\^1\\]|\\[@|_|Brandt: |# |---\n|\\{|\\|)",
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

fn edits() -> impl Strategy<Value = Vec<Vec<Edit>>> {
    let edit = (any::<prop::sample::Index>(), 0_usize..12, words());
    prop::collection::vec(prop::collection::vec(edit, 1..4), 1..8)
}

fn make(text: &mut String, (at, length, new): &Edit, units: Units) -> Value {
    let places: Vec<usize> = (0..=text.len())
        // Between \r and \n there is no place that lines and columns could name.
        .filter(|&at| text.is_char_boundary(at) && !splits_line_end(text, at))
        .collect();
    let start = at.index(places.len());
    let end = (start + length).min(places.len() - 1);
    replace(text, places[start], places[end], new, units)
}

fn splits_line_end(text: &str, at: usize) -> bool {
    text[..at].ends_with('\r') && text[at..].starts_with('\n')
}

/// All findings of a document, asked for.
fn findings(client: &mut Client, uri: &str) -> Value {
    let asked = json!({ "textDocument": { "uri": uri } });
    client.ask("textDocument/diagnostic", &asked).unwrap()["items"].clone()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]
    #[test]
    fn text_and_findings_are_those_of_the_editors_text(source in words(), batches in edits()) {
        for units in UNITS {
            let general = json!({ "positionEncodings": [units.name()] });
            let mut client = Client::start(&json!({ "capabilities": { "general": general } }));
            let mut text = source.clone();
            client.open("untitled:a", 0, &text);
            for (version, batch) in (1..).zip(&batches) {
                let edits: Vec<_> = batch.iter().map(|edit| make(&mut text, edit, units)).collect();
                client.change("untitled:a", version, &edits);
                prop_assert_eq!(client.text("untitled:a"), Ok(text.clone()));
            }
            client.findings("untitled:a", i64::try_from(batches.len())?);
            let found = findings(&mut client, "untitled:a");
            client.close("untitled:a");
            client.open("untitled:a", 0, &text);
            prop_assert_eq!(found, findings(&mut client, "untitled:a"), "{:?}", text);
        }
    }
}
