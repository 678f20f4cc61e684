//! Reading `repositories.toml`.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use toml::de::DeValue;

use super::{Repositories, Repository, Resolve, SchemeChoice, Unit};
use crate::citation::{Scheme, builtin_scheme_ids};
use crate::fold::fold;
use crate::problem::{Problem, nearest};
use crate::toml_file::{Table, TomlFile};

impl Repositories {
    /// Takes apart `text`, which came from `path`. Answers what could be read, and what is wrong.
    pub fn read(path: &Path, text: &str) -> (Self, Vec<Problem>) {
        let path: Arc<Path> = path.into();
        let mut repositories = Vec::new();
        let problems = TomlFile::read(&path, text, |file, mut root| {
            let tables = root.tables(file, "repository");
            repositories.extend(tables.into_iter().filter_map(|table| repository(file, table)));
            root.finish(file);
            report_twins(file, &repositories);
        });
        (Self::new(repositories), problems)
    }
}

fn report_twins(file: &mut TomlFile<'_>, repositories: &[Repository]) {
    let mut lines = HashMap::new();
    for repository in repositories {
        let place = file.place(repository.siglum.span);
        let first_line = *lines.entry(fold(&repository.siglum.text)).or_insert(place.line);
        if first_line != place.line {
            let name = repository.siglum.text.to_string();
            file.problems.push(Problem::Duplicate { place, name, first_line });
        }
    }
}

fn repository<'t>(file: &mut TomlFile<'t>, mut table: Table<'_, 't>) -> Option<Repository> {
    let repository = Repository {
        siglum: table.needed(file, "repository", "siglum")?,
        name: table.word(file, "name"),
        variants: table.words(file, "variants"),
        place: table.word(file, "place"),
        scheme: scheme(file, &mut table),
        resolve: resolve(file, &mut table),
        units: table.tables(file, "unit").into_iter().filter_map(|one| unit(file, one)).collect(),
        span: table.span,
    };
    table.finish(file);
    Some(repository)
}

fn scheme<'t>(file: &mut TomlFile<'t>, table: &mut Table<'_, 't>) -> Option<SchemeChoice> {
    let value = table.get("scheme")?;
    if matches!(value.get_ref(), DeValue::Table(_)) {
        let own = file.table("scheme", value)?;
        return Scheme::take(file, own).map(|scheme| SchemeChoice::Own(Box::new(scheme)));
    }
    let word = file.word("scheme", value)?;
    let known = builtin_scheme_ids();
    if known.clone().any(|id| *id == *word.text) {
        return Some(SchemeChoice::Named(word));
    }
    let near = nearest(&word.text, known);
    let hint = near.map(|id| format!("; did you mean `{id}`?")).unwrap_or_default();
    file.bad_value("scheme", &word, format!("the catalogue has no such scheme{hint}"));
    None
}

fn resolve<'t>(file: &mut TomlFile<'t>, table: &mut Table<'_, 't>) -> Resolve {
    let Some(mut table) = table.table(file, "resolve") else { return Resolve::default() };
    let resolve = Resolve {
        finding_aid: table.word(file, "finding-aid"),
        scan: table.word(file, "scan"),
        transcription: table.word(file, "transcription"),
        iiif: table.word(file, "iiif"),
    };
    table.finish(file);
    resolve
}

fn unit<'t>(file: &mut TomlFile<'t>, mut table: Table<'_, 't>) -> Option<Unit> {
    let path = table.needed(file, "unit", "path");
    let (title, note) = (table.word(file, "title"), table.word(file, "note"));
    let span = table.span;
    table.finish(file);
    Some(Unit { path: path?, title, note, span })
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;

    #[test]
    fn repositories_with_their_schemes() {
        let text = r#"
[[repository]]
siglum = "APRF"
name = "Archive of the President, Russian Federation"
place = "Moscow"
scheme = "russian"
[repository.resolve]
scan = "facsimiles/{siglum}/{fond}-{opis}-{delo}/{leaf}.jpg"
[[repository.unit]]
path = "f. 45, op. 1, d. 329"
title = "Talks"

[[repository]]
siglum = "LAKE"
[repository.scheme]
[[repository.scheme.level]]
key = "shelf"
labels = ["sh."]

[[repository]]
siglum = "aprf"
scheme = "rusian"
"#;
        let (repositories, problems) = Repositories::read(Path::new("r.toml"), text);
        let lines: Vec<_> = problems
            .iter()
            .map(|problem| {
                format!(
                    "{problem}
"
                )
            })
            .collect();
        expect![[r"
            r.toml:21:10: `aprf` is in use already, in line 3
            r.toml:22:10: `scheme` cannot be `rusian`; the catalogue has no such scheme; did you mean `russian`?
        "]]
        .assert_eq(&lines.concat());
        assert_eq!(repositories.get("Aprf").map(|one| one.units.len()), Some(1));
        assert!(matches!(
            repositories.get("LAKE").and_then(|one| one.scheme.as_ref()),
            Some(SchemeChoice::Own(_))
        ));
    }
}
