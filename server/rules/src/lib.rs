//! The rules of an edition, one file each, and their registry.
