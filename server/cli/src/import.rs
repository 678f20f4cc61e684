//! `obelus import`

use std::fmt::Write as _;
use std::path::PathBuf;

use obelus_convert::import::{self, Certainty, Found, Import, ImportOptions, SourceText, Written};
use obelus_text::read_file;

use crate::status::Status;

#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The printed text, in UTF-8.
    file: PathBuf,
    /// The folder that becomes the edition; it must not exist.
    #[arg(long, value_name = "FOLDER")]
    to: PathBuf,
    /// The title of the edition; without it, the first heading of the text.
    #[arg(long)]
    title: Option<String>,
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
    let options = ImportOptions { title: arguments.title.clone() };
    let import = import::import(&SourceText::new(name, text), &options);
    let written = import::write(&import, &arguments.to, arguments.force)
        .map_err(|error| error.to_string())?;
    print!("{}", summary(&import, &written));
    Ok(Status::Clean)
}

fn summary(import: &Import, written: &Written) -> String {
    let report = &import.report;
    let folder = written.folder.display();
    let total = |count: fn(&Found) -> usize| report.found.iter().map(count).sum::<usize>();
    let unsure = report.remarks.iter().filter(|one| one.certainty == Certainty::Unsure).count();
    let mut out = String::new();
    for found in &report.found {
        let turns = found.direct + found.pointed + found.reported;
        let turns = if turns == 0 { String::new() } else { format!(" ({turns} turns)") };
        let _ = writeln!(out, "{}: {}{turns}", found.file, found.title);
    }
    let _ = writeln!(
        out,
        "{} documents, {} turns, {} notes, {} source notes in {folder}.",
        report.found.len(),
        total(|one| one.direct + one.pointed + one.reported),
        total(|one| one.notes),
        total(|one| one.source_notes),
    );
    let _ = writeln!(
        out,
        "{unsure} doubtful places; they are listed with all that was changed in {folder}/import-report.md."
    );
    out
}
