//! Requests: what they are about, how urgent they are, and what an edit does to them.

use std::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::Sender;

use tokio::sync::oneshot;

use super::token::CancelOnDrop;
use super::{Cancelled, Event, Keeper, Lane, Snapshot, Token};

/// What a request is about, and so which edits make its answer stale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// One document, open or part of an edition.
    Document(PathBuf),
    /// All documents.
    Everything,
}

/// What to do with a request when what it is about is edited before it is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stale {
    /// Answer from the state as it was when the request came: right for the cursor as it stood then,
    /// and worth more than nothing to someone who types on (hover, completion, jumps).
    Answer,
    /// Refuse: the answer speaks of places all over the text, which have moved (tokens, symbols), or
    /// would be applied to a text that it was not made for (rename, formatting, fixes).
    Refuse,
}

/// How a kind of request is treated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Class {
    /// How urgent it is.
    pub lane: Lane,
    /// What an edit does to it.
    pub stale: Stale,
}

impl Class {
    /// Follows the cursor: urgent, and answered even if the text moves on.
    pub const CURSOR: Self = Self { lane: Lane::Typing, stale: Stale::Answer };
    /// Asked for by a person, from where the cursor stands.
    pub const JUMP: Self = Self { lane: Lane::Asked, stale: Stale::Answer };
    /// The findings of a document: urgent, and worthless once it is edited.
    pub const FINDINGS: Self = Self { lane: Lane::Typing, stale: Stale::Refuse };
    /// Not waited for by anyone in particular.
    pub const BACKGROUND: Self = Self { lane: Lane::Background, stale: Stale::Refuse };
    /// About the text as a whole, or to be applied to it.
    pub const WHOLE: Self = Self { lane: Lane::Asked, stale: Stale::Refuse };
}

/// Why a request has no answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The editor took it back.
    #[error("the request was cancelled")]
    Cancelled,
    /// What it is about was edited meanwhile.
    #[error("the text was edited meanwhile")]
    Modified,
    /// It is about a document that is neither open nor part of an edition.
    #[error("{} is neither open nor part of a loaded edition", .0.display())]
    Unknown(PathBuf),
    /// The text here is no longer the editor's text.
    #[error("{}: the text is out of step with the editor's; close the document and open it again", .0.display())]
    OutOfStep(PathBuf),
    /// The job panicked, or the server is ending.
    #[error("internal error")]
    Internal,
}

impl From<Cancelled> for Refusal {
    fn from(why: Cancelled) -> Self {
        match why {
            Cancelled::ByClient => Self::Cancelled,
            Cancelled::ByEdit => Self::Modified,
        }
    }
}

type Run<A> = Box<dyn FnOnce(Result<Arc<Snapshot<A>>, Refusal>) + Send>;

/// A request on its way to the pool.
pub struct Request<A> {
    pub(super) about: About,
    pub(super) class: Class,
    pub(super) token: Token,
    pub(super) run: Run<A>,
}

/// The handlers' end of the state thread. A clone leads to the same thread.
pub struct Scheduler<K: Keeper> {
    events: Sender<Event<K>>,
}

impl<K: Keeper> Clone for Scheduler<K> {
    fn clone(&self) -> Self {
        Self { events: self.events.clone() }
    }
}

impl<K: Keeper> Scheduler<K> {
    pub(super) fn new(events: Sender<Event<K>>) -> Self {
        Self { events }
    }

    /// Tells the state thread something.
    pub fn tell(&self, event: Event<K>) {
        // Fails only when the server is ending, and then nobody listens.
        let _ = self.events.send(event);
    }

    /// Has `job` done on a snapshot of the state as it is after all events sent so far. The event is
    /// sent when this is called, not when the future is first polled; if the future is dropped, the job
    /// is called off.
    pub fn request<T, F>(
        &self,
        about: About,
        class: Class,
        job: F,
    ) -> impl Future<Output = Result<T, Refusal>> + use<T, F, K>
    where
        T: Send + 'static,
        F: FnOnce(&Snapshot<K::Analysis>, &Token) -> Result<T, Refusal> + Send + 'static,
    {
        let (answer, answered) = oneshot::channel();
        let token = Token::default();
        let watched = token.clone();
        let run: Run<K::Analysis> = Box::new(move |snapshot| {
            let result =
                snapshot.and_then(|snapshot| attend(&watched, || job(&snapshot, &watched)));
            // Fails only when the editor has taken the request back.
            let _ = answer.send(result);
        });
        self.tell(Event::Request(Request { about, class, token: token.clone(), run }));
        let guard = CancelOnDrop(token);
        async move {
            let _guard = guard;
            answered.await.unwrap_or(Err(Refusal::Internal))
        }
    }
}

/// Does a job unless it has been called off, and refuses its result if it is called off meanwhile.
fn attend<T>(token: &Token, job: impl FnOnce() -> Result<T, Refusal>) -> Result<T, Refusal> {
    token.check()?;
    let result = catch_unwind(AssertUnwindSafe(job)).unwrap_or(Err(Refusal::Internal));
    token.check()?;
    result
}
