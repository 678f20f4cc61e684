//! What is on its way to the editor.

use std::collections::{HashMap, VecDeque};
use std::io::{self, Write};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use serde::Serialize;

use super::frame;

/// What is on its way to the editor. A clone is the same outbox.
///
/// Messages leave in the order in which they came; but of the findings of one document only the latest
/// are kept, so that an editor that reads slowly is never sent what is out of date.
#[derive(Clone, Debug, Default)]
pub struct Outbox(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    state: Mutex<State>,
    wake: Condvar,
    next_id: AtomicI64,
}

#[derive(Debug, Default)]
struct State {
    queue: VecDeque<Item>,
    /// By document: the latest findings, while they wait.
    findings: HashMap<String, Vec<u8>>,
    closed: bool,
}

#[derive(Debug)]
enum Item {
    Message(Vec<u8>),
    Findings(String),
}

#[derive(Serialize)]
struct Message<'a, P> {
    jsonrpc: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    method: &'a str,
    params: P,
}

impl Outbox {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn put(&self, item: Item) {
        let mut state = self.lock();
        if !state.closed {
            state.queue.push_back(item);
            drop(state);
            self.0.wake.notify_one();
        }
    }

    /// Sends a message that is JSON already, or can be made so.
    pub fn send(&self, message: &impl Serialize) {
        if let Some(body) = json(message) {
            self.put(Item::Message(body));
        }
    }

    /// Sends a notification.
    pub fn notify<P: Serialize>(&self, method: &str, params: P) {
        self.send(&Message { jsonrpc: "2.0", id: None, method, params });
    }

    /// Sends a request whose answer changes nothing.
    pub fn request<P: Serialize>(&self, method: &str, params: P) {
        let id = self.0.next_id.fetch_add(1, Ordering::Relaxed);
        self.send(&Message { jsonrpc: "2.0", id: Some(format!("obelus-{id}")), method, params });
    }

    /// Sends the findings of the document `uri`, in place of earlier ones that still wait; nothing if
    /// `still_wanted` says so at the moment at which they take their place.
    pub fn publish<P: Serialize>(&self, uri: &str, params: P, still_wanted: impl FnOnce() -> bool) {
        let method = "textDocument/publishDiagnostics";
        let Some(body) = json(&Message { jsonrpc: "2.0", id: None, method, params }) else {
            return;
        };
        let mut state = self.lock();
        if state.closed || !still_wanted() {
            return;
        }
        if state.findings.insert(uri.to_owned(), body).is_none() {
            state.queue.push_back(Item::Findings(uri.to_owned()));
            drop(state);
            self.0.wake.notify_one();
        }
    }

    /// Takes no more messages; those that wait are still written.
    pub fn close(&self) {
        self.lock().closed = true;
        self.0.wake.notify_one();
    }

    /// Waits for the next messages: all that wait, in order; nothing when closed and empty.
    fn take(&self) -> Option<Vec<Vec<u8>>> {
        let mut state = self.lock();
        loop {
            if !state.queue.is_empty() {
                let items = std::mem::take(&mut state.queue);
                let findings = &mut state.findings;
                let bodies = items.into_iter().filter_map(|item| match item {
                    Item::Message(body) => Some(body),
                    Item::Findings(uri) => findings.remove(&uri),
                });
                return Some(bodies.collect());
            }
            if state.closed {
                return None;
            }
            state = self.0.wake.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Writes messages until the outbox is closed and empty.
    ///
    /// # Errors
    /// Where the stream cannot be written: the editor is gone.
    pub fn write_to(&self, mut writer: impl Write) -> io::Result<()> {
        let mut wire = Vec::new();
        while let Some(bodies) = self.take() {
            wire.clear();
            for body in bodies {
                frame::write(&mut wire, &body)?;
            }
            writer.write_all(&wire)?;
            writer.flush()?;
        }
        Ok(())
    }
}

fn json(message: &impl Serialize) -> Option<Vec<u8>> {
    // The protocol's types have string keys only, the one thing that cannot fail to be JSON.
    serde_json::to_vec(message).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::expect;

    fn written(outbox: &Outbox) -> String {
        outbox.close();
        let mut wire = Vec::new();
        outbox.write_to(&mut wire).unwrap();
        String::from_utf8(wire).unwrap().replace("\r\n\r\n", " ").replace("Content", "\nContent")
    }

    #[test]
    fn of_findings_that_wait_only_the_latest_are_sent() {
        let outbox = Outbox::default();
        outbox.publish("a", 1, || true);
        outbox.notify("n", "between");
        outbox.publish("b", 1, || true);
        outbox.publish("a", 2, || true);
        outbox.publish("a", 3, || false);
        outbox.request("r", [0; 0]);
        expect![[r#"

            Content-Length: 71 {"jsonrpc":"2.0","method":"textDocument/publishDiagnostics","params":2}
            Content-Length: 49 {"jsonrpc":"2.0","method":"n","params":"between"}
            Content-Length: 71 {"jsonrpc":"2.0","method":"textDocument/publishDiagnostics","params":1}
            Content-Length: 58 {"jsonrpc":"2.0","id":"obelus-0","method":"r","params":[]}"#]]
        .assert_eq(&written(&outbox));
    }

    #[test]
    fn a_closed_outbox_takes_nothing() {
        let outbox = Outbox::default();
        outbox.close();
        outbox.notify("n", 1);
        outbox.publish("a", 1, || true);
        assert_eq!(written(&outbox), "");
    }
}
