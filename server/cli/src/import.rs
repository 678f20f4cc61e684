//! `obelus import`

use std::path::PathBuf;

use obelus_convert::import::{self, ImportOptions, SourceText};
use obelus_text::read_file;

use crate::status::Status;

#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The printed text, in UTF-8.
    file: PathBuf,
    /// The folder that becomes the edition; it must not exist.
    #[arg(long, value_name = "FOLDER")]
    to: PathBuf,
    /// Replace the edition that an earlier import made there.
    #[arg(long)]
    force: bool,
}

/// Makes an edition of a printed text.
///
/// # Errors
/// The text cannot be read, or the edition cannot be written; the message names the file and place.
pub fn run(arguments: &Arguments) -> Result<Status, String> {
    let text = read_file(&arguments.file).map_err(|error| error.to_string())?;
    if text.trim().is_empty() {
        return Err(format!("{}: holds no text", arguments.file.display()));
    }
    let name = arguments.file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let import = import::import(&SourceText::new(name, text), &ImportOptions::default());
    import::write(&import, &arguments.to, arguments.force).map_err(|error| error.to_string())?;
    print!("{}", import.report.summary(&arguments.to));
    Ok(Status::Clean)
}
