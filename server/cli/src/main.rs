//! The command line `obelus`: arguments, exit statuses, output. It holds no feature of its own.

mod check;
mod explain;
mod import;
mod lsp;
mod status;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::status::Status;

/// Checks, imports and serves critical and documentary editions.
#[derive(Debug, Parser)]
#[command(name = "obelus", version, about, max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Check an edition, or single documents.
    ///
    /// Exit status: 0 when nothing is wrong, 1 when errors were found, 2 when something could not be
    /// checked.
    Check(check::Arguments),
    /// Make an edition of a printed text.
    Import(import::Arguments),
    /// Explain a rule; without a name, list all rules.
    Explain(explain::Arguments),
    /// Serve an editor over standard input and output.
    Lsp(lsp::Arguments),
}

fn main() -> ExitCode {
    let status = match Arguments::parse().command {
        Command::Check(arguments) => check::run(&arguments),
        Command::Import(arguments) => import::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Lsp(arguments) => lsp::run(&arguments),
    };
    match status {
        Ok(status) => status.into(),
        Err(message) => {
            eprintln!("obelus: {message}");
            Status::Failed.into()
        }
    }
}
