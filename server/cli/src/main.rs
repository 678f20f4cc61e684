//! The command line `obelus`.

fn main() {}
