//! Repositories, units and publications after `[@` and in source notes.

use std::collections::BTreeSet;

use super::{Completion, CompletionKind, Context};

/// After `[@` or `[Source:`: repositories and publications; after a repository’s siglum: its units, those
/// that the edition cites or its register has.
pub(super) fn complete(context: &Context<'_>) -> Option<Vec<Completion>> {
    let source = context.before.rfind("[Source:").map(|at| &context.before[at + 8..]);
    let inside = match context.inside("[@", ']') {
        Some(inside) => inside.rsplit(';').next().unwrap_or(inside),
        None => source.filter(|inside| !inside.contains(']'))?,
    };
    let inside = inside.trim_start().trim_start_matches('@');
    match inside.split_once(',') {
        None => Some(names(context, inside, source.is_none())),
        Some((siglum, typed)) => units(context, siglum.trim(), typed.trim_start()),
    }
}

fn names(context: &Context<'_>, typed: &str, publications: bool) -> Vec<Completion> {
    let registers = &context.edition.registers;
    let one = |label: &str, detail: String, kind, insert: String| Completion {
        label: label.to_owned(),
        detail,
        kind,
        span: context.typed(typed.len()),
        insert,
    };
    let mut found: Vec<Completion> = registers
        .repositories
        .iter()
        .map(|repository| {
            let siglum = &*repository.siglum.text;
            let name =
                repository.name.as_ref().map(|name| name.text.to_string()).unwrap_or_default();
            one(siglum, name, CompletionKind::Repository, format!("{siglum}, "))
        })
        .collect();
    if publications {
        found.extend(registers.bibliography.iter().map(|publication| {
            let detail = publication.described();
            one(&publication.key, detail, CompletionKind::Publication, publication.key.to_string())
        }));
    }
    found
}

fn units(context: &Context<'_>, siglum: &str, typed: &str) -> Option<Vec<Completion>> {
    let mut units: BTreeSet<String> = BTreeSet::new();
    let repository = context.edition.registers.repositories.get(siglum);
    units.extend(
        repository.into_iter().flat_map(|one| &one.units).map(|unit| unit.path.text.to_string()),
    );
    let scheme = context.edition.catalogue.repository(siglum).map(|(_, scheme)| scheme);
    for entry in context.index.documents() {
        for one in &entry.summary.citations {
            if one.citation.siglum().is_some_and(|own| **own == *siglum) {
                let scheme = scheme.unwrap_or(one.citation.scheme);
                units.insert(path(context, scheme, &one.citation));
            }
        }
    }
    let units = units.into_iter().filter(|unit| !unit.is_empty());
    let found: Vec<Completion> = units
        .map(|unit| Completion {
            insert: unit.clone(),
            label: unit,
            detail: siglum.to_owned(),
            kind: CompletionKind::Unit,
            span: context.typed(typed.len()),
        })
        .collect();
    (!found.is_empty()).then_some(found)
}

/// The levels of a citation as its scheme writes them: `f. 45, op. 1, d. 329`.
fn path(
    context: &Context<'_>,
    scheme: obelus_edition::citation::SchemeId,
    citation: &obelus_edition::citation::Citation,
) -> String {
    let scheme = context.edition.catalogue.scheme(scheme);
    let levels = citation.levels.iter().map(|level| {
        let rule = scheme.level(&level.kind).and_then(|at| scheme.levels.get(at));
        match rule.and_then(|rule| rule.labels.first()) {
            Some(label) => format!("{label} {}", level.value),
            None => level.value.to_string(),
        }
    });
    levels.collect::<Vec<_>>().join(", ")
}
