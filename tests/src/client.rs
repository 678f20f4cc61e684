//! An editor that speaks the protocol to the built binary.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::binary::obelus;

/// How long a message is waited for before the test fails. No test passes or fails by time: this only
/// keeps a broken server from holding up the tests for ever.
const PATIENCE: Duration = Duration::from_secs(120);

/// An answer: a result, or an error with its code and message.
pub type Answer = Result<Value, (i64, String)>;

/// An editor and the server that it has started.
#[derive(Debug)]
pub struct Client {
    server: Child,
    input: Option<ChildStdin>,
    messages: Receiver<(Instant, Value)>,
    /// Messages that came while another was waited for.
    kept: VecDeque<Value>,
    next_id: i64,
    /// When the last message came.
    arrived: Instant,
    /// What the server said of itself.
    pub initialized: Value,
}

impl Client {
    /// Starts a server without agreeing on anything.
    pub fn spawn() -> Self {
        let mut server = Command::new(obelus())
            .arg("lsp")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .spawn()
            .expect("obelus can be run");
        let mut output = BufReader::new(server.stdout.take().expect("its output is a pipe"));
        let (sender, messages) = channel();
        thread::spawn(move || {
            while let Some(message) = read_message(&mut output) {
                if sender.send(message).is_err() {
                    return;
                }
            }
        });
        let input = server.stdin.take();
        let (kept, initialized) = (VecDeque::new(), Value::Null);
        let arrived = Instant::now();
        Self { server, input, messages, kept, next_id: 0, arrived, initialized }
    }

    /// Starts a server and agrees with it: `params` are those of `initialize`.
    pub fn start(params: &Value) -> Self {
        let mut client = Self::spawn();
        client.initialized = client.ask("initialize", params).expect("the server starts");
        client.notify("initialized", &json!({}));
        client
    }

    /// Starts a server for an editor that can do nothing in particular, in the folder `root`.
    pub fn in_folder(root: &Path) -> Self {
        Self::start(&json!({
            "processId": null,
            "rootUri": uri(root),
            "capabilities": {},
        }))
    }

    /// The server's number in the system.
    pub fn process(&self) -> u32 {
        self.server.id()
    }

    /// Sends a message.
    pub fn send(&mut self, message: &Value) {
        self.send_bytes(&framed(message));
    }

    /// Sends bytes as they are; they need not be a message.
    pub fn send_bytes(&mut self, bytes: &[u8]) {
        let input = self.input.as_mut().expect("the stream is open");
        input.write_all(bytes).and_then(|()| input.flush()).expect("the server reads");
    }

