//! Rules for the running text.

pub mod abbreviation;
pub mod broken_sentence;
pub mod broken_word;
pub mod dash;
pub mod double_space;
pub mod doubled_word;
pub mod list_number;
pub mod running_head;
pub mod thousands;
pub mod unpaired;
