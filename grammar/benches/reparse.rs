//! Prints how long it takes to parse a document again after one character was typed, and how that grows
//! with the document.
//!
//! `cargo bench -p tree-sitter-obelus` — the times are of one run on this machine and are asserted
//! nowhere; the ratios say how the cost grows: √ is what the root of the length would give.

#![allow(clippy::expect_used)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use tree_sitter::{InputEdit, Parser, Point, Tree};

const KIB: usize = 1024;
const SIZES: [(usize, &str); 3] =
    [(20 * KIB, "20 KiB"), (200 * KIB, "200 KiB"), (2048 * KIB, "2 MiB")];

/// Where what is typed: a letter, or the blank line that makes two blocks of one.
const PLACES: [(&str, f64, &str); 4] =
    [("start", 0.001, "x"), ("inside", 0.5, "x"), ("end", 0.999, "x"), ("split", 0.5, "\n\n")];

/// How a document of a given length is built.
struct Shape {
    name: &'static str,
    write: fn(usize, &mut String),
}

const SHAPES: &[Shape] = &[
    Shape { name: "turns side by side", write: |at, out| turn(at, out) },
    Shape { name: "paragraphs side by side", write: |at, out| paragraph(at, out) },
    Shape { name: "one turn of many paragraphs", write: one_turn },
    Shape { name: "one section of many turns", write: one_section },
    Shape { name: "sections side by side", write: sections },
    Shape { name: "nested sections", write: nested },
    Shape {
        name: "one list",
        write: |at, out| {
            *out += &format!("{}. Grain for the mills [of the south].\n", at % 900 + 1);
        },
    },
    Shape {
        name: "one paragraph",
        write: |at, out| *out += &format!("barley at {at} marks, *less* the [usual] toll; "),
    },
    Shape {
        name: "notes side by side",
        write: |at, out| *out += &format!("[^{at}]: See [@RAO, f. 7, op. 2, d. {at}, l. 9].\n\n"),
    },
];

fn turn(at: usize, out: &mut String) {
    let speaker = ["Lind", "_Comrade Varga_", "The President", "MR. P. HOLM"][at % 4];
    *out += &format!(
        "{speaker}: We have read the note of the {at}th [of March] and agree\nto *most* of it. The rest, in our view, \
         comr[ades], can wait.[^{at}]\n\n"
    );
    if at.is_multiple_of(3) {
        paragraph(at, out);
    }
}

fn paragraph(at: usize, out: &mut String) {
    *out += &format!(
        "The talk then turned to grain [l. {at}] and to the mills; nothing {{more | A: else}} was said.\n\n"
    );
}

fn one_turn(at: usize, out: &mut String) {
    if at == 0 { turn(0, out) } else { paragraph(at, out) }
}

fn one_section(at: usize, out: &mut String) {
    if at == 0 {
        *out += "# The only section\n\n";
    }
    turn(at, out);
}

fn sections(at: usize, out: &mut String) {
    if at.is_multiple_of(12) {
        *out += &format!("# Talk {at}\n\n");
    }
    turn(at, out);
}

fn nested(at: usize, out: &mut String) {
    for (every, marker) in [(1728, "#"), (144, "##"), (12, "###")] {
        if at.is_multiple_of(every) {
            *out += &format!("{marker} Talk {at}\n\n");
        }
    }
    turn(at, out);
}

fn build(shape: &Shape, size: usize) -> String {
    let mut text = String::with_capacity(size + KIB);
    let mut at = 0;
    while text.len() < size {
        (shape.write)(at, &mut text);
        at += 1;
    }
    text
}

fn parser() -> Parser {
    let mut parser = Parser::new();
    parser
        .set_language(&tree_sitter_obelus::LANGUAGE.into())
        .expect("the grammar is of this version");
    parser
}

fn parse(parser: &mut Parser, text: &str, old: Option<&Tree>) -> Tree {
    parser.parse(text, old).expect("nothing interrupts the parser")
}

fn point(text: &str, byte: usize) -> Point {
    let before = &text[..byte];
    Point::new(before.matches('\n').count(), byte - before.rfind('\n').map_or(0, |at| at + 1))
}

/// Where a character is typed: inside a word near `share` of the text.
fn place(text: &str, share: f64) -> usize {
    let from = (text.len() as f64 * share) as usize;
    let bytes = text.as_bytes();
    (from..text.len().saturating_sub(1))
        .find(|&at| bytes[at - 1].is_ascii_lowercase() && bytes[at].is_ascii_lowercase())
        .unwrap_or(text.len() - 2)
}

/// The median time of a reparse after `new` is typed, or taken away, at `at`.
fn measure(parser: &mut Parser, text: &str, at: usize, new: &str) -> Duration {
    let rounds = 60;
    let mut longer = text.to_owned();
    longer.insert_str(at, new);
    let (start, next) = (point(text, at), point(&longer, at + new.len()));
    let typed = InputEdit {
        start_byte: at,
        old_end_byte: at,
        new_end_byte: at + new.len(),
        start_position: start,
        old_end_position: start,
        new_end_position: next,
    };
    let erased = InputEdit {
        old_end_byte: at + new.len(),
        new_end_byte: at,
        old_end_position: next,
        new_end_position: start,
        ..typed
    };
    let mut tree = parse(parser, text, None);
    let mut times = Vec::with_capacity(rounds);
    for round in 0..rounds {
        let (edit, after) =
            if round % 2 == 0 { (&typed, longer.as_str()) } else { (&erased, text) };
        let begin = Instant::now();
        tree.edit(edit);
        tree = black_box(parse(parser, after, Some(&tree)));
        times.push(begin.elapsed());
    }
    times.sort_unstable();
    times[rounds / 2]
}

fn main() {
    let mut parser = parser();
    println!(
        "microseconds for a reparse after one character (median of 60), and growth for ten times the length (√10 = 3.2)"
    );
    println!(
        "{:<29} {:<7} {:>8} {:>8} {:>8}   growth",
        "document", "place", SIZES[0].1, SIZES[1].1, SIZES[2].1
    );
    for shape in SHAPES {
        let texts = SIZES.map(|(size, _)| build(shape, size));
        for (name, share, new) in PLACES {
            let times = texts.each_ref().map(|text| {
                measure(&mut parser, text, place(text, share), new).as_secs_f64() * 1e6
            });
            println!(
                "{:<29} {name:<7} {:>8.1} {:>8.1} {:>8.1}   ×{:.1} ×{:.1}",
                shape.name,
                times[0],
                times[1],
                times[2],
                times[1] / times[0],
                times[2] / times[1]
            );
        }
    }
    for shape in SHAPES {
        let text = build(shape, 2048 * KIB);
        let begin = Instant::now();
        black_box(parse(&mut parser, &text, None));
        let seconds = begin.elapsed().as_secs_f64();
        println!("{:<29} afresh  {:>8.1} MB/s", shape.name, text.len() as f64 / 1e6 / seconds);
    }
}
