//! Two texts that print interleaves, told apart.
//!
//! Where a heading breaks into an unfinished sentence, a second text begins beside the first. From there
//! on each paragraph belongs to one of the two. The cheapest way to share them out is taken: it costs when
//! a sentence that broke off is not taken up, when a paragraph that begins in the middle of a sentence has
//! nothing before it, when a speaker's turn stands in an article.

use std::collections::HashMap;

use super::continuation::Continuation;
use super::shape::{End, Start};
use super::sketch::Sketch;

/// No two texts are interleaved for more than this many paragraphs.
pub(crate) const WINDOW: usize = 120;

/// To which of two texts a paragraph belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Stream {
    /// The text that was there before.
    First,
    /// The text whose heading breaks in.
    Second,
}

/// How a text stands after some of its paragraphs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Standing {
    end: End,
    /// Whether the reader has been sent to another page.
    closed: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct State {
    current: Stream,
    first: Standing,
    second: Standing,
}

impl State {
    fn standing(self, stream: Stream) -> Standing {
        match stream {
            Stream::First => self.first,
            Stream::Second => self.second,
        }
    }

    fn with(mut self, stream: Stream, standing: Standing) -> Self {
        match stream {
            Stream::First => self.first = standing,
            Stream::Second => self.second = standing,
        }
        self.current = stream;
        self
    }
}

/// How the paragraphs are shared out, and what that cost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sharing {
    /// For each paragraph, its text.
    pub(crate) streams: Vec<Stream>,
    /// What it cost, in tenths: nothing where all broken sentences are taken up.
    pub(crate) cost: u32,
}

/// Shares `sketches` out. The first of them is the heading that breaks in; `before` is how the first text
/// ends above it. `begins` tells where documents begin.
pub(crate) fn share(sketches: &[Sketch], begins: &[bool], before: End) -> Sharing {
    let open = |end| Standing { end, closed: false };
    let start = State { current: Stream::First, first: open(before), second: open(End::Whole) };
    // For each paragraph and state: the cost so far, and the state before.
    let mut steps: Vec<HashMap<State, (u32, State)>> = Vec::new();
    let mut costs: HashMap<State, u32> = HashMap::from([(start, 0)]);
    for (at, sketch) in sketches.iter().enumerate() {
        let mut step: HashMap<State, (u32, State)> = HashMap::new();
        for (state, cost) in sorted(&costs) {
            for stream in [state.current, other(state.current)] {
                if at == 0 && stream == Stream::First {
                    continue;
                }
                let cost = cost + step_cost(state, stream, sketch, at > 0 && begins[at]);
                let next = state.with(stream, after(state.standing(stream), sketch));
                let known = step.get(&next);
                if known.is_none_or(|(best, _)| cost < *best) {
                    step.insert(next, (cost, state));
                }
            }
        }
        costs = step.iter().map(|(state, (cost, _))| (*state, *cost)).collect();
        steps.push(step);
    }
    let last = sorted(&costs).into_iter().min_by_key(|(state, cost)| cost + dangling(*state));
    let Some((mut state, cost)) = last else { return Sharing { streams: vec![], cost: 0 } };
    let cost = cost + dangling(state);
    let mut streams = Vec::with_capacity(sketches.len());
    for step in steps.iter().rev() {
        streams.push(state.current);
        match step.get(&state) {
            Some((_, before)) => state = *before,
            None => break,
        }
    }
    streams.reverse();
    Sharing { streams, cost }
}

/// Where, among the paragraphs up to the last of the second text, something is not taken up: a sentence that breaks
/// off, or one that has no beginning.
pub(crate) fn loose_ends(sketches: &[Sketch], streams: &[Stream], before: End) -> Vec<usize> {
    let open = |end| Standing { end, closed: false };
    let mut state = State { current: Stream::First, first: open(before), second: open(End::Whole) };
    let Some(last) = streams.iter().rposition(|stream| *stream == Stream::Second) else {
        return vec![];
    };
    let mut loose = Vec::new();
    for (at, (sketch, stream)) in sketches.iter().zip(streams).enumerate().take(last + 2) {
        if at > 0 && join_cost(state.standing(*stream).end, sketch) >= 15 {
            loose.push(at);
        }
        state = state.with(*stream, after(state.standing(*stream), sketch));
    }
    if state.second.end.is_open() {
        loose.push(last);
    }
    loose
}

/// In an order of its own, so that equal costs are decided the same way each time.
fn sorted(costs: &HashMap<State, u32>) -> Vec<(State, u32)> {
    let mut all: Vec<_> = costs.iter().map(|(state, cost)| (*state, *cost)).collect();
    all.sort_by_key(|(state, cost)| {
        let standing = |s: Standing| (s.end as u8, s.closed);
        (*cost, state.current, standing(state.first), standing(state.second))
    });
    all
}

