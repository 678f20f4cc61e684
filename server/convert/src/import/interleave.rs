//! Finding where a second text breaks into a first, and telling the two apart.

use super::document::Placed;
use super::passage::Passage;
use super::report::{Certainty, Report, excerpt};
use super::shape::Start;
use super::sketch::Sketch;
use super::splice::{self, Splice};
use super::streams::{Sharing, Stream, WINDOW, loose_ends, share};
use super::words::Vocabulary;

/// More texts than this do not break into one print; the cost of looking stays in bounds.
const MOST: usize = 64;

/// Marks in `placed` which paragraphs belong to a text that breaks into another.
pub(crate) fn untangle(placed: &mut Vec<Placed>, vocabulary: &Vocabulary, report: &mut Report) {
    let mut at = 1;
    let mut number = 0;
    while at < placed.len() && number < MOST {
        if placed[at].begins && placed[at - 1].sketch.breaks_off() && resumes(placed, at) {
            let last = untangle_at(placed, at, number, vocabulary, report);
            if let Some(last) = last {
                number += 1;
                at = last;
            }
        }
        at += 1;
    }
}

/// Whether a paragraph that begins in the middle of a sentence, or closes a bracket, follows soon.
fn resumes(placed: &[Placed], at: usize) -> bool {
    let window = placed[at..].iter().take(WINDOW);
    window.skip(1).any(|part| {
        part.sketch.start == Start::Small && part.sketch.is_body() || part.sketch.closes_stray
    })
}

/// Shares out what follows `at`. Answers the last paragraph of the text that breaks in; nothing where the
/// first text does not go on: then a document was only cut off.
fn untangle_at(
    placed: &mut Vec<Placed>,
    at: usize,
    number: usize,
    vocabulary: &Vocabulary,
    report: &mut Report,
) -> Option<usize> {
    let end = (at + WINDOW).min(placed.len());
    let mut sharing = share_window(placed, at, end);
    if let Some((parts, shared)) = with_splices(placed, at, end, &sharing, vocabulary) {
        report_splices(placed, &parts, report);
        *placed = parts;
        sharing = shared;
    }
    let last = sharing.streams.iter().rposition(|stream| *stream == Stream::Second)?;
    let first_goes_on = sharing.streams[..=last].contains(&Stream::First)
        || sharing
            .streams
            .get(last + 1)
            .is_some_and(|_| placed[at + last + 1].sketch.start == Start::Small);
    if !first_goes_on {
        return None;
    }
    for (part, stream) in placed[at..].iter_mut().zip(&sharing.streams).take(last + 1) {
        if *stream == Stream::Second {
            part.aside = Some(number);
            part.begins = false;
        }
    }
    report_sharing(placed, at, &sharing, last, report);
    Some(at + last)
}

fn share_window(placed: &[Placed], at: usize, end: usize) -> Sharing {
    let sketches: Vec<Sketch> = placed[at..end].iter().map(|part| part.sketch.clone()).collect();
    let begins: Vec<bool> = placed[at..end].iter().map(|part| part.begins).collect();
    share(&sketches, &begins, placed[at - 1].sketch.end)
}

/// Tries whether paragraphs parted in two give a cheaper sharing.
fn with_splices(
    placed: &[Placed],
    at: usize,
    end: usize,
    plain: &Sharing,
    vocabulary: &Vocabulary,
) -> Option<(Vec<Placed>, Sharing)> {
    let passages: Vec<Passage> = placed.iter().map(|part| part.passage.clone()).collect();
    let mut splices: Vec<Splice> = (at + 1..end)
        .filter(|broken| {
            placed[*broken].sketch.start == Start::Small && placed[*broken].sketch.is_body()
        })
        .filter_map(|broken| splice::find(&passages, broken, at..broken))
        .collect();
    splices.sort_by_key(|splice| splice.passage);
    splices.dedup();
    let mut best: Option<(Vec<Placed>, Sharing)> = None;
    for splice in splices {
        let (parts, so_far) = match &best {
            Some((parts, sharing)) => (parts.as_slice(), sharing.cost),
            None => (placed, plain.cost),
        };
        // A paragraph parted earlier moves those after it by one.
        let moved = parts.len() - placed.len();
        let parted =
            part_in_two(parts, Splice { passage: splice.passage + moved, ..splice }, vocabulary);
        let sharing = share_window(&parted, at, end + moved + 1);
        let halves = splice.passage + moved - at;
        if sharing.cost <= so_far && sharing.streams.get(halves) != sharing.streams.get(halves + 1)
        {
            best = Some((parted, sharing));
        }
    }
    best
}

