//! What an editor sees when all goes well.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use expect_test::expect;
use obelus_tests::client::{Client, uri};
use obelus_tests::text::{Units, replace};
use serde_json::{Value, json};

/// A folder with an edition in it.
fn edition(documents: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("edition.toml"), "title = \"Talks\"\n").unwrap();
    for (name, text) in documents {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

fn shown(findings: &[Value]) -> String {
    findings.iter().fold(String::new(), |all, finding| {
        let start = &finding["range"]["start"];
        let (line, column) =
            (start["line"].as_u64().unwrap(), start["character"].as_u64().unwrap());
        let (code, message) =
            (finding["code"].as_str().unwrap(), finding["message"].as_str().unwrap());
        format!("{all}{}:{} {code}: {message}\n", line + 1, column + 1)
    })
}

#[test]
fn findings_follow_an_edit() {
    let folder = edition(&[]);
    let mut client = Client::in_folder(folder.path());
    let uri = uri(&folder.path().join("a.obl"));
    let mut text = "# Talk\n\n[Source: SALT, f. 1]\n\nBrandt: Then [he went.\n".to_owned();
    client.open(&uri, 1, &text);
    let unclosed = |findings: &[Value]| {
        findings.iter().filter(|finding| finding["code"] == "brackets/unclosed").count()
    };
    assert_eq!(unclosed(&client.findings(&uri, 1)), 1);
    let at = text.find(" went").unwrap();
    let edit = replace(&mut text, at, at, "]", Units::Utf16);
    client.change(&uri, 2, &[edit]);
    assert_eq!(unclosed(&client.findings(&uri, 2)), 0);
    assert_eq!(client.text(&uri), Ok(text));
    assert_eq!(client.leave().code(), Some(0));
}

#[test]
fn findings_can_be_asked_for() {
    let folder = edition(&[]);
    let mut client = Client::start(&json!({
        "rootUri": uri(folder.path()),
        "capabilities": { "textDocument": { "diagnostic": {} } },
    }));
    let provider = &client.initialized["capabilities"]["diagnosticProvider"];
    assert_eq!(provider["workspaceDiagnostics"], true);
    let uri = uri(&folder.path().join("a.obl"));
    client.open(&uri, 1, "Brandt: Then [he went.\n");
    let asked = json!({ "textDocument": { "uri": uri } });
    let report = client.ask("textDocument/diagnostic", &asked).unwrap();
    let items = report["items"].as_array().unwrap();
    assert!(shown(items).contains("brackets/unclosed"), "{items:#?}");
    let again = json!({
        "textDocument": { "uri": uri }, "previousResultId": report["resultId"],
    });
    let unchanged = client.ask("textDocument/diagnostic", &again).unwrap();
    assert_eq!(unchanged, json!({ "kind": "unchanged", "resultId": report["resultId"] }));
    assert!(client.kept("textDocument/publishDiagnostics").is_empty());
}

#[test]
fn columns_are_counted_as_agreed() {
    let text = "Brandt: 𝔸é [he went.\n";
    let mut columns = Vec::new();
    for units in [Units::Utf8, Units::Utf16, Units::Utf32] {
        let general = json!({ "positionEncodings": [units.name()] });
        let mut client = Client::start(&json!({ "capabilities": { "general": general } }));
        assert_eq!(client.initialized["capabilities"]["positionEncoding"], units.name());
        client.open("untitled:one", 1, text);
        let findings = client.findings("untitled:one", 1);
        let found = findings.iter().find(|finding| finding["code"] == "brackets/unclosed").unwrap();
        columns.push(found["range"]["start"]["character"].clone());
    }
    assert_eq!(columns, [15, 12, 11]);
}

#[test]
fn a_document_without_a_file_is_a_document() {
    let mut client = Client::start(&json!({ "capabilities": {} }));
    for address in
        ["untitled:Untitled-1", "vscode-vfs://github/a/b.obl", "file:///a%20b/%C3%A9.obl"]
    {
        client.open(address, 1, "Brandt: Then [he went.\n");
        assert!(!client.findings(address, 1).is_empty());
        client.close(address);
        let emptied = client.wait_for("textDocument/publishDiagnostics");
        assert_eq!(emptied, json!({ "uri": address, "diagnostics": [] }));
    }
}

#[test]
fn two_spellings_of_an_address_are_one_document() {
    let mut client = Client::start(&json!({ "capabilities": {} }));
    client.open("file:///talks/%61.obl", 1, "one");
    assert_eq!(client.text("file:///talks/a.obl"), Ok("one".to_owned()));
}

#[test]
fn files_are_watched_where_the_editor_can() {
    let folder = edition(&[]);
    let watching = json!({ "didChangeWatchedFiles": { "dynamicRegistration": true } });
    let mut client = Client::start(&json!({
        "rootUri": uri(folder.path()), "capabilities": { "workspace": watching },
    }));
    let registered = client.wait_for("client/registerCapability");
    expect![[r#"
        [
          {
            "globPattern": "**/*.obl"
          },
          {
            "globPattern": "**/edition.toml"
          },
          {
            "globPattern": "**/registers/*"
          }
        ]"#]]
    .assert_eq(
        &serde_json::to_string_pretty(
            &registered["registrations"][0]["registerOptions"]["watchers"],
        )
        .unwrap(),
    );
}

#[test]
fn loading_is_shown_where_the_editor_can() {
    let folder = edition(&[("a.obl", "# Talk\n")]);
    let mut client = Client::start(&json!({
        "workspaceFolders": [{ "uri": uri(folder.path()), "name": "talks" }],
        "capabilities": { "window": { "workDoneProgress": true } },
    }));
    let token = client.wait_for("window/workDoneProgress/create")["token"].clone();
    for kind in ["begin", "end"] {
        let progress = client.wait_for("$/progress");
        assert_eq!((&progress["token"], &progress["value"]["kind"]), (&token, &json!(kind)));
    }
}
