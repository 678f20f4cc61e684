//! Messages in and out.
//!
//! `tower-lsp` brings a transport of its own, but one message that is not JSON, or one header too many,
//! ends it (`codec.rs` and `transport.rs` of tower-lsp-server 0.23: a decoder's error ends the stream
//! of messages), a panic in one handler ends it, and at most as many messages are read as it has
//! handlers at work, so that a cancellation may not be seen in time. This one reads on.

pub mod frame;
mod outbox;
mod serve;

pub use outbox::Outbox;
pub use serve::{Ending, serve};
