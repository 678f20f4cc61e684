use super::*;

mod catalogue;
mod checked;
mod running;
