//! Rules for citations of archives and publications.

pub mod cut;
pub mod locator;
pub mod overlap;
pub mod reversed;
pub mod unknown_publication;
