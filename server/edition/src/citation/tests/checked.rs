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

/// Only the values of levels, and the leaves: what levels are called cannot be known of an archive that
/// nobody has described.
fn values_differ(row: &Value, citation: Option<&Citation>) -> Option<String> {
    let value = |level: &String| level.split_once('=').map(|(_, value)| value.to_owned());
    let expected: Vec<String> = expected_levels(row).iter().filter_map(value).collect();
    let Some(citation) = citation else {
        return (!expected.is_empty()).then(|| "nothing read".to_owned());
    };
    let read: Vec<String> = citation.levels.iter().map(|level| level.value.to_string()).collect();
    let same = read == expected && read_leaves(citation) == expected_leaves(row);
    (!same).then(|| format!("{} not {expected:?}", citation.outline()))
}

fn rows() -> Option<Vec<Value>> {
    let Some(file) = data() else {
        println!("skipped: no checked citations (set OBELUS_SHARED)");
        return None;
    };
    let text = std::fs::read_to_string(file).unwrap();
    let rows: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(rows.len() > 200, "the file of checked citations is cut short");
    Some(rows)
}

fn show(line: &str) {
    if std::env::var_os("OBELUS_SHOW").is_some() {
        println!("{line}");
    }
}

#[derive(Default)]
struct Shares(BTreeMap<String, (usize, usize)>);

impl Shares {
    fn count(&mut self, row: &Value, right: bool) {
        let share = self.0.entry(row["scheme"].as_str().unwrap().to_owned()).or_default();
        share.0 += usize::from(right);
        share.1 += 1;
    }

    fn print(&self, title: &str) -> f64 {
        for (scheme, (right, all)) in &self.0 {
            println!("  {scheme:24} {right:3} of {all:3}");
        }
        let (right, all) = self.0.values().fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
        let count = |count: usize| f64::from(u32::try_from(count).unwrap());
        let share = count(right) / count(all);
        println!("{title}: {right} of {all} ({:.1} %)", 100.0 * share);
        share
    }
}

#[test]
fn share_of_checked_citations() {
    let Some(rows) = rows() else { return };
    let catalogue = Catalogue::builtin();
    let mut shares = Shares::default();
    for row in &rows {
        let words = row["text"].as_str().unwrap();
        let wrong = differences(row, read(words, &catalogue).as_ref());
        shares.count(row, wrong.is_empty());
        if !wrong.is_empty() {
            show(&format!("{} {words}\n    {}", row["id"], wrong.join("\n    ")));
        }
    }
    assert!(shares.print("exact") > 0.85);
}

/// Each citation is read as if its archive were not declared, with the schemes of all families.
#[test]
fn share_of_undeclared_archives() {
    let Some(rows) = rows() else { return };
    let catalogue = Catalogue::builtin();
    let mut others = BTreeMap::new();
    let mut shares = Shares::default();
    for row in &rows {
        let words = row["text"].as_str().unwrap();
        let Some(siglum) = read(words, &catalogue).and_then(|one| one.siglum().cloned()) else {
            continue;
        };
        let rest =
            others.entry(siglum.clone()).or_insert_with(|| catalogue.without_repository(&siglum));
        let wrong = differences(row, read(words, rest).as_ref());
        shares.count(row, wrong.is_empty());
        if !wrong.is_empty() {
            show(&format!("UNDECLARED {} {words}\n    {}", row["id"], wrong.join("\n    ")));
        }
    }
    assert!(shares.print("exact, archive not declared") > 0.5);
}

/// Each citation is read without the scheme of its archive's whole family: only what is known of archives
/// in general, and of families that are strange to it.
#[test]
fn share_of_unknown_families() {
    let Some(rows) = rows() else { return };
    let catalogue = Catalogue::builtin();
    let mut others = BTreeMap::new();
    let mut shares = Shares::default();
    for row in &rows {
        let words = row["text"].as_str().unwrap();
        let scheme = read(words, &catalogue).map(|citation| citation.scheme).unwrap_or_default();
        let rest = others.entry(scheme).or_insert_with(|| match scheme {
            generic if generic == SchemeId::default() => catalogue.clone(),
            named => catalogue.without(named),
        });
        let wrong = values_differ(row, read(words, rest).as_ref());
        shares.count(row, wrong.is_none());
        if let Some(wrong) = wrong {
            show(&format!("UNKNOWN {} {words}\n    {wrong}", row["id"]));
        }
    }
    assert!(shares.print("values exact, family left out") > 0.0);
}
