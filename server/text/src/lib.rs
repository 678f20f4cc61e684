//! Text, and places in it.
//!
//! Every other crate counts in bytes of UTF-8 ([`Offset`], [`Span`]). Only this crate knows that
//! editors count lines and columns ([`Position`]) and in which units ([`Encoding`]).
//! It knows nothing of markup.

mod change;
mod encoding;
mod line_ending;
mod offset;
mod position;
mod read;
mod rope;
mod span;

pub use change::Change;
pub use encoding::Encoding;
pub use line_ending::LineEnding;
pub use offset::Offset;
pub use position::{Position, PositionError};
pub use read::{ReadError, decode, read_file};
pub use rope::Text;
pub use span::Span;
