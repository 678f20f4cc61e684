//! What an editor shows: one feature a file, in the project's own types.
