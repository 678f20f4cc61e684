//! Keys and values of the front matter.

use std::collections::BTreeSet;

use obelus_edition::facts::ItemKind;

use super::{Completion, CompletionKind, Context};

/// The keys that documentary editions use.
const KEYS: &[(&str, &str)] = &[
    ("title", "the document’s title"),
    ("date", "year, month and day: 1949-12-16"),
    ("place", "where it was written or took place"),
    ("kind", "conversation, telegram, letter, statement, commentary …"),
    ("participants", "the keys of persons, parted by commas"),
    ("author", "who wrote it"),
    ("recipient", "to whom it was sent"),
    ("language", "the language of the source"),
    ("translator", "who translated it"),
    ("classification", "how secret it was"),
];

/// Keys at the start of a line, persons and kinds after their keys.
pub(super) fn complete(context: &Context<'_>) -> Option<Vec<Completion>> {
    let block = context.facts.block(0)?;
    let front_matter = block.facts.items.iter().find_map(|item| match &item.kind {
        ItemKind::FrontMatter(facts) if item.span.touches(context.offset) => {
            Some((item.span, facts))
        }
        _ => None,
    });
    let (span, facts) = front_matter?;
    if context.offset == span.start() || context.offset == span.end() {
        return None;
    }
    let one = |label: &str, detail: &str, typed: usize, insert: String| Completion {
        label: label.to_owned(),
        detail: detail.to_owned(),
        kind: CompletionKind::FrontMatter,
        span: context.typed(typed),
        insert,
    };
    let Some((key, value)) = context.before.split_once(':') else {
        let typed = context.before.len();
        let missing = KEYS.iter().filter(|(key, _)| facts.get(key).is_none());
        return Some(
            missing.map(|(key, detail)| one(key, detail, typed, format!("{key}: "))).collect(),
        );
    };
    let typed = value.rsplit(',').next().unwrap_or(value).trim_start();
    match key.trim() {
        "participants" | "author" | "recipient" => {
            let persons = context.edition.registers.persons.iter();
            Some(
                persons
                    .map(|person| {
                        one(
                            person.key.as_str(),
                            &person.shown(),
                            typed.len(),
                            person.key.as_str().to_owned(),
                        )
                    })
                    .collect(),
            )
        }
        "kind" => {
            let used: BTreeSet<&str> =
                context.index.documents().filter_map(|entry| entry.summary.kind()).collect();
            Some(
                used.into_iter()
                    .map(|kind| one(kind, "used in this edition", typed.len(), kind.to_owned()))
                    .collect(),
            )
        }
        _ => Some(Vec::new()),
    }
}