    /// Sends a notification.
    pub fn notify(&mut self, method: &str, params: &Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// Sends a request; gives its number.
    pub fn request(&mut self, method: &str, params: &Value) -> i64 {
        self.next_id += 1;
        let id = self.next_id;
        self.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
        id
    }

    /// Waits for the answer to the request `id`.
    ///
    /// # Errors
    /// The server's.
    pub fn answer(&mut self, id: i64) -> Answer {
        let message = self.wait(|message| message["id"] == id && message.get("method").is_none());
        match message.get("error") {
            Some(error) => {
                let text = error["message"].as_str().unwrap_or_default();
                Err((error["code"].as_i64().unwrap_or_default(), text.to_owned()))
            }
            None => Ok(message["result"].clone()),
        }
    }

    /// Sends a request and waits for its answer.
    ///
    /// # Errors
    /// The server's.
    pub fn ask(&mut self, method: &str, params: &Value) -> Answer {
        let id = self.request(method, params);
        self.answer(id)
    }

    /// Waits for a message; those that come before it are kept for later. The server's requests are
    /// answered with nothing on the way.
    pub fn wait(&mut self, mut wanted: impl FnMut(&Value) -> bool) -> Value {
        if let Some(at) = self.kept.iter().position(&mut wanted) {
            return self.kept.remove(at).expect("it was just found");
        }
        let until = Instant::now() + PATIENCE;
        loop {
            let message = self.next(until);
            if wanted(&message) {
                return message;
            }
            self.kept.push_back(message);
        }
    }

    fn next(&mut self, until: Instant) -> Value {
        let patience = until.saturating_duration_since(Instant::now());
        let (arrived, message) = match self.messages.recv_timeout(patience) {
            Ok(received) => received,
            Err(RecvTimeoutError::Timeout) => panic!("no such message came; got {:#?}", self.kept),
            Err(RecvTimeoutError::Disconnected) => {
                panic!("the server ended: {:?}; got {:#?}", self.server.wait(), self.kept)
            }
        };
        if message.get("method").is_some()
            && let Some(id) = message.get("id")
        {
            self.send(&json!({ "jsonrpc": "2.0", "id": id, "result": null }));
        }
        self.arrived = arrived;
        message
    }

    /// Waits for a notification or request of the server's.
    pub fn wait_for(&mut self, method: &str) -> Value {
        let mut message = self.wait(|message| message["method"] == method);
        message["params"].take()
    }

    /// Messages of the kind that have come and were not waited for.
    pub fn kept(&self, method: &str) -> Vec<&Value> {
        self.kept.iter().filter(|message| message["method"] == method).collect()
    }

    /// Waits for the findings of version `version` of the document.
    pub fn findings(&mut self, uri: &str, version: i64) -> Vec<Value> {
        let message = self.wait(|message| {
            message["method"] == "textDocument/publishDiagnostics"
                && message["params"]["uri"] == uri
                && message["params"]["version"] == version
        });
        message["params"]["diagnostics"].as_array().cloned().unwrap_or_default()
    }

    /// When the first byte came of the message that was waited for last.
    pub fn arrived(&self) -> Instant {
        self.arrived
    }

    /// Forgets messages that have come and were not waited for.
    pub fn forget_kept(&mut self) {
        self.kept.clear();
    }

    /// Opens a document.
    pub fn open(&mut self, uri: &str, version: i64, text: &str) {
        let document =
            json!({ "uri": uri, "languageId": "obelus", "version": version, "text": text });
        self.notify("textDocument/didOpen", &json!({ "textDocument": document }));
    }

    /// Changes a document; `edits` as the protocol writes them.
    pub fn change(&mut self, uri: &str, version: i64, edits: &[Value]) {
        self.notify("textDocument/didChange", &change(uri, version, edits));
    }

    /// Closes a document.
    pub fn close(&mut self, uri: &str) {
        self.notify("textDocument/didClose", &json!({ "textDocument": { "uri": uri } }));
    }

    /// The text of a document as the server has it.
    ///
    /// # Errors
    /// The server's.
    pub fn text(&mut self, uri: &str) -> Result<String, (i64, String)> {
        let answer = self.ask("obelus/text", &json!({ "textDocument": { "uri": uri } }))?;
        Ok(answer["text"].as_str().unwrap_or_default().to_owned())
    }

    /// Says good-bye as the protocol wants it; gives the exit status.
    pub fn leave(mut self) -> ExitStatus {
        self.ask("shutdown", &Value::Null).expect("the server ends");
        self.send(&json!({ "jsonrpc": "2.0", "method": "exit" }));
        self.wait_for_end()
    }

    /// Closes the stream, as happens when the editor dies; gives the exit status.
    pub fn vanish(mut self) -> ExitStatus {
        self.input = None;
        self.wait_for_end()
    }

    /// Waits until the server ends; gives the exit status.
    pub fn wait_for_end(&mut self) -> ExitStatus {
        let until = Instant::now() + PATIENCE;
        // The server's end closes the stream of messages.
        loop {
            match self.messages.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(_) => {}
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => panic!("the server does not end"),
            }
        }
        self.server.wait().expect("the server can be waited for")
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        // A test that failed midway leaves no server behind; one that has ended needs nothing.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// The parameters of `textDocument/didChange`.
pub fn change(uri: &str, version: i64, edits: &[Value]) -> Value {
    json!({ "textDocument": { "uri": uri, "version": version }, "contentChanges": edits })
}

/// The address of a file.
pub fn uri(path: &Path) -> String {
    let path = path.to_string_lossy().replace('\\', "/");
    let absolute = if path.starts_with('/') { path } else { format!("/{path}") };
    let mut uri = "file://".to_owned();
    for byte in absolute.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri
}

/// A message as it stands on the wire.
pub fn framed(message: &Value) -> Vec<u8> {
    let body = message.to_string();
    format!("Content-Length: {}\r\n\r\n{body}", body.len()).into_bytes()
}

/// A message, and when its first line had come.
fn read_message(output: &mut impl BufRead) -> Option<(Instant, Value)> {
    let mut length = 0;
    let mut arrived = None;
    loop {
        let mut line = String::new();
        output.read_line(&mut line).ok().filter(|&read| read > 0)?;
        arrived.get_or_insert_with(Instant::now);
        match line.trim_end().split_once(": ") {
            Some(("Content-Length", value)) => length = value.parse().ok()?,
            Some(_) => {}
            None => break,
        }
    }
    let mut body = vec![0; length];
    output.read_exact(&mut body).ok()?;
    Some((arrived?, serde_json::from_slice(&body).expect("the server sends JSON")))
}
