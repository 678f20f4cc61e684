//! The files of a cited leaf: its scan, its transcription.

use std::path::{Component, Path, PathBuf};

use obelus_edition::citation::Citation;
use obelus_edition::registers::Repository;

use crate::Target;

/// The files that the repository's templates name for the leaves of `citation` and that exist, the scan
/// of the first leaf first. Paths stay inside the edition's root.
pub(crate) fn files(repository: &Repository, citation: &Citation, root: &Path) -> Vec<Target> {
    let resolve = &repository.resolve;
    let templates = [resolve.transcription.as_ref(), resolve.scan.as_ref()];
    let leaves: Vec<String> = match &citation.locator {
        None => vec![String::new()],
        Some(locator) => locator
            .ranges
            .iter()
            .flat_map(|range| range.from.number..=range.to.number.min(range.from.number + 200))
            .map(|leaf| leaf.to_string())
            .collect(),
    };
    let mut found = Vec::new();
    for template in templates.into_iter().flatten() {
        for leaf in &leaves {
            let path = fill(&template.text, repository, citation, leaf);
            let Some(path) = inside(root, &path).filter(|path| path.is_file()) else { continue };
            let target = if path.extension().is_some_and(|kind| kind == "obl" || kind == "txt") {
                Target::File { path, span: obelus_text::Span::default() }
            } else {
                Target::Facsimile(path)
            };
            found.push(target);
        }
    }
    found
}

/// `template` with `{siglum}`, the kinds of the levels and `{leaf}` filled in.
pub(crate) fn fill(
    template: &str,
    repository: &Repository,
    citation: &Citation,
    leaf: &str,
) -> String {
    let mut filled = template.replace("{siglum}", &repository.siglum.text).replace("{leaf}", leaf);
    for level in &citation.levels {
        filled = filled.replace(&format!("{{{}}}", level.kind), &level.value);
    }
    filled
}

/// `path` under `root`, unless it would lead out of it.
fn inside(root: &Path, path: &str) -> Option<PathBuf> {
    let path = Path::new(path);
    let plain =
        path.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    plain.then(|| root.join(path))
}
