//! The import, from beginning to end.

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;

use super::accounting::{Accounting, FileAccount, Omission, Origin};
use super::assemble::{Document, Role, Whole, assemble};
use super::compose::compose;
use super::document::{Draft, documents};
use super::edition;
use super::front_matter::front_matter;
use super::furniture;
use super::joint::{Context, join, mend_lines};
use super::kind::Kind;
use super::language::Language;
use super::ledger::Ledger;
use super::name;
use super::opening::{Delimiter, Opening, opening};
use super::paragraph::paragraphs;
use super::passage::Passage;
use super::person::Persons;
use super::report::{Certainty, Found, Report, excerpt};
use super::repository::Repositories;
use super::sketch::Sketch;
use super::term::Terms;
use super::turn::Style;
use super::words::{Vocabulary, words};
use super::{Import, ImportOptions, ImportedFile, SourceText};

/// Makes an edition of a printed text.
///
/// The result is the same each time, and takes time in proportion to the text. Reads and writes no files: see
/// [`super::write`].
pub fn import(source: &SourceText, options: &ImportOptions) -> Import {
    let mut ledger = Ledger::default();
    let mut report = Report { source: source.name.clone(), ..Report::default() };
    let mut passages = paragraphs(&source.text, &mut ledger);
    let mut vocabulary = Vocabulary::default();
    for passage in &passages {
        vocabulary.learn(passage.text());
    }
    let language = Language::of(&source.text);
    furniture::remove(&mut passages, &vocabulary, &mut ledger, &mut report);
    let passages = passages
        .iter()
        .map(|passage| mend_lines(passage, &vocabulary, &mut ledger))
        .collect::<Vec<_>>();
    let labels = openers(&passages, 2, |found| found.delimiter == Delimiter::Colon);
    let openers = openers(&passages, 3, |_| true);
    let message = message_kind(&passages);
    let drafts = documents(passages, &vocabulary, &mut ledger, &mut report);
    let drafts = without_stray_heading(drafts, &vocabulary, &mut ledger, &mut report);
    let context = Context { vocabulary: &vocabulary, labels: &labels, openers: &openers };
    let many = drafts.len() > 1;
    let mut assembled = Vec::new();
    for (index, draft) in drafts.into_iter().enumerate() {
        let passages = join(draft.passages, &context, &mut ledger, &mut report);
        let whole =
            Whole { vocabulary: &vocabulary, language, message, first_of_many: many && index == 0 };
        assembled.push(assemble(passages, &whole, &mut report));
    }
    write_files(source, options, assembled, language, ledger, report)
}

/// The names, of those that are `wanted`, that open at least `least` paragraphs.
fn openers(
    passages: &[Passage],
    least: usize,
    wanted: impl Fn(&Opening) -> bool,
) -> HashSet<Vec<String>> {
    let mut counts: HashMap<Vec<String>, usize> = HashMap::new();
    for passage in passages {
        if let Some(found) = opening(passage).filter(&wanted) {
            *counts.entry(name::core(&passage.text()[found.name])).or_default() += 1;
        }
    }
    counts.into_iter().filter(|(_, count)| *count >= least).map(|(core, _)| core).collect()
}

/// How the text calls messages between two persons: telegrams or letters. What counts is whose they are said to be
/// (`your last telegram`), for letters are also spoken of.
fn message_kind(passages: &[Passage]) -> Kind {
    const OWNERS: &[&str] = &[
        "your",
        "my",
        "our",
        "his",
        "her",
        "their",
        "ihr",
        "ihrem",
        "mein",
        "unser",
        "votre",
        "mon",
        "notre",
        "son",
        "ваша",
        "вашу",
        "вашей",
        "моя",
        "мою",
        "наша",
        "нашу",
    ];
    let (mut telegrams, mut letters) = (0_usize, 0_usize);
    for passage in passages {
        let mut since_owner = usize::MAX;
        for (_, word) in words(passage.text()) {
            let lower = word.to_lowercase();
            since_owner =
                if OWNERS.contains(&lower.as_str()) { 0 } else { since_owner.saturating_add(1) };
            match Kind::of(&lower) {
                Some(Kind::Telegram) if since_owner <= 3 => telegrams += 1,
                Some(Kind::Letter) if since_owner <= 3 => letters += 1,
                _ => {}
            }
        }
    }
    if telegrams > letters { Kind::Telegram } else { Kind::Letter }
}

/// A last document that is only a heading is the heading of what print has on the next page.
fn without_stray_heading(
    mut drafts: Vec<Draft>,
    vocabulary: &Vocabulary,
    ledger: &mut Ledger,
    report: &mut Report,
) -> Vec<Draft> {
    let only_heading = drafts.len() > 1
        && drafts.last().is_some_and(|draft| {
            draft.passages.iter().all(|passage| Sketch::of(passage, vocabulary).is_title())
        });
    if only_heading && let Some(draft) = drafts.pop() {
        for passage in draft.passages {
            let text = format!(
                "“{}” is the heading of a text that is not printed here, and is left out",
                excerpt(passage.text())
            );
            report.remark(passage.source_start(), Certainty::Unsure, text);
            ledger.omit_all(passage.sources(0..passage.text().len()), Omission::HeadingWithoutText);
        }
    }
    drafts
}

