//! How long a keystroke waits for its findings, and a question for its answer.
//!
//! Drives the built release binary over its streams as an editor does, one keystroke after another, in
//! editions of different sizes. `cargo bench -p obelus-tests --bench latency`; with `-- 10000` also in
//! an edition of 10,000 documents, with `-- quick` in fewer rounds.

#![allow(clippy::expect_used, reason = "what goes wrong here ends the benchmark")]

use std::time::{Duration, Instant};

use obelus_tests::client::{Client, uri};
use obelus_tests::generate::{self, Plan};
use obelus_tests::measure::{Quantiles, resident};
use obelus_tests::text::{Units, position, replace};
use serde_json::{Value, json};

/// Lengths of the open document, in bytes, with their names.
const LENGTHS: [(&str, usize); 3] =
    [("20 KiB", 20 << 10), ("200 KiB", 200 << 10), ("2 MiB", 2 << 20)];

/// Length of the other documents, in bytes.
const OTHERS: usize = 4 << 10;

/// Between two keystrokes: faster than anyone types, and slow enough for the server to be at rest.
const PAUSE: Duration = Duration::from_millis(4);

struct Row {
    keystroke: Quantiles,
    completion: Quantiles,
    hover: Quantiles,
    definition: Quantiles,
    resident: u64,
}

fn main() {
    let given: Vec<String> = std::env::args().skip(1).collect();
    let rounds = if given.iter().any(|word| word == "quick") { 100 } else { 1_000 };
    let mut sizes = vec![10, 1_000];
    sizes.extend(given.iter().filter_map(|word| word.parse::<usize>().ok()));
    println!(
        "Milliseconds from the last byte sent to the first byte of the answer read, p50 / p99 of \
         {rounds} rounds.\n\n{:>9}  {:>8}  {:>15}  {:>15}  {:>15}  {:>15}  {:>9}",
        "documents", "open", "keystroke", "completion", "hover", "definition", "resident"
    );
    let mut rows: Vec<(usize, &str, Row)> = Vec::new();
    for size in sizes {
        let folder = tempfile::tempdir().expect("a folder for the edition");
        let plan = Plan { documents: size, length: OTHERS, seed: 1 };
        generate::edition(folder.path(), plan).expect("the edition is written");
        for (name, length) in LENGTHS {
            let row = measure(folder.path(), Plan { length, ..plan }, rounds);
            println!(
                "{size:>9}  {name:>8}  {:>15}  {:>15}  {:>15}  {:>15}  {:>5} MiB",
                row.keystroke.to_string(),
                row.completion.to_string(),
                row.hover.to_string(),
                row.definition.to_string(),
                row.resident >> 20
            );
            rows.push((size, name, row));
        }
    }
    ratios(&rows);
}

/// What grows with the edition, and by how much.
fn ratios(rows: &[(usize, &str, Row)]) {
    println!("\nKeystroke in the larger edition to keystroke in the smallest:");
    for (size, name, row) in rows.iter().filter(|(size, ..)| *size > rows[0].0) {
        let same = rows.iter().find(|(_, other, _)| other == name);
        let Some((smallest, _, least)) = same else { continue };
        println!(
            "{size:>9} to {smallest}, {name:>8} open: p50 × {:.2}, p99 × {:.2}",
            row.keystroke.p50 / least.keystroke.p50,
            row.keystroke.p99 / least.keystroke.p99
        );
    }
}

struct Desk {
    client: Client,
    uri: String,
    text: String,
    version: i64,
}

fn measure(folder: &std::path::Path, plan: Plan, rounds: usize) -> Row {
    let mut client = Client::in_folder(folder);
    let uri = uri(&folder.join(generate::path(0)));
    let text = generate::document(0, plan);
    client.open(&uri, 0, &text);
    client.findings(&uri, 0);
    let mut desk = Desk { client, uri, text, version: 0 };
    desk.warm_up();
    let row = Row {
        keystroke: desk.keystrokes(rounds),
        completion: desk.completions(rounds / 4),
        hover: desk.questions("textDocument/hover", "[@SALT", rounds / 4),
        definition: desk.questions("textDocument/definition", "[[19", rounds / 4),
        resident: resident(desk.client.process()),
    };
    desk.client.leave();
    row
}

impl Desk {
    fn warm_up(&mut self) {
        self.keystrokes(50);
    }

    /// Types words into the middle of a sentence, at other places now and then, and takes some back.
    fn keystrokes(&mut self, rounds: usize) -> Quantiles {
        let mut times = Vec::with_capacity(rounds);
        let mut at = self.place(self.text.len() / 2);
        for round in 0..rounds {
            if round % 40 == 0 {
                at = self.place(self.text.len() / 97 * (round * 7 % 97));
            }
            let (start, end, new) = match round % 40 {
                30.. => (at - 1, at, ""),
                8 => (at, at, "["),
                12 => (at, at, "]"),
                column if column % 6 == 5 => (at, at, " "),
                _ => (at, at, "o"),
            };
            times.push(self.keystroke(start, end, new));
            at = start + new.len();
            std::thread::sleep(PAUSE);
        }
        Quantiles::of(times)
    }

    /// The middle of a word near `at`.
    fn place(&self, at: usize) -> usize {
        let is_word = |at: &usize| {
            let around = self.text.as_bytes().get(at - 1..at + 1);
            around.is_some_and(|pair| pair.iter().all(u8::is_ascii_lowercase))
        };
        (at.max(1)..self.text.len()).find(is_word).unwrap_or(1)
    }

    fn keystroke(&mut self, start: usize, end: usize, new: &str) -> Duration {
        self.version += 1;
        let edit = replace(&mut self.text, start, end, new, Units::Utf16);
        self.client.forget_kept();
        let begin = Instant::now();
        self.client.change(&self.uri, self.version, &[edit]);
        self.client.findings(&self.uri, self.version);
        self.client.arrived() - begin
    }

    /// Asks for completions at once after `[[` was typed, as an editor does.
    fn completions(&mut self, rounds: usize) -> Quantiles {
        let mut times = Vec::with_capacity(rounds);
        for round in 0..rounds {
            let at = self.place(self.text.len() / 97 * (round * 7 % 97));
            self.keystroke(at, at, "[[19");
            times.push(self.question("textDocument/completion", at + 4));
            self.keystroke(at, at + 4, "");
        }
        Quantiles::of(times)
    }

    /// Asks about places where `words` stand.
    fn questions(&mut self, method: &str, words: &str, rounds: usize) -> Quantiles {
        let places: Vec<usize> = self.text.match_indices(words).map(|(at, _)| at + 3).collect();
        let ask = |round: usize| self.question(method, places[round * 7 % places.len()]);
        Quantiles::of((0..rounds).map(ask).collect())
    }

    fn question(&mut self, method: &str, at: usize) -> Duration {
        let asked = json!({
            "textDocument": { "uri": self.uri }, "position": position(&self.text, at, Units::Utf16),
        });
        let begin = Instant::now();
        let answer: Value = self.client.ask(method, &asked).expect("an answer");
        assert!(!answer.is_null(), "{method} says nothing at {at}");
        self.client.arrived() - begin
    }
}
