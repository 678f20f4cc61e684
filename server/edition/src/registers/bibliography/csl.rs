//! Reading CSL-JSON.

use std::path::Path;
use std::sync::Arc;

use obelus_text::Span;
use serde::Deserialize;
use serde_json::value::RawValue;

use super::Publication;
use crate::problem::{FilePlace, Problem};

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Item {
    id: Id,
    #[serde(default, rename = "type")]
    kind: String,
    #[serde(default)]
    title: String,
    #[serde(alias = "title-short", alias = "shortTitle")]
    short_title: Option<String>,
    container_title: Option<String>,
    #[serde(default)]
    author: Vec<Name>,
    #[serde(default)]
    editor: Vec<Name>,
    issued: Option<Issued>,
    #[serde(rename = "DOI")]
    doi: Option<String>,
    #[serde(rename = "URL")]
    url: Option<String>,
}

/// Citation Style Language allows numbers as identifiers.
#[derive(Deserialize)]
#[serde(untagged)]
enum Id {
    Word(String),
    Number(i64),
}

#[derive(Deserialize)]
struct Name {
    family: Option<String>,
    given: Option<String>,
    literal: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Issued {
    #[serde(default)]
    date_parts: Vec<Vec<serde_json::Value>>,
    literal: Option<String>,
    raw: Option<String>,
}

/// Takes apart `text`: a list of items, each read by itself.
pub(super) fn read(path: &Arc<Path>, text: &str) -> (Vec<Publication>, Vec<Problem>) {
    let mut publications = Vec::new();
    let mut problems = Vec::new();
    match serde_json::from_str::<Vec<&RawValue>>(text) {
        Ok(items) => {
            for item in items {
                let start = item.get().as_ptr() as usize - text.as_ptr() as usize;
                match serde_json::from_str::<Item>(item.get()) {
                    Ok(read) => publications.push(publication(read, item.get(), start)),
                    Err(error) => {
                        let at = start + offset(item.get(), error.line(), error.column());
                        problems.push(syntax(path, text, at, &error));
                    }
                }
            }
        }
        Err(error) => {
            let at = offset(text, error.line(), error.column());
            problems.push(syntax(path, text, at, &error));
        }
    }
    (publications, problems)
}

fn syntax(path: &Arc<Path>, text: &str, at: usize, error: &serde_json::Error) -> Problem {
    let whole = error.to_string();
    let message = whole.split(" at line ").next().unwrap_or(&whole).to_owned();
    let place = FilePlace::new(path, text, Span::from_usize(at..at));
    Problem::Syntax { place, message }
}

/// The byte at `line` and `column` (in bytes), both counted from 1.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let lines = text.split_inclusive('\n').take(line.saturating_sub(1));
    (lines.map(str::len).sum::<usize>() + column.saturating_sub(1)).min(text.len())
}

fn publication(item: Item, words: &str, start: usize) -> Publication {
    let key = match &item.id {
        Id::Word(word) => word.clone(),
        Id::Number(number) => number.to_string(),
    };
    let names = if item.author.is_empty() { item.editor } else { item.author };
    Publication {
        key_span: id_span(words, start),
        span: Span::from_usize(start..start + words.len()),
        key: key.into(),
        kind: item.kind,
        authors: names.into_iter().map(natural).collect(),
        title: item.title,
        short_title: item.short_title,
        container: item.container_title,
        year: item.issued.and_then(year),
        address: item.doi.or(item.url),
    }
}

/// Where the value of `"id"` stands.
fn id_span(words: &str, start: usize) -> Span {
    let value = words.find("\"id\"").and_then(|at| {
        let colon = at + 4 + words[at + 4..].find(':')?;
        Some(colon + 1 + (words[colon + 1..].len() - words[colon + 1..].trim_start().len()))
    });
    let Some(value) = value else { return Span::from_usize(start..start + 1) };
    let rest = &words[value..];
    let quoted = rest.strip_prefix('"').and_then(|rest| rest.find('"')).map(|at| at + 2);
    let length = quoted.or_else(|| rest.find([',', '}', '\n'])).unwrap_or(1);
    Span::from_usize(start + value..start + value + length)
}

fn natural(name: Name) -> String {
    let parts = [name.given, name.family.or(name.literal)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn year(issued: Issued) -> Option<String> {
    let part = issued.date_parts.into_iter().next().and_then(|parts| parts.into_iter().next());
    let part = part.map(|part| part.as_str().map_or_else(|| part.to_string(), str::to_owned));
    part.or_else(|| issued.literal.or(issued.raw).map(|raw| raw.chars().take(4).collect()))
}
