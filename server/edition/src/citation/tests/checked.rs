//! The share of real citations that are read exactly, where the data is at hand.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::Value;

use super::*;

fn data() -> Option<PathBuf> {
    let shared = std::env::var_os("OBELUS_SHARED").map(PathBuf::from);
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let file = shared.unwrap_or(beside).join("data/citations/checked.jsonl");
    file.is_file().then_some(file)
}

/// Levels as `kind=value`, values without quotation marks.
fn expected_levels(row: &Value) -> Vec<String> {
    let levels = row["levels"].as_array().into_iter().flatten();
    levels
        .map(|level| format!("{}={}", level[0].as_str().unwrap(), level[1].as_str().unwrap()))
        .collect()
}

/// From and to, as the reader has them: `9-17`.
fn expected_leaves(row: &Value) -> Option<String> {
    let locator = row["locator"].as_object()?;
    let pair =
        |from: &str, to: &str| if from == to { from.to_owned() } else { format!("{from}-{to}") };
    if let Some(ranges) = locator.get("ranges").and_then(Value::as_array) {
        let ranges =
            ranges.iter().map(|one| pair(one[0].as_str().unwrap(), one[1].as_str().unwrap()));
        return Some(ranges.collect::<Vec<_>>().join(","));
    }
    let from = locator["from"].as_str().unwrap();
    let mut leaves = pair(from, locator.get("to").and_then(Value::as_str).unwrap_or(from));
    for (key, sign) in [("verso", "v"), ("f", "f"), ("ff", "ff")] {
        if locator.contains_key(key) {
            leaves.push_str(sign);
        }
    }
    Some(leaves)
}

fn read_leaves(citation: &Citation) -> Option<String> {
    let locator = citation.locator.as_ref()?.to_string();
    locator.split_once(' ').map(|(_, leaves)| leaves.to_owned())
}

/// What differs; empty where nothing does.
fn differences(row: &Value, citation: Option<&Citation>) -> Vec<String> {
    let Some(citation) = citation else {
        // A number that the archive itself calls invalid has no levels.
        let nothing = expected_levels(row).is_empty();
        return if nothing { Vec::new() } else { vec!["nothing read".to_owned()] };
    };
    let levels: Vec<String> =
        citation.levels.iter().map(|level| format!("{}={}", level.kind, level.value)).collect();
    let mut wrong = Vec::new();
    if levels != expected_levels(row) {
        wrong.push(format!("levels {levels:?}\n      not {:?}", expected_levels(row)));
    }
    let leaves = read_leaves(citation);
    if leaves != expected_leaves(row) {
        wrong.push(format!("leaves {leaves:?} not {:?}", expected_leaves(row)));
    }
    wrong
}

#[test]
fn share_of_checked_citations() {
    let Some(file) = data() else {
        println!("skipped: no checked citations (set OBELUS_SHARED)");
        return;
    };
    let catalogue = Catalogue::builtin();
    let text = std::fs::read_to_string(file).unwrap();
    let rows: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let mut shares: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let mut exact = 0;
    for row in &rows {
        let words = row["text"].as_str().unwrap();
        let citation = read(words, &catalogue);
        let wrong = differences(row, citation.as_ref());
        let share = shares.entry(row["scheme"].as_str().unwrap().to_owned()).or_default();
        share.1 += 1;
        if wrong.is_empty() {
            exact += 1;
            share.0 += 1;
        } else if std::env::var_os("OBELUS_SHOW").is_some() {
            println!("{} {words}", row["id"]);
            wrong.iter().for_each(|line| println!("    {line}"));
        }
    }
    for (scheme, (right, all)) in &shares {
        println!("{scheme:24} {right:3} of {all:3}");
    }
    println!(
        "exact: {exact} of {} ({:.1} %)",
        rows.len(),
        100.0 * exact as f64 / rows.len() as f64
    );
    assert!(rows.len() > 200, "the file of checked citations is cut short");
}