fn other(stream: Stream) -> Stream {
    match stream {
        Stream::First => Stream::Second,
        Stream::Second => Stream::First,
    }
}

fn after(standing: Standing, sketch: &Sketch) -> Standing {
    if sketch.continuation == Some(Continuation::On) {
        return Standing { end: End::Whole, closed: true };
    }
    let end = if sketch.closes_stray && standing.end == End::Bracket {
        End::Whole
    } else if sketch.breaks_off() {
        sketch.end
    } else {
        End::Whole
    };
    Standing { end, closed: standing.closed }
}

/// What it costs to leave a sentence open.
fn dangling(state: State) -> u32 {
    [state.first, state.second].iter().filter(|standing| standing.end.is_open()).count() as u32 * 20
}

/// What it costs, in tenths, that `sketch` follows in `stream`.
fn step_cost(state: State, stream: Stream, sketch: &Sketch, begins: bool) -> u32 {
    let standing = state.standing(stream);
    let mut cost = join_cost(standing.end, sketch);
    if stream != state.current {
        cost += 10;
        // `continued on page …` stands below the text that it speaks of.
        if sketch.continuation == Some(Continuation::On) {
            cost += 100;
        }
        // Columns mostly end in the middle of a sentence.
        if state.standing(state.current).end == End::Whole {
            cost += 10;
        }
    }
    if sketch.severed && stream == state.current {
        cost += 40;
    }
    if standing.closed {
        cost += 60;
    }
    if stream == Stream::Second && sketch.label {
        cost += 50;
    }
    if stream == Stream::Second
        && (begins
            || sketch.separator
            || matches!(sketch.continuation, Some(Continuation::From(_))))
    {
        cost += 30;
    }
    cost
}

fn join_cost(end: End, sketch: &Sketch) -> u32 {
    if sketch.continuation == Some(Continuation::On) {
        return if end == End::Whole { 10 } else { 0 };
    }
    let structural = sketch.label || sketch.separator || sketch.has_title_form() || sketch.field;
    match end {
        End::Bracket => {
            if sketch.closes_stray {
                0
            } else {
                40
            }
        }
        End::Whole => {
            if sketch.closes_stray || sketch.start == Start::Small && sketch.is_body() {
                30
            } else {
                0
            }
        }
        _ if structural => 40,
        End::Hyphen => {
            if sketch.start == Start::Small {
                0
            } else {
                40
            }
        }
        End::Open | End::SurelyOpen => match sketch.start {
            Start::Small => 0,
            Start::Other => 15,
            Start::Capital => 25,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::super::passage::Passage;
    use super::super::words::Vocabulary;
    use super::*;

    fn shared(paragraphs: &[&str], before: End) -> String {
        let sketches: Vec<Sketch> = paragraphs
            .iter()
            .map(|text| {
                let mut passage = Passage::default();
                passage.push_source(text, 0..text.len());
                Sketch::of(&passage, &Vocabulary::default())
            })
            .collect();
        let begins = vec![false; sketches.len()];
        let sharing = share(&sketches, &begins, before);
        sharing
            .streams
            .iter()
            .map(|stream| if *stream == Stream::First { '1' } else { '2' })
            .collect()
    }

    const HEAD: &str = "Wheat and Coal";
    const BROKEN: &str = "In the spring the mill in the valley was sold and then";

    #[test]
    fn the_first_text_takes_its_sentence_up_again() {
        let all = [
            HEAD,
            "by Anna Mora",
            BROKEN,
            "could be sent to Riga.",
            "Orlov: I agree.",
            "burnt down to the ground within a night.",
            "Mora: So do I.",
        ];
        assert_eq!(shared(&all, End::Open), "2221121");
    }

    #[test]
    fn a_source_note_cut_in_two_finds_its_half() {
        let all = [
            HEAD,
            "by Anna Mora",
            BROKEN,
            "sent to Riga.",
            "Orlov: Yes.",
            "[Source: fond (f.) 3, opis (op.)",
            "burnt down to the ground within a night.",
            "1, delo 3; translated by Mora.]",
        ];
        assert_eq!(shared(&all, End::Open), "22211121");
    }

    #[test]
    fn a_new_text_after_a_damaged_end_takes_all() {
        let all =
            [HEAD, "by Anna Mora", "The mill was sold.", "Then it burnt down.", "Nobody knew why."];
        assert_eq!(shared(&all, End::Open), "22222");
    }

    #[test]
    fn a_text_that_goes_on_elsewhere_does_not_go_on_here() {
        let all = [
            HEAD,
            "by Anna Mora",
            BROKEN,
            "continued on page 27",
            "could be sent to Riga.",
            "Orlov: I agree.",
        ];
        assert_eq!(shared(&all, End::Open), "222211");
    }
}
