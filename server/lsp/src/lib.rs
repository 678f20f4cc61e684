//! The language server protocol: adapters and the scheduler.
