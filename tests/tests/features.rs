//! What an editor sees of an edition, feature by feature.

#![allow(clippy::unwrap_used, reason = "what cannot be unwrapped is a failed test")]

use expect_test::expect;
use obelus_tests::client::{Client, uri};
use obelus_tests::text::{Units, position, range};
use serde_json::{Value, json};

const TALK: &str = "---
date: 1931-04-02
---

# Talk by the lake

[Source: SALT, f. 12, op. 3, d. 41, l. 9]

Brandt: The dredging comp[any] can begin.[^1] See [[1931-04-03]].

_Iverin_ says that he [the Minister] agrees.

[^1]: The joint company for dredging.
";

const REPLY: &str = "---
date: 1931-04-03
---

# Reply

[Source: SALT, f. 12, op. 3, d. 41, l. 12]

Iverin: As was said in [[1931-04-02#t1]], yes.
";

const PERSONS: &str = "[[person]]\nkey = \"brandt\"\nname = \"Brandt, Klara\"\n\n\
    [[person]]\nkey = \"iverin\"\nname = \"Iverin, Lev\"\n";

const REPOSITORIES: &str =
    "[[repository]]\nsiglum = \"SALT\"\nname = \"Salt Lake Archive\"\nscheme = \"russian\"\n";

struct Desk {
    folder: tempfile::TempDir,
    client: Client,
    uri: String,
}

impl Desk {
    fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("registers")).unwrap();
        let write =
            |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
        write("edition.toml", "title = \"Talks\"\n");
        write("registers/persons.toml", PERSONS);
        write("registers/repositories.toml", REPOSITORIES);
        write("1931-04-02.obl", TALK);
        write("1931-04-03.obl", REPLY);
        let mut client = Client::start(&json!({
            "rootUri": uri(folder.path()),
            "capabilities": { "textDocument": {
                "documentSymbol": { "hierarchicalDocumentSymbolSupport": true },
            } },
        }));
        let uri = uri(&folder.path().join("1931-04-02.obl"));
        client.open(&uri, 1, TALK);
        Self { folder, client, uri }
    }

    fn document(&self) -> Value {
        json!({ "textDocument": { "uri": self.uri } })
    }

    /// Asks about the first place where `words` stand, with the cursor after its first letter.
    fn ask_at(&mut self, method: &str, words: &str) -> Value {
        let at = TALK.find(words).unwrap() + words.chars().next().unwrap().len_utf8();
        let place = json!({
            "textDocument": { "uri": self.uri },
            "position": position(TALK, at, Units::Utf16),
            "context": { "includeDeclaration": true, "triggerKind": 1 },
        });
        self.client.ask(method, &place).unwrap()
    }

    /// Places as people read them: the file's name and the words there.
    fn shown(&self, locations: &Value) -> String {
        locations.as_array().unwrap().iter().fold(String::new(), |all, location| {
            let address = location["uri"].as_str().unwrap();
            let name = address.strip_prefix(&(uri(self.folder.path()) + "/")).unwrap();
            let text = std::fs::read_to_string(self.folder.path().join(name)).unwrap();
            format!("{all}{name}: {:?}\n", words_at(&text, &location["range"]))
        })
    }
}

fn words_at<'a>(text: &'a str, range: &Value) -> &'a str {
    let offset = |position: &Value| {
        let line = usize::try_from(position["line"].as_u64().unwrap()).unwrap();
        let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
        // The texts of this test are ASCII, so that every unit is a byte.
        start + usize::try_from(position["character"].as_u64().unwrap()).unwrap()
    };
    &text[offset(&range["start"])..offset(&range["end"])]
}

#[test]
fn hover_tells_what_is_known() {
    let mut desk = Desk::open();
    let hover = |desk: &mut Desk, words| {
        desk.ask_at("textDocument/hover", words)["contents"]["value"].as_str().unwrap().to_owned()
    };
    let person = hover(&mut desk, "Brandt:");
    assert!(person.contains("Brandt, Klara"), "{person}");
    let note = hover(&mut desk, "[^1] See");
    assert!(note.contains("The joint company for dredging."), "{note}");
    let reference = hover(&mut desk, "[[1931-04-03]]");
    assert!(reference.contains("Reply"), "{reference}");
    let citation = hover(&mut desk, "SALT, f. 12");
    assert!(citation.contains("Salt Lake Archive"), "{citation}");
    assert_eq!(desk.ask_at("textDocument/hover", "can begin"), Value::Null);
}

