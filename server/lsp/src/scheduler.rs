//! Who does what when: one writer, many readers.
//!
//! Handlers send events to the state thread ([`Scheduler`]), which alone changes anything, in the order
//! in which they come. Requests become jobs: they get a snapshot of the state as it is when their turn
//! comes, and work on it in the pool. Nothing here knows what is kept or looked for; that is the
//! [`Keeper`]'s. What is sent is the [`Editor`]'s.

mod carry;
mod document;
mod editor;
mod edits;
mod event;
mod far;
mod gather;
mod keeper;
mod near;
mod pool;
mod request;
mod state;
mod token;

pub use editor::{Editor, Placed};
pub use edits::ContentChange;
pub use event::Event;
pub use keeper::{Keeper, Opened, Snapshot};
pub use pool::Lane;
pub use request::{About, Class, Refusal, Scheduler, Stale};
pub use state::start;
pub use token::{Cancelled, Token};

#[cfg(test)]
mod tests;
