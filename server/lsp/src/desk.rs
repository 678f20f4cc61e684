//! What the editor is told unasked.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use obelus_ide::{Analysis, DocumentId, Host};
use obelus_text::{Text, read_file};
use serde_json::json;
use tower_lsp::ls_types::{Diagnostic, MessageType};

use crate::client::Client;
use crate::context::Context;
use crate::convert;
use crate::host::Trouble;
use crate::scheduler::{Editor, Opened, Placed, Snapshot, Token};
use crate::transport::Outbox;

/// What the editor is told unasked.
pub struct Desk {
    outbox: Outbox,
    client: Arc<Client>,
    /// Progress may be shown only under names that the editor has agreed to; it is asked once each time.
    loads: AtomicUsize,
    warned: AtomicBool,
}

impl Desk {
    /// Tells the editor by way of `outbox`.
    pub fn new(outbox: Outbox, client: Arc<Client>) -> Self {
        Self { outbox, client, loads: AtomicUsize::new(0), warned: AtomicBool::new(false) }
    }

    fn message(&self, method: &str, kind: MessageType, message: &str) {
        self.outbox.notify(method, json!({ "type": kind, "message": message }));
    }

    fn publish(
        &self,
        uri: &str,
        version: Option<i32>,
        diagnostics: &[Diagnostic],
        still_wanted: impl FnOnce() -> bool,
    ) {
        let published = Published { uri, version, diagnostics };
        self.outbox.publish(uri, published, still_wanted);
    }

    fn progress(&self, value: &serde_json::Value) {
        let token = format!("obelus-load-{}", self.loads.load(Ordering::Relaxed));
        self.outbox.notify("$/progress", json!({ "token": token, "value": value }));
    }
}

/// The protocol's `PublishDiagnosticsParams`, written without copying the findings.
#[derive(serde::Serialize)]
struct Published<'a> {
    uri: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<i32>,
    diagnostics: &'a [Diagnostic],
}

impl Editor<Host> for Desk {
    fn wants_findings(&self) -> bool {
        !self.client.pulls_findings
    }

    fn findings(
        &self,
        snapshot: &Snapshot<Analysis>,
        (id, opened): (DocumentId, &Opened),
        findings: &[Placed<Host>],
        still_wanted: &dyn Fn() -> bool,
    ) {
        let token = Token::default();
        let context = Context::new(snapshot, &self.client, &token);
        let placed = findings.iter().map(|(span, found)| (*span, &found.0));
        let diagnostics = convert::finding::diagnostics(&context, id, placed);
        self.publish(&opened.uri, Some(opened.version), &diagnostics, still_wanted);
    }

    fn troubles(&self, path: &Path, troubles: &[Trouble]) {
        let Some(uri) = convert::uri::uri(path) else { return };
        let text = Text::from(read_file(path).unwrap_or_default().as_str());
        let encoding = self.client.encoding;
        let diagnostics: Vec<_> = troubles
            .iter()
            .map(|trouble| convert::finding::trouble(&text, trouble, encoding))
            .collect();
        self.publish(uri.as_str(), None, &diagnostics, || true);
    }

    fn withdraw(&self, uri: &str) {
        if self.wants_findings() {
            self.publish(uri, None, &[], || true);
        }
    }

    fn ask_again(&self) {
        if self.client.refreshes_findings {
            self.outbox.request("workspace/diagnostic/refresh", ());
        }
    }

    fn warn(&self, message: &str) {
        self.message("window/logMessage", MessageType::ERROR, message);
        // Once is enough in a window that covers the text; the log has them all.
        if !self.warned.swap(true, Ordering::Relaxed) {
            self.message("window/showMessage", MessageType::ERROR, message);
        }
    }

    fn log(&self, message: &str) {
        self.message("window/logMessage", MessageType::WARNING, message);
    }

    fn loading(&self, folder: &Path) {
        if self.client.progress {
            let number = self.loads.fetch_add(1, Ordering::Relaxed) + 1;
            let create = json!({ "token": format!("obelus-load-{number}") });
            self.outbox.request("window/workDoneProgress/create", create);
            let message = folder.display().to_string();
            self.progress(&json!({ "kind": "begin", "title": "Reading", "message": message }));
        }
    }

    fn loaded(&self) {
        if self.client.progress {
            self.progress(&json!({ "kind": "end" }));
        }
    }
}
