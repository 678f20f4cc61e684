//! `obelus lsp`

use crate::status::Status;

#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Speak over standard input and output; the only way, accepted because some editors pass it.
    #[arg(long)]
    stdio: bool,
}

/// Serves an editor until it says good-bye.
///
/// # Errors
/// The runtime cannot be started.
pub fn run(_: &Arguments) -> Result<Status, String> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(|error| format!("cannot start: {error}"))?;
    let clean = runtime.block_on(obelus_lsp::serve_stdio());
    // A reader of standard input may still wait for a line that never comes.
    runtime.shutdown_background();
    Ok(if clean { Status::Clean } else { Status::Found })
}
