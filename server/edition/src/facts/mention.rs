//! Persons named in running text.

use obelus_text::Span;

use crate::registers::PersonKey;

/// A person named in running text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Mention {
    /// The name, relative to the block.
    pub span: Span,
    /// Whose name it is; several where the register has it for several persons.
    pub persons: Box<[PersonKey]>,
}

impl Mention {
    /// Whose name it is, where it is only one person's.
    pub fn sole(&self) -> Option<&PersonKey> {
        match &*self.persons {
            [person] => Some(person),
            _ => None,
        }
    }
}
