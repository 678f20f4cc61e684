//! Editors that make mistakes, and editors in a hurry.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use obelus_tests::client::{Client, change, framed, uri};
use obelus_tests::text::{Units, range};
use serde_json::{Value, json};

const ADDRESS: &str = "untitled:Untitled-1";

fn started() -> Client {
    Client::start(&json!({ "capabilities": {} }))
}

fn insert(line: u32, character: u32, text: &str) -> Value {
    let at = json!({ "line": line, "character": character });
    json!({ "range": { "start": at, "end": at }, "text": text })
}

fn code<T: std::fmt::Debug>(answer: Result<T, (i64, String)>) -> i64 {
    answer.unwrap_err().0
}

#[test]
fn ten_thousand_edits_at_once_are_made_in_order() {
    let mut client = started();
    client.open(ADDRESS, 0, "");
    let mut wire = Vec::new();
    let mut text = String::new();
    for number in 1..=10_000_i64 {
        // Each goes before the last character of the one before: any other order gives another text.
        let column = text.len().saturating_sub(1);
        let word = format!("{number} ");
        text.insert_str(column, &word);
        let edit = insert(0, u32::try_from(column).unwrap(), &word);
        wire.extend(framed(&json!({
            "jsonrpc": "2.0", "method": "textDocument/didChange",
            "params": change(ADDRESS, number, &[edit]),
        })));
    }
    client.send_bytes(&wire);
    assert_eq!(client.text(ADDRESS), Ok(text));
    client.findings(ADDRESS, 10_000);
}

#[test]
fn a_question_between_two_edits_is_about_the_text_between_them() {
    const EDITS: i64 = 2_000;
    let mut client = started();
    client.open(ADDRESS, 0, "");
    let asked = json!({ "textDocument": { "uri": ADDRESS } });
    let mut wire = Vec::new();
    for number in 1..=EDITS {
        wire.extend(framed(&json!({
            "jsonrpc": "2.0", "method": "textDocument/didChange",
            "params": change(ADDRESS, number, &[insert(0, 0, "x\n")]),
        })));
        wire.extend(framed(&json!({
            "jsonrpc": "2.0", "id": number, "method": "obelus/text", "params": asked,
        })));
    }
    client.send_bytes(&wire);
    for number in 1..=EDITS {
        let answer = client.answer(number).unwrap();
        let length = answer["text"].as_str().map(str::len);
        assert_eq!(
            (answer["version"].as_i64(), length),
            (Some(number), usize::try_from(2 * number).ok())
        );
    }
}

#[test]
fn what_is_no_message_is_refused_and_the_next_is_answered() {
    let mut client = started();
    client.open(ADDRESS, 1, "one");
    for (sent, code) in [
        (&b"Content-Length: 9\r\n\r\nnot JSON!"[..], -32700),
        (b"Content-Length: 4\r\n\r\n\xff\xfe\xfd\xfc", -32700),
        (b"Content-Length: 2\r\n\r\n[]", -32600),
        (b"Content-Length: one\r\n\r\n", -32700),
        (b"GET / HTTP/1.1\r\n", -32700),
    ] {
        client.send_bytes(sent);
        let answer = client.wait(|message| message.get("error").is_some());
        assert_eq!(answer["error"]["code"], code);
        assert_eq!(client.text(ADDRESS).as_deref(), Ok("one"));
    }
    client.send(&json!({ "jsonrpc": "2.0", "method": "no/suchNotification", "params": [3] }));
    client.send(&json!({ "jsonrpc": "2.0", "method": "$/setTrace", "params": { "value": "off" } }));
    assert_eq!(code(client.ask("no/suchRequest", &json!({}))), -32601);
    assert_eq!(code(client.ask("obelus/text", &json!({ "textDocument": 3 }))), -32602);
    assert_eq!(client.text(ADDRESS).as_deref(), Ok("one"));
}

#[test]
fn an_edit_that_cannot_be_read_is_not_passed_over() {
    let mut client = started();
    client.open(ADDRESS, 1, "one");
    let unreadable =
        json!({ "textDocument": { "uri": ADDRESS, "version": 2 }, "contentChanges": 7 });
    client.notify("textDocument/didChange", &unreadable);
    let shown = client.wait_for("window/showMessage");
    assert!(shown["message"].as_str().unwrap().contains("Close the document and open it again"));
    assert_eq!(code(client.text(ADDRESS)), -32803);
    client.close(ADDRESS);
    client.open(ADDRESS, 1, "two");
    assert_eq!(client.text(ADDRESS).as_deref(), Ok("two"));
}

#[test]
fn an_edit_inside_a_character_is_said_to_break_step_once() {
    let mut client = started();
    client.open(ADDRESS, 1, "𝔸 one");
    for version in 2..5 {
        client.change(ADDRESS, version, &[insert(0, 1, "x")]);
    }
    assert_eq!(code(client.text(ADDRESS)), -32803);
    assert_eq!(client.kept("window/showMessage").len(), 1);
    client.change(ADDRESS, 5, &[json!({ "text": "whole" })]);
    assert_eq!(client.text(ADDRESS).as_deref(), Ok("whole"));
}

#[test]
fn edits_past_the_end_and_backwards_are_made_as_editors_make_them() {
    let mut client = started();
    client.open(ADDRESS, 5, "one\ntwo");
    client.change(ADDRESS, 6, &[insert(9, 9, "!")]);
    client.change(ADDRESS, 4, &[insert(0, 99, "!")]);
    let mut backwards = json!({ "range": range("one", 0, 1, Units::Utf16), "text": "" });
    backwards["range"] =
        json!({ "start": backwards["range"]["end"], "end": backwards["range"]["start"] });
    client.change(ADDRESS, 3, &[backwards]);
    assert_eq!(client.text(ADDRESS).as_deref(), Ok("ne!\ntwo!"));
}

#[test]
fn a_document_that_is_not_open_is_not_spoken_of() {
    let mut client = started();
    assert_eq!(code(client.text(ADDRESS)), -32602);
    client.change(ADDRESS, 2, &[insert(0, 0, "x")]);
    client.close(ADDRESS);
    assert_eq!(code(client.text(ADDRESS)), -32602);
    client.open(ADDRESS, 1, "one");
    client.close(ADDRESS);
    assert_eq!(code(client.text(ADDRESS)), -32602);
    client.open(ADDRESS, 1, "one");
    client.open(ADDRESS, 2, "two");
    assert_eq!(client.text(ADDRESS).as_deref(), Ok("two"));
}

#[test]
fn every_request_is_answered_even_those_that_are_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let address = uri(&folder.path().join("a.obl"));
    let mut client = Client::in_folder(folder.path());
    client.open(&address, 1, "Brandt: So [be it.\n");
    let asked = json!({ "textDocument": { "uri": address } });
    let mut requests = Vec::new();
    for version in 2..300 {
        let id = client.request("textDocument/diagnostic", &asked);
        match version % 3 {
            0 => client.notify("$/cancelRequest", &json!({ "id": id })),
            1 => client.change(&address, version, &[insert(0, 8, "x")]),
            _ => {}
        }
        requests.push(id);
    }
    for id in requests {
        match client.answer(id) {
            Ok(report) => assert_eq!(report["kind"], "full"),
            Err((code, message)) => assert!([-32800, -32801].contains(&code), "{code} {message}"),
        }
    }
}
