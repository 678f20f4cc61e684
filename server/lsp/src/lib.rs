//! The language server protocol: adapters and the scheduler.
#![warn(missing_docs)]
mod scheduler;
mod transport;