#[test]
fn jumps_lead_to_registers_notes_and_documents() {
    let mut desk = Desk::open();
    let mut jump = |words: &str| {
        let places = desk.ask_at("textDocument/definition", words);
        desk.shown(&places)
    };
    let all = ["Brandt:", "[^1] See", "[[1931-04-03]]"].map(&mut jump).concat();
    expect![[r#"
        registers/persons.toml: "\"brandt\""
        1931-04-02.obl: "1"
        1931-04-03.obl: "Reply"
    "#]]
    .assert_eq(&all);
}

#[test]
fn references_are_found_in_open_and_closed_documents() {
    let mut desk = Desk::open();
    let places = desk.ask_at("textDocument/references", "_Iverin_ says");
    let shown = desk.shown(&places);
    assert!(shown.contains("1931-04-02.obl: \"Iverin\""), "{shown}");
    assert!(shown.contains("1931-04-03.obl: \"Iverin\""), "{shown}");
    let here = desk.ask_at("textDocument/documentHighlight", "[^1] See");
    assert_eq!(here.as_array().unwrap().len(), 2);
}

#[test]
fn completion_offers_documents() {
    let mut desk = Desk::open();
    let mut text = TALK.to_owned();
    let at = text.find("can begin").unwrap();
    let edit = obelus_tests::text::replace(&mut text, at, at, "[[1931", Units::Utf16);
    desk.client.change(&desk.uri, 2, &[edit]);
    let place = json!({
        "textDocument": { "uri": desk.uri }, "position": position(&text, at + 6, Units::Utf16),
    });
    let items = desk.client.ask("textDocument/completion", &place).unwrap();
    let offered: Vec<_> = items["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| item["textEdit"]["newText"].as_str().unwrap().trim_end_matches(']'))
        .collect();
    assert!(offered.contains(&"1931-04-03"), "{offered:?}");
}

fn outline(symbols: &Value, depth: usize, all: &mut String) {
    for symbol in symbols.as_array().into_iter().flatten() {
        *all += &format!("{}{}\n", "  ".repeat(depth), symbol["name"].as_str().unwrap());
        outline(&symbol["children"], depth + 1, all);
    }
}

#[test]
fn the_outline_is_a_tree() {
    let mut desk = Desk::open();
    let document = desk.document();
    let symbols = desk.client.ask("textDocument/documentSymbol", &document).unwrap();
    let mut all = String::new();
    outline(&symbols, 0, &mut all);
    expect![[r#"
        Talk by the lake
          Brandt
          Iverin
          1
    "#]]
    .assert_eq(&all);
}

#[test]
fn things_are_found_by_name_in_the_edition() {
    let mut desk = Desk::open();
    // The edition is loaded when this is answered, because events are handled in order.
    let found = desk.client.ask("workspace/symbol", &json!({ "query": "reply" })).unwrap();
    let names: Vec<_> = found.as_array().unwrap().iter().map(|one| &one["name"]).collect();
    assert!(names.iter().any(|name| name.as_str().unwrap().contains("Reply")), "{names:?}");
}

#[test]
fn folds_selections_and_tokens_are_those_of_the_text() {
    let mut desk = Desk::open();
    let document = desk.document();
    let folds = desk.client.ask("textDocument/foldingRange", &document).unwrap();
    let lines = |fold: &Value| (fold["startLine"].as_u64(), fold["endLine"].as_u64());
    let folds: Vec<_> = folds.as_array().unwrap().iter().map(lines).collect();
    assert!(folds.contains(&(Some(0), Some(2))), "the front matter: {folds:?}");

    let at = TALK.find("the Minister").unwrap();
    let here = position(TALK, at + 5, Units::Utf16);
    let asked = json!({ "textDocument": { "uri": desk.uri }, "positions": [here, here] });
    let selections = desk.client.ask("textDocument/selectionRange", &asked).unwrap();
    assert_eq!(selections.as_array().unwrap().len(), 2);
    assert_eq!(words_at(TALK, &selections[0]["range"]), "[the Minister]");

    let whole = desk.client.ask("textDocument/semanticTokens/full", &document).unwrap();
    assert!(whole["data"].as_array().unwrap().len() >= 5 * 8);
    let part = json!({
        "textDocument": { "uri": desk.uri }, "range": range(TALK, at, at + 3, Units::Utf16),
    });
    let part = desk.client.ask("textDocument/semanticTokens/range", &part).unwrap();
    let kinds = &desk.client.initialized["capabilities"]["semanticTokensProvider"]["legend"];
    let kind = usize::try_from(part["data"][3].as_u64().unwrap()).unwrap();
    assert_eq!(kinds["tokenTypes"][kind], "speaker");
}

#[test]
fn a_fix_mends_what_was_found() {
    let mut desk = Desk::open();
    let text = TALK.replace("comp[any]", "comp[any");
    desk.client.change(&desk.uri, 2, &[json!({ "text": text })]);
    let findings = desk.client.findings(&desk.uri, 2);
    let unclosed = findings.iter().find(|one| one["code"] == "brackets/unclosed").unwrap();
    let asked = json!({
        "textDocument": { "uri": desk.uri },
        "range": unclosed["range"],
        "context": { "diagnostics": [unclosed] },
    });
    let actions = desk.client.ask("textDocument/codeAction", &asked).unwrap();
    let fix = actions.as_array().unwrap().iter().find(|action| {
        action["diagnostics"][0]["code"] == "brackets/unclosed" && action["edit"].is_object()
    });
    let edits = &fix.unwrap()["edit"]["changes"][&desk.uri];
    let edits: Vec<_> = edits
        .as_array()
        .unwrap()
        .iter()
        .map(|edit| json!({ "range": edit["range"], "text": edit["newText"] }))
        .collect();
    desk.client.change(&desk.uri, 3, &edits);
    let findings = desk.client.findings(&desk.uri, 3);
    assert!(findings.iter().all(|one| one["code"] != "brackets/unclosed"), "{findings:#?}");
}

#[test]
fn what_is_wrong_with_a_register_is_shown_in_the_register() {
    let mut desk = Desk::open();
    let register = desk.folder.path().join("registers/persons.toml");
    std::fs::write(&register, PERSONS.replace("name = \"Iverin", "nmae = \"Iverin")).unwrap();
    let address = uri(&register);
    let changed = json!({ "changes": [{ "uri": address, "type": 2 }] });
    desk.client.notify("workspace/didChangeWatchedFiles", &changed);
    let about = |message: &Value| message["params"]["uri"] == address.as_str();
    let shown = desk.client.wait(about);
    let message = shown["params"]["diagnostics"][0]["message"].as_str().unwrap();
    assert!(message.contains("nmae"), "{message}");
    std::fs::write(&register, PERSONS).unwrap();
    desk.client.notify("workspace/didChangeWatchedFiles", &changed);
    let taken_back = desk.client.wait(about);
    assert_eq!(taken_back["params"]["diagnostics"], json!([]));
}

#[test]
fn findings_that_take_the_edition_follow_a_change_elsewhere() {
    let mut desk = Desk::open();
    let findings = desk.client.findings(&desk.uri, 1);
    let dangling = |findings: &[Value]| {
        findings.iter().any(|one| words_at(TALK, &one["range"]).contains("1931-04-03"))
    };
    assert!(!dangling(&findings), "{findings:#?}");
    let other = desk.folder.path().join("1931-04-03.obl");
    std::fs::remove_file(&other).unwrap();
    let changed = json!({ "changes": [{ "uri": uri(&other), "type": 3 }] });
    desk.client.notify("workspace/didChangeWatchedFiles", &changed);
    let address = desk.uri.clone();
    desk.client.wait(|message| {
        let params = &message["params"];
        params["uri"] == address.as_str()
            && params["diagnostics"].as_array().is_some_and(|findings| dangling(findings))
    });
}
