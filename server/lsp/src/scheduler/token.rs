//! Whether anyone still waits for the result of a job.

use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

/// Why nobody waits for a job any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cancelled {
    /// The editor took its request back.
    ByClient,
    /// An edit made the result worthless.
    ByEdit,
}

/// Shared between a job and those who may call it off. A clone is the same token.
#[derive(Clone, Debug, Default)]
pub struct Token(Arc<AtomicU8>);

const LIVE: u8 = 0;
const BY_CLIENT: u8 = 1;
const BY_EDIT: u8 = 2;

impl Token {
    /// Calls the job off. The first reason stands.
    pub fn cancel(&self, why: Cancelled) {
        let reason = match why {
            Cancelled::ByClient => BY_CLIENT,
            Cancelled::ByEdit => BY_EDIT,
        };
        // A failed exchange means that the job was called off before.
        let _ = self.0.compare_exchange(LIVE, reason, Ordering::AcqRel, Ordering::Acquire);
    }

    /// To be asked before and between the steps of a job, and before its result is sent.
    ///
    /// # Errors
    /// The reason why the job should stop.
    pub fn check(&self) -> Result<(), Cancelled> {
        match self.0.load(Ordering::Acquire) {
            LIVE => Ok(()),
            BY_CLIENT => Err(Cancelled::ByClient),
            _ => Err(Cancelled::ByEdit),
        }
    }

    /// Whether nobody else holds the token: the job has ended.
    pub fn is_alone(&self) -> bool {
        Arc::strong_count(&self.0) == 1
    }
}

/// Calls a job off when dropped: the editor took the request back, and its future is gone.
#[derive(Debug)]
pub struct CancelOnDrop(pub Token);

impl Drop for CancelOnDrop {
    fn drop(&mut self) {
        self.0.cancel(Cancelled::ByClient);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_reason_stands() {
        let token = Token::default();
        assert_eq!(token.check(), Ok(()));
        token.cancel(Cancelled::ByEdit);
        drop(CancelOnDrop(token.clone()));
        assert_eq!(token.check(), Err(Cancelled::ByEdit));
        assert!(token.is_alone());
    }
}
