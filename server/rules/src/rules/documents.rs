//! Rules for documents as wholes.

pub mod date_differs;
pub mod date_missing;
pub mod heading_number;
pub mod participant;
pub mod source_missing;
