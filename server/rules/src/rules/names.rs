//! Rules for names.

pub mod ocr;
pub mod run_together;
