//! `obelus check`

mod concise;
mod full;
mod report;

use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};

use obelus_ide::{Analysis, DocumentId, Host, ProjectId};
use obelus_text::{Text, read_file};

use self::report::Report;
use crate::status::Status;

#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Folders of editions, or documents; the present folder when none is named.
    #[arg(default_value = ".")]
    paths: Vec<PathBuf>,
    /// How to print what was found.
    #[arg(long, value_enum, default_value = "full")]
    format: Format,
    /// Whether to print in colours.
    #[arg(long, value_enum, default_value = "auto")]
    colour: Colour,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Colour {
    /// On a terminal, unless `NO_COLOR` is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl Colour {
    fn wanted(self) -> bool {
        match self {
            Self::Always => true,
            Self::Never => false,
            Self::Auto => std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none(),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// With the words in question and the place marked.
    Full,
    /// One line a finding.
    Concise,
}

/// Checks editions and documents, and prints what is found.
///
/// # Errors
/// Standard output cannot be written to.
pub fn run(arguments: &Arguments) -> Result<Status, String> {
    let mut report = Report::default();
    for path in &arguments.paths {
        if let Err(message) = look(path, &mut report) {
            report.fail(message);
        }
    }
    print(&report, arguments.format, arguments.colour.wanted())
        .map_err(|error| error.to_string())?;
    Ok(report.status())
}

fn look(path: &Path, report: &mut Report) -> Result<(), String> {
    let path = path.canonicalize().map_err(|error| format!("{}: {error}", path.display()))?;
    if path.is_dir() {
        if !path.join("edition.toml").is_file() {
            return Err(format!(
                "{}: is no edition: it has no edition.toml (an empty one will do)",
                report::shown(&path)
            ));
        }
        let mut host = Host::new();
        let project = host.add_edition(&path);
        let analysis = host.snapshot();
        look_at_edition(&analysis, project, report);
        for id in analysis.documents(project) {
            look_at_document(&analysis, id, report);
        }
        return Ok(());
    }
    let text = read_file(&path).map_err(|error| error.to_string())?;
    let mut host = Host::new();
    let id = host.open_document(&path, Text::from(text.as_str()));
    let analysis = host.snapshot();
    if !analysis.has_edition(id) {
        report.note(format!(
            "{}: belongs to no edition; checked with the defaults",
            report::shown(&path)
        ));
    }
    look_at_document(&analysis, id, report);
    Ok(())
}

fn look_at_edition(analysis: &Analysis, project: ProjectId, report: &mut Report) {
    for error in analysis.edition_of(project).problems() {
        report.fail(error.to_string());
    }
    for unreadable in analysis.unreadable(project) {
        report.fail(unreadable.error.to_string());
    }
}

fn look_at_document(analysis: &Analysis, id: DocumentId, report: &mut Report) {
    let findings = analysis.all_diagnostics(id);
    report.documents += 1;
    if findings.is_empty() {
        return;
    }
    if let (Some(path), Some(text)) = (analysis.path(id), analysis.text(id)) {
        report.add(path, text, findings, &analysis.levels(id));
    }
}

fn print(report: &Report, format: Format, colour: bool) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    for one in &report.findings {
        match format {
            Format::Full => writeln!(out, "{}\n", full::render(one, colour))?,
            Format::Concise => writeln!(out, "{}", concise::render(one))?,
        }
    }
    for note in &report.notes {
        writeln!(out, "{note}")?;
    }
    for failure in &report.failures {
        eprintln!("obelus: {failure}");
    }
    writeln!(out, "{}", report.summary())
}
