//! The language server protocol: positions, JSON, order, cancellation.
//!
//! [`transport`] brings messages in and out, `tower-lsp` tells their methods apart, the [`backend`]
//! sends events to the state thread of the [`scheduler`], and the files in [`methods`] answer requests
//! on snapshots. What is shown is decided below, in `obelus-ide`; no feature lives here.

#![warn(missing_docs)]

mod backend;
mod client;
mod context;
mod convert;
mod desk;
mod folders;
mod host;
mod methods;
mod scheduler;
mod session;
mod transport;

use std::io::{BufRead, Write};
use std::sync::Arc;
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use tokio::runtime::Handle;
use tower_lsp::LspService;

use crate::backend::{Backend, Connection};
pub use crate::transport::Ending;
use crate::transport::{Outbox, serve};

/// How long the last messages may take to leave. An editor that has stopped reading gets no more.
const LAST_WORDS: Duration = Duration::from_secs(2);

/// Serves an editor over standard input and output until it says good-bye or goes away. Says whether it
/// asked for the end first, as the protocol wants it.
///
/// To be awaited on a tokio runtime; afterwards a thread of it may still wait on standard input, so shut
/// the runtime down in the background.
pub async fn serve_stdio() -> bool {
    let runtime = Handle::current();
    let served = tokio::task::spawn_blocking(move || {
        run(std::io::stdin().lock(), std::io::stdout(), &runtime)
    });
    matches!(served.await, Ok(Ending::Orderly))
}

/// Serves an editor that writes to `reader` and reads from `writer`, until it says good-bye or closes
/// the stream. Answers that have to wait do so on `runtime`.
pub fn run(reader: impl BufRead, writer: impl Write + Send + 'static, runtime: &Handle) -> Ending {
    let outbox = Outbox::default();
    let (written, all_written) = channel();
    let last_words = outbox.clone();
    let writing = thread::Builder::new().name("obelus-write".to_owned()).spawn(move || {
        // An error means that the editor is gone; the reader finds that out too.
        let _ = last_words.write_to(writer);
        let _ = written.send(());
    });
    if writing.is_err() {
        return Ending::Abrupt;
    }
    let connection = Arc::new(Connection::default());
    let (sent, shared) = (outbox.clone(), connection.clone());
    let build = LspService::build(move |_| Backend::new(sent, shared));
    let (service, _client) = build.custom_method("obelus/text", Backend::text).finish();
    let ending = serve(reader, &outbox, runtime, service, |request| connection.inspect(request));
    outbox.close();
    // Nothing to be done if it takes longer: the editor does not read.
    let _ = all_written.recv_timeout(LAST_WORDS);
    ending
}
