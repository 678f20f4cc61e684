//! How well turns are found in printed texts, measured where the texts are there.

mod support;

use support::{Turn, imported_turns, score, shared};

/// The level that the design asks for.
const LEVEL: f64 = 0.99;

#[test]
fn turns_of_the_bulletin() {
    let Some(folder) = shared("data/bulletin") else { return };
    let source = std::fs::read_to_string(folder.join("bulletin.txt")).unwrap();
    let rows = std::fs::read_to_string(folder.join("defects-lines-1-663.jsonl")).unwrap();
    let mut truth = Vec::new();
    for row in rows.lines() {
        let row: serde_json::Value = serde_json::from_str(row).unwrap();
        let line = row["line"].as_u64().unwrap() as usize;
        let text = row["text"].as_str().unwrap();
        if row["kind"].is_string() {
            truth.push(Turn { line, speaker: row["speaker"].as_str().unwrap().to_owned() });
        } else if row["say"]
            .as_str()
            .is_some_and(|say| say.contains("paragraph break is missing before"))
        {
            let speaker = text.split([':', '.']).next().unwrap().to_owned();
            truth.push(Turn { line, speaker });
        } else if row["defect"]
            .as_str()
            .is_some_and(|defect| defect.contains("the label does not begin the paragraph"))
        {
            truth.push(Turn { line, speaker: "Zhou Enlai".to_owned() });
        }
    }
    let last = 663;
    let found: Vec<Turn> =
        imported_turns(&source).into_iter().filter(|turn| turn.line <= last).collect();
    let f1 = score("bulletin, lines 1-663", &truth, &found);
    assert!(f1 >= LEVEL, "F1 {f1:.4}");
}

#[test]
fn turns_of_frus() {
    let Some(folder) = shared("data/frus/txt") else { return };
    let mut volumes: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    volumes.sort();
    let (mut truth, mut found) = (Vec::new(), Vec::new());
    let mut offset = 0;
    for volume in volumes {
        let mut files: Vec<_> =
            std::fs::read_dir(volume).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
        files.sort();
        for path in files {
            let source = std::fs::read_to_string(&path).unwrap();
            let facts: serde_json::Value = serde_json::from_str(
                &std::fs::read_to_string(path.with_extension("json")).unwrap(),
            )
            .unwrap();
            let place = |chars: usize| {
                let byte = source.char_indices().nth(chars).map_or(source.len(), |(at, _)| at);
                source[..byte].matches('\n').count() + 1
            };
            let here: Vec<Turn> = facts["turns"]
                .as_array()
                .unwrap()
                .iter()
                .map(|turn| Turn {
                    line: offset + place(turn["label_start"].as_u64().unwrap() as usize),
                    speaker: turn["label"].as_str().unwrap().to_owned(),
                })
                .collect();
            let mut turns = support::direct_turns(&source);
            for turn in &mut turns {
                turn.line += offset;
            }
            if std::env::var_os("OBELUS_VERBOSE").is_some() {
                let name = path.strip_prefix(path.parent().unwrap().parent().unwrap()).unwrap();
                support::differences(&name.display().to_string(), &here, &turns, offset);
            }
            truth.extend(here);
            found.extend(turns);
            offset += source.lines().count() + 10;
        }
    }
    let f1 = score("frus, direct turns", &truth, &found);
    assert!(f1 >= 0.97, "F1 {f1:.4}");
}

/// The project's own print, with its truth beside it.
#[test]
fn turns_of_the_corpus() {
    let folder = std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../corpus/print");
    let Ok(rows) = std::fs::read_to_string(folder.join("truth.jsonl")) else {
        println!("skipped: {} has no truth.jsonl", folder.display());
        return;
    };
    let mut truth: std::collections::BTreeMap<String, Vec<Turn>> =
        std::collections::BTreeMap::new();
    for row in rows.lines().filter(|row| !row.trim().is_empty()) {
        let row: serde_json::Value = serde_json::from_str(row).unwrap();
        let Some(speaker) = row["speaker"].as_str() else { continue };
        let file = row["file"].as_str().unwrap_or("harbour-talks.txt").to_owned();
        let line = row["line"].as_u64().unwrap() as usize;
        truth.entry(file).or_default().push(Turn { line, speaker: speaker.to_owned() });
    }
    assert!(!truth.is_empty(), "truth.jsonl names no speaker");
    for (file, truth) in truth {
        let source = std::fs::read_to_string(folder.join(&file)).unwrap();
        let f1 = score(&file, &truth, &imported_turns(&source));
        assert!(f1 >= LEVEL, "{file}: F1 {f1:.4}");
    }
}
