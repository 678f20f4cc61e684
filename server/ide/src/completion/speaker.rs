//! Speakers at the start of a block.

use obelus_edition::facts::ItemKind;
use obelus_text::Offset;

use super::{Completion, CompletionKind, Context};

/// The speakers of the document, the one who is likely to speak next first, then the persons of the register.
pub(super) fn complete(context: &Context<'_>) -> Option<Vec<Completion>> {
    let typed = context.before.strip_prefix('_').unwrap_or(context.before);
    let name = typed.chars().all(|char| char.is_alphabetic() || " .'’-".contains(char));
    let line = context.facts.text().line_of(context.offset);
    let above = line.checked_sub(1).map(|line| context.facts.text().line(line).trim().is_empty());
    if !name || typed.len() > 60 || above == Some(false) || !context.after.trim().is_empty() {
        return None;
    }
    let turns = labels_before(context);
    let underlined = context.before.starts_with('_') || most_underlined(context);
    let mut labels: Vec<String> = Vec::new();
    for label in turns.iter().rev().skip(1).chain(turns.last()) {
        push(&mut labels, label);
    }
    let used = labels.len();
    for person in &context.edition.registers.persons {
        push(&mut labels, person.label());
    }
    let completions = labels.into_iter().enumerate().map(|(at, label)| Completion {
        detail: if at < used { "speaks in this document" } else { "in the register" }.to_owned(),
        kind: CompletionKind::Speaker,
        span: context.typed(context.before.len()),
        insert: if underlined { format!("_{label}_: ") } else { format!("{label}: ") },
        label,
    });
    Some(completions.collect())
}

fn push(labels: &mut Vec<String>, label: &str) {
    if !labels.iter().any(|other| other == label) {
        labels.push(label.to_owned());
    }
}

/// The labels of the turns before the cursor. In a dialogue the one before the last speaks next, so that the
/// list is offered backwards with the last speaker at its end.
fn labels_before(context: &Context<'_>) -> Vec<String> {
    let mut before = Vec::new();
    let mut after = Vec::new();
    for (placed, _, item) in context.facts.items() {
        if let ItemKind::Turn(turn) = &item.kind {
            let start = turn.label_span.start() + placed.start;
            let list =
                if start + Offset::new(1) < context.offset { &mut before } else { &mut after };
            list.push(turn.label.to_string());
        }
    }
    after.reverse();
    // Those who speak only later come before all others, that is, last.
    let last = before.pop();
    after.extend(before);
    after.extend(last);
    after
}

fn most_underlined(context: &Context<'_>) -> bool {
    let turns = context.facts.items().filter_map(|(_, _, item)| match &item.kind {
        ItemKind::Turn(turn) if turn.is_direct() => Some(turn.style.underlined),
        _ => None,
    });
    let (mut all, mut underlined) = (0_usize, 0_usize);
    for one in turns {
        all += 1;
        underlined += usize::from(one);
    }
    underlined * 2 > all
}
