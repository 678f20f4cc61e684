//! What end-to-end tests and benchmarks share: the built binary, an editor that speaks the protocol,
//! and invented editions of any size.
//!
//! Everything here runs `obelus` as its users do and knows nothing of its inside.

// It serves tests only: what goes wrong here is a failed test.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, clippy::missing_panics_doc)]

pub mod binary;
pub mod client;
pub mod generate;
pub mod measure;
pub mod text;
