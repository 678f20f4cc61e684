//! How conversations end.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use obelus_tests::client::Client;
use serde_json::{Value, json};

fn started() -> Client {
    Client::start(&json!({ "capabilities": {} }))
}

#[test]
fn who_asks_for_the_end_first_ends_well() {
    assert_eq!(started().leave().code(), Some(0));
}

#[test]
fn an_exit_unasked_is_an_error() {
    let mut client = started();
    client.send(&json!({ "jsonrpc": "2.0", "method": "exit" }));
    assert_eq!(client.wait_for_end().code(), Some(1));
}

#[test]
fn the_server_ends_when_the_editor_is_gone() {
    assert_eq!(started().vanish().code(), Some(1));
    assert_eq!(Client::spawn().vanish().code(), Some(1));
}

#[test]
fn the_server_ends_when_the_editor_is_gone_in_the_middle_of_a_message() {
    let mut client = started();
    client.send_bytes(b"Content-Length: 500\r\n\r\n{\"jsonrpc\":");
    assert_eq!(client.vanish().code(), Some(1));
}

#[test]
fn after_the_end_was_asked_for_nothing_else_is_answered() {
    let mut client = started();
    client.ask("shutdown", &Value::Null).unwrap();
    let (code, _) = client.text("untitled:a").unwrap_err();
    assert_eq!(code, -32600);
    client.send(&json!({ "jsonrpc": "2.0", "method": "exit" }));
    assert_eq!(client.wait_for_end().code(), Some(0));
}

#[test]
fn before_the_beginning_nothing_is_answered() {
    let mut client = Client::spawn();
    let (code, _) = client.text("untitled:a").unwrap_err();
    assert_eq!(code, -32002);
}