fn part_in_two(parts: &[Placed], splice: Splice, vocabulary: &Vocabulary) -> Vec<Placed> {
    let mut parted = parts.to_vec();
    let mut first = parted[splice.passage].passage.clone();
    let mut second = first.split_off(splice.at);
    first.trim();
    second.trim();
    let begins = parted[splice.passage].begins;
    let half = |passage: Passage, begins, severed| Placed {
        sketch: Sketch { severed, ..Sketch::of(&passage, vocabulary) },
        passage,
        begins,
        aside: None,
    };
    parted[splice.passage] = half(first, begins, false);
    parted.insert(splice.passage + 1, half(second, false, true));
    parted
}

fn report_splices(before: &[Placed], after: &[Placed], report: &mut Report) {
    let starts: Vec<usize> = before.iter().map(|part| part.passage.source_start()).collect();
    for part in after {
        let start = part.passage.source_start();
        if !starts.contains(&start) {
            let text = format!(
                "two texts were run together inside a paragraph; they are parted before “{}”",
                excerpt(part.passage.text())
            );
            report.remark(start, Certainty::Changed, text);
        }
    }
}

/// Tells of the paragraphs that were moved, and of the loose ends that are left.
fn report_sharing(
    placed: &[Placed],
    at: usize,
    sharing: &Sharing,
    last: usize,
    report: &mut Report,
) {
    let title = excerpt(placed[at].passage.text());
    for (index, stream) in sharing.streams.iter().enumerate().take(last + 1) {
        let part = &placed[at + index];
        let changed = index == 0 || sharing.streams[index - 1] != *stream;
        if changed && *stream == Stream::Second {
            let text = format!(
                "“{}” belongs to “{title}”, which is interleaved here, and is moved there",
                excerpt(part.passage.text())
            );
            report.remark(part.passage.source_start(), Certainty::Changed, text);
        }
    }
    let sketches: Vec<Sketch> =
        placed[at..].iter().take(sharing.streams.len()).map(|part| part.sketch.clone()).collect();
    for loose in loose_ends(&sketches, &sharing.streams, placed[at - 1].sketch.end) {
        let part = &placed[at + loose];
        let before = (0..loose)
            .rev()
            .find(|before| sharing.streams.get(*before) == sharing.streams.get(loose));
        let inside = match before {
            Some(before) if part.sketch.start == Start::Small => {
                format!(
                    " Perhaps its beginning stands inside the paragraph “{}”, where the two texts may be run together.",
                    excerpt(placed[at + before].passage.text())
                )
            }
            _ => String::new(),
        };
        let text = format!(
            "“{title}” is interleaved with another text here, and “{}” does not go on with what stands before it: see that it stands where it belongs.{inside}",
            excerpt(part.passage.text())
        );
        report.remark(part.passage.source_start(), Certainty::Unsure, text);
    }
}

#[cfg(test)]
mod tests {
    use super::super::document::place;
    use super::super::ledger::Ledger;
    use super::super::paragraph::paragraphs;
    use super::*;

    fn asides(source: &str) -> String {
        let vocabulary = Vocabulary::default();
        let mut placed = place(paragraphs(source, &mut Ledger::default()), &vocabulary);
        untangle(&mut placed, &vocabulary, &mut Report::default());
        let show = |part: &Placed| {
            let sign = if part.aside.is_some() { "  " } else { "" };
            format!("{sign}{}\n", part.passage.text())
        };
        placed.iter().map(show).collect()
    }

    #[test]
    fn a_text_inside_a_paragraph_is_taken_out_where_the_sentence_is_quoted() {
        let source = "Orlov: We would like to learn which of the mills are sold or\n\nWheat and Coal\n\nby Anna Li\n\nThe mill in the old valley near the town\n\nlet.\n\nMora: They are all let.\n\nWe once believed, as others did, that burnt down in a single night.\n\nthey could be sold at once.\n\nMora: So did we.\n\nOrlov: He said: “We once believed, others did, that they could be sold.”";
        expect_test::expect![[r"
            Orlov: We would like to learn which of the mills are sold or
              Wheat and Coal
              by Anna Li
              The mill in the old valley near the town
            let.
            Mora: They are all let.
            We once believed, as others did, that
              burnt down in a single night.
            they could be sold at once.
            Mora: So did we.
            Orlov: He said: “We once believed, others did, that they could be sold.”
        "]]
        .assert_eq(&asides(source));
    }

    #[test]
    fn a_new_document_after_a_cut_one_is_no_aside() {
        let source = "Orlov: We would like to learn which of the mills are sold or\n\nWheat and Coal\n\nby Anna Li\n\nThe mill was old.\n\nIt burnt down.";
        assert!(!asides(source).contains("  "));
    }
}