fn write_files(
    source: &SourceText,
    options: &ImportOptions,
    mut documents: Vec<Document>,
    language: Language,
    mut ledger: Ledger,
    mut report: Report,
) -> Import {
    separators(&mut documents, &mut ledger);
    let mut persons = Persons::default();
    // The fullest names first: shorter ones are then known to be theirs.
    let mut full: Vec<&String> = documents
        .iter()
        .flat_map(|document| document.people.participants.iter().chain(&document.people.recorders))
        .collect();
    full.sort_by_key(|name| std::cmp::Reverse(name.split_whitespace().count()));
    for name in full {
        persons.add(name);
    }
    let casts: Vec<Cast> =
        documents.iter().map(|document| Cast::of(document, &mut persons)).collect();
    persons.count(&source.text);
    persons.name_keys();
    let mut accounting = Accounting::default();
    let mut files = Vec::new();
    let mut kept = Vec::new();
    let mut taken = HashMap::new();
    for (document, cast) in documents.iter().zip(&casts) {
        let name = file_name(document, &mut taken);
        let path = PathBuf::from(format!("{name}.obl"));
        let participants: Vec<String> =
            cast.participants.iter().map(|at| persons.key(*at).to_owned()).collect();
        let author = document.author.as_deref();
        let composed =
            compose(document, &front_matter(document, &participants, author), &mut ledger);
        for piece in &composed.pieces {
            if let Origin::Source(at) = piece.origin {
                kept.push(at..at + piece.span.len());
            }
        }
        report.found.push(found(document, format!("{name}.obl"), cast, &persons));
        accounting.files.push(FileAccount { path: path.clone(), pieces: composed.pieces });
        files.push(ImportedFile { path, text: composed.text });
    }
    accounting.omitted = ledger.close(&source.text, kept);
    report.close();
    let title =
        options.title.clone().or_else(|| documents.first().map(|document| document.title.clone()));
    let order: Vec<String> =
        files.iter().map(|file| file.path.with_extension("").display().to_string()).collect();
    let mut terms = Terms::default();
    let mut repositories = Repositories::default();
    for part in documents.iter().flat_map(|document| &document.parts) {
        terms.learn(&part.passage);
        repositories.learn(part);
    }
    files.extend(edition::files(
        title.as_deref(),
        language,
        &order,
        &persons,
        &terms,
        &repositories,
    ));
    let page = report.render(&source.text, &accounting);
    files.push(ImportedFile { path: PathBuf::from("import-report.md"), text: page });
    Import { files, report, accounting }
}

/// Lines of stars between documents are now the ends of files.
fn separators(documents: &mut Vec<Document>, ledger: &mut Ledger) {
    for document in documents.iter_mut() {
        while document.parts.last().is_some_and(|part| part.role == Role::Separator) {
            if let Some(part) = document.parts.pop() {
                ledger.omit_all(
                    part.passage.sources(0..part.passage.text().len()),
                    Omission::Separator,
                );
            }
        }
    }
    documents.retain(|document| !document.parts.is_empty());
}

/// The persons of a document.
struct Cast {
    participants: Vec<usize>,
    speakers: Vec<(usize, usize)>,
}

impl Cast {
    fn of(document: &Document, persons: &mut Persons) -> Self {
        let mut participants: Vec<usize> = Vec::new();
        let mut speakers: Vec<(usize, usize)> = Vec::new();
        for part in &document.parts {
            let Role::Turn(turn) = &part.role else { continue };
            let person = persons.speak(&part.passage.text()[turn.name.clone()]);
            match speakers.iter_mut().find(|(known, _)| *known == person) {
                Some((_, count)) => *count += 1,
                None => speakers.push((person, 1)),
            }
        }
        if document.author.is_none() {
            participants.extend(speakers.iter().map(|(person, _)| *person));
        }
        for name in &document.people.participants {
            participants.push(persons.add(name));
        }
        for name in document.people.recorders.iter().chain(&document.author) {
            persons.add(name);
        }
        let mut seen = HashSet::new();
        participants.retain(|person| seen.insert(*person));
        Self { participants, speakers }
    }
}

fn found(document: &Document, file: String, cast: &Cast, persons: &Persons) -> Found {
    let count = |wanted: Style| {
        let turns = document
            .parts
            .iter()
            .filter(|part| matches!(&part.role, Role::Turn(turn) if turn.style == wanted));
        turns.count()
    };
    let notes = document.parts.iter().filter(|part| matches!(part.role, Role::Note { .. })).count();
    let sources =
        document.parts.iter().filter(|part| matches!(part.role, Role::SourceNote { .. })).count();
    Found {
        file,
        title: document.title.clone(),
        at: document.parts.iter().map(|part| part.passage.source_start()).min().unwrap_or_default(),
        direct: count(Style::Direct),
        pointed: count(Style::Pointed),
        reported: count(Style::Reported),
        speakers: cast
            .speakers
            .iter()
            .map(|(person, count)| (persons.key(*person).to_owned(), *count))
            .collect(),
        notes,
        references: document.parts.iter().map(|part| part.references.len()).sum(),
        source_notes: sources,
    }
}

/// The name of a document's file: its date and kind, or its kind and author.
fn file_name(document: &Document, taken: &mut HashMap<String, usize>) -> String {
    let kind = document.kind.name();
    let base = match (&document.date, &document.author, document.kind) {
        (Some(date), ..) => format!("{date}-{kind}"),
        (None, Some(author), _) => format!("{kind}-{}", name::key(author)),
        (None, None, Kind::Introduction) => kind.to_owned(),
        _ => format!("undated-{kind}"),
    };
    let count = taken.entry(base.clone()).and_modify(|count| *count += 1).or_insert(1);
    if *count == 1 { base } else { format!("{base}-{count}") }
}

#[cfg(test)]
mod tests;
