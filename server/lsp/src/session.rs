//! What there is once an editor has connected.

use std::future::Future;
use std::sync::Arc;

use obelus_ide::Host;
use tower_lsp::jsonrpc::{Error, ErrorCode, Result};
use tower_lsp::ls_types::{InitializeParams, Uri};

use crate::client::Client;
use crate::context::Context;
use crate::convert;
use crate::desk::Desk;
use crate::scheduler::{self, About, Class, Event, Refusal, Scheduler};
use crate::transport::Outbox;

/// A kind of request: what it is about, how it is treated, and its answer.
///
/// Each is one file in `methods`, and each answer is made of the project's own types in a few lines.
pub trait Method {
    /// What the editor sends.
    type Params: Send + 'static;
    /// What it gets.
    type Answer: Send + 'static;
    /// How urgent the request is, and what an edit does to it.
    const CLASS: Class;

    /// The document that the request is about; nothing if it is about all.
    fn about(params: &Self::Params) -> Option<&Uri>;

    /// The answer, from a state that stays as it is.
    ///
    /// # Errors
    /// There is no such document, or the answer is not waited for any more.
    fn answer(
        context: &Context<'_>,
        params: Self::Params,
    ) -> std::result::Result<Self::Answer, Refusal>;
}

/// What there is once an editor has connected.
pub struct Session {
    client: Arc<Client>,
    scheduler: Scheduler<Host>,
}

impl Session {
    /// Agrees with the editor and starts the state thread.
    ///
    /// # Errors
    /// Where the system gives no thread.
    pub fn start(params: &InitializeParams, outbox: &Outbox) -> std::io::Result<Self> {
        let client = Arc::new(Client::new(params));
        let desk = Arc::new(Desk::new(outbox.clone(), client.clone()));
        let scheduler = scheduler::start(client.encoding, desk)?;
        Ok(Self { client, scheduler })
    }

    /// What is agreed with the editor.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Tells the state thread something.
    pub fn tell(&self, event: Event<Host>) {
        self.scheduler.tell(event);
    }

    /// Has a request answered. The state thread knows of it when this returns; only the answer is
    /// waited for.
    pub fn ask<M: Method>(
        &self,
        params: M::Params,
    ) -> impl Future<Output = Result<M::Answer>> + use<M> {
        let about = match M::about(&params) {
            Some(uri) => About::Document(convert::uri::path(uri)),
            None => About::Everything,
        };
        let client = self.client.clone();
        let answer = self.scheduler.request(about, M::CLASS, move |snapshot, token| {
            M::answer(&Context::new(snapshot, &client, token), params)
        });
        async { answer.await.map_err(|refusal| error(&refusal)) }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.scheduler.tell(Event::Stop);
    }
}

/// The protocol's error for a refusal.
fn error(refusal: &Refusal) -> Error {
    let message = refusal.to_string();
    let code = match refusal {
        Refusal::Cancelled => ErrorCode::RequestCancelled,
        Refusal::Modified => ErrorCode::ContentModified,
        Refusal::Unknown(_) => ErrorCode::InvalidParams,
        // RequestFailed of the protocol 3.17: well formed, but cannot be answered.
        Refusal::OutOfStep(_) => ErrorCode::ServerError(-32803),
        Refusal::Internal => ErrorCode::InternalError,
    };
    Error { code, message: message.into(), data: None }
}
