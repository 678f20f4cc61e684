//! Reading what the import wrote, as an editor would.

#![allow(dead_code, reason = "each test file uses a part of it")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::cast_precision_loss,
    reason = "these are tests, though not marked so one by one"
)]

use std::collections::HashMap;
use std::path::PathBuf;

use obelus_convert::import::{Import, ImportOptions, Origin, SourceText, import};
use obelus_syntax::Document;
use obelus_syntax::view::Turn as TurnView;
use proptest::prelude::*;

/// The opening of a turn in the print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The line of the print.
    pub line: usize,
    /// The speaker.
    pub speaker: String,
}

/// A folder of shared data, where it is there.
pub fn shared(path: &str) -> Option<PathBuf> {
    let root = std::env::var_os("OBELUS_SHARED").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared"),
        PathBuf::from,
    );
    let path = root.join(path);
    if !path.exists() {
        println!("skipped: {} is not there", path.display());
        return None;
    }
    Some(path)
}

/// Imports `source` and proves the account.
pub fn imported(source: &str) -> Import {
    let made = import(&SourceText::new("print.txt", source), &ImportOptions::default());
    made.accounting.check(source, &made.files).unwrap();
    made
}

/// The turns that the grammar finds in the imported documents, with their lines in the print.
pub fn imported_turns(source: &str) -> Vec<Turn> {
    turns(source, false)
}

/// The same without reported speech.
pub fn direct_turns(source: &str) -> Vec<Turn> {
    turns(source, true)
}

fn turns(source: &str, direct: bool) -> Vec<Turn> {
    let made = imported(source);
    let mut turns = Vec::new();
    for account in &made.accounting.files {
        let file = made.files.iter().find(|file| file.path == account.path).unwrap();
        let document = Document::parse(file.text.as_str().into());
        for placed in document.blocks() {
            for root in placed.block.roots() {
                let Some(turn) = TurnView::cast(root).filter(|turn| turn.is_direct() || !direct)
                else {
                    continue;
                };
                let at = placed.start + turn.label.span().start();
                let piece = account.pieces.iter().find(|piece| piece.span.contains(at)).unwrap();
                let Origin::Source(place) = piece.origin else {
                    panic!("a label that print does not have")
                };
                let place = place + (at - piece.span.start()).to_usize();
                let line = source[..place].matches('\n').count() + 1;
                turns.push(Turn { line, speaker: turn.label.text().to_owned() });
            }
        }
    }
    turns
}

/// A speaker's name as it is compared: without titles, spaces and capitals.
fn bare(name: &str) -> String {
    let name = name.to_lowercase().replace("comrade ", "").replace("comr. ", "");
    name.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn counted(turns: &[Turn]) -> HashMap<(usize, String), usize> {
    let mut counts = HashMap::new();
    for turn in turns {
        *counts.entry((turn.line, bare(&turn.speaker))).or_insert(0) += 1;
    }
    counts
}

/// Prints and answers the F1 of `found`.
pub fn score(name: &str, truth: &[Turn], found: &[Turn]) -> f64 {
    let (right, wanted) = (counted(found), counted(truth));
    let hits: usize =
        wanted.iter().map(|(turn, count)| right.get(turn).copied().unwrap_or(0).min(*count)).sum();
    let precision = hits as f64 / found.len().max(1) as f64;
    let recall = hits as f64 / truth.len().max(1) as f64;
    let f1 = 2.0 * precision * recall / (precision + recall).max(f64::EPSILON);
    println!(
        "{name}: {} turns, {} found, {hits} right; precision {precision:.4}, recall {recall:.4}, F1 {f1:.4}",
        truth.len(),
        found.len()
    );
    if truth.len() < 1_000 {
        differences(name, truth, found, 0);
    }
    f1
}

/// Prints what is missing and what is too much.
pub fn differences(name: &str, truth: &[Turn], found: &[Turn], offset: usize) {
    let (right, wanted) = (counted(found), counted(truth));
    for turn in truth.iter().filter(|turn| !right.contains_key(&(turn.line, bare(&turn.speaker)))) {
        println!("  {name}: missing, line {}: {}", turn.line - offset, turn.speaker);
    }
    for turn in found.iter().filter(|turn| !wanted.contains_key(&(turn.line, bare(&turn.speaker))))
    {
        println!("  {name}: too much, line {}: {}", turn.line - offset, turn.speaker);
    }
}

/// Paragraphs as print has them, and such as damage leaves behind.
fn paragraph() -> impl Strategy<Value = String> {
    let pieces = [
        "Orlov: We should like to send wheat.",
        "<u>Comrade Li Ming</u>: Very well.",
        "<u>Orlov</u>. It is cold here.",
        "Li Ming says that coal is dear. Orlov: So it is.",
        "To this <u>Li Ming</u> responds that it is",
        "ORLOV, opening the talk, asks for artil-",
        "lery and",
        "<u>never closed",
        "II. Talk between Orlov and Li Ming, Riga, 3 May 1951",
        "Orlov to Li Ming, 4 May 1951",
        "Wheat and Coal: A Reading—",
        "by Anna Mora",
        "* * * * *",
        "-----",
        "continued on page 27",
        "MORA continued from page 7",
        "RIGA",
        "WITH",
        "27",
        "Present: comrs. Orlov, [translator] Mora /Karski/.",
        "PARTICIPANTS:",
        "Mr. Jan Orlov, Envoy\nMrs. Anna Mora",
        "[Source: ABC, fond (f.) 3, opis (op.)",
        "1, delo 4; translated by Mora.]",
        "Source: ABC, f. 3, op. 1, d. 4.",
        "> accidental",
        "# Heading",
        "The mill burnt down.² So did “the other.”3 *See* _this_ {and} that [[link]] \\[ *",
        "2. See Mora, p. 3. 3. Ibid.",
        "² See Li.",
        "Note: not a turn",
        "(bracket [left open",
        "closed] twice]",
        "*Orlov:* Yes.",
        "**Mora**: No.",
        "% no comment",
        "---\ntitle: no\n---",
        "  indented first\nand wrapped\n  again indented",
        "т. Орлов: Пшеница дорога.",
        "\u{feff}\u{200b}",
    ];
    prop_oneof![
        6 => proptest::sample::select(pieces.to_vec()).prop_map(str::to_owned),
        1 => "[A-Za-zé .,:;\\[\\](){}<>u/_*#>%~^|\\\\0-9¹²³“”'-]{0,60}",
    ]
}

/// Texts of such paragraphs.
pub fn text() -> impl Strategy<Value = String> {
    let gap = proptest::sample::select(vec!["\n\n", "\n", "\r\n\r\n", "\n \t\n\n", "\u{c}"]);
    proptest::collection::vec((paragraph(), gap), 0..24)
        .prop_map(|parts| parts.into_iter().map(|(words, gap)| words + gap).collect())
}
