//! `bibliography.bib` (BibLaTeX) or `bibliography.json` (CSL-JSON), as Zotero exports them.

mod biblatex;
mod csl;
mod publication;

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use obelus_text::Span;

pub use publication::Publication;

use crate::problem::{FilePlace, Problem, nearest};
use crate::registers::text_of;

/// The bibliography.
#[derive(Clone, Debug, Default)]
pub struct Bibliography {
    entries: Vec<Publication>,
    keys: HashMap<Arc<str>, usize>,
    path: Option<Arc<Path>>,
}

impl Bibliography {
    /// Reads the bibliography in `folder`; of the two forms, BibLaTeX goes before.
    pub(super) fn load(folder: &Path, problems: &mut Vec<Problem>) -> Self {
        let (bib, json) = (folder.join("bibliography.bib"), folder.join("bibliography.json"));
        let (register, found) = if let Some(text) = text_of(&bib, problems) {
            if json.exists() {
                let place = FilePlace::new(&json.into(), "", Span::default());
                problems.push(Problem::Twice { place, other: "bibliography.bib".to_owned() });
            }
            Self::read_biblatex(&bib, &text)
        } else if let Some(text) = text_of(&json, problems) {
            Self::read_csl(&json, &text)
        } else {
            return Self::default();
        };
        problems.extend(found);
        register
    }

    /// Takes apart `text`, which came from `path`, as BibLaTeX.
    pub fn read_biblatex(path: &Path, text: &str) -> (Self, Vec<Problem>) {
        Self::new(path, text, biblatex::read)
    }

    /// Takes apart `text`, which came from `path`, as CSL-JSON.
    pub fn read_csl(path: &Path, text: &str) -> (Self, Vec<Problem>) {
        Self::new(path, text, csl::read)
    }

    fn new(
        path: &Path,
        text: &str,
        read: impl FnOnce(&Arc<Path>, &str) -> (Vec<Publication>, Vec<Problem>),
    ) -> (Self, Vec<Problem>) {
        let path: Arc<Path> = path.into();
        let (publications, mut problems) = read(&path, text);
        let mut keys: HashMap<Arc<str>, usize> = HashMap::new();
        for (index, publication) in publications.iter().enumerate() {
            if let Some(first) = keys.get(&publication.key) {
                let first = FilePlace::new(&path, text, publications[*first].key_span);
                problems.push(Problem::Duplicate {
                    place: FilePlace::new(&path, text, publication.key_span),
                    name: publication.key.to_string(),
                    first_line: first.line,
                });
            } else {
                keys.insert(publication.key.clone(), index);
            }
        }
        (Self { entries: publications, keys, path: Some(path) }, problems)
    }

    /// All publications, in the order of the file.
    pub fn iter(&self) -> std::slice::Iter<'_, Publication> {
        self.entries.iter()
    }

    /// The file that was read, where there is one.
    pub fn path(&self) -> Option<&Arc<Path>> {
        self.path.as_ref()
    }

    /// The publication of this key.
    pub fn get(&self, key: &str) -> Option<&Publication> {
        self.keys.get(key).map(|index| &self.entries[*index])
    }

    /// The key that is most like `key`, which is none.
    pub fn nearest(&self, key: &str) -> Option<&str> {
        nearest(key, self.entries.iter().map(|publication| &*publication.key))
    }
}

impl<'a> IntoIterator for &'a Bibliography {
    type Item = &'a Publication;
    type IntoIter = std::slice::Iter<'a, Publication>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(register: &Bibliography) -> String {
        let lines = register.iter().map(|one| format!("{}: {}\n", one.key, one.described()));
        lines.collect::<Vec<_>>().concat()
    }

    #[test]
    fn biblatex_with_a_broken_entry() {
        let text = "@book{lake1999,\n author = {Lake, Anna and Hill, Bo},\n title = {On {Talks}},\n \
                    date = {1999}\n}\n\n@article{broken, title = {No end\n\n@article{hill2001, \
                    author = \"Hill, Bo\", title = \"A note\", journaltitle = {Lakes}, year = 2001}\n";
        let (register, problems) = Bibliography::read_biblatex(Path::new("b.bib"), text);
        assert_eq!(
            shown(&register),
            "lake1999: Anna Lake and Bo Hill, On Talks (1999)\nhill2001: Bo Hill, A note, Lakes (2001)\n"
        );
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].place().map(|place| place.line), Some(7));
        assert_eq!(register.nearest("lake1989"), Some("lake1999"));
        let entry = register.get("hill2001").map(|one| one.key_span.of(text));
        assert_eq!(entry, Some("hill2001"));
    }

    #[test]
    fn csl_json() {
        let text = r#"[
 {"id": "lake1999", "type": "book", "title": "On Talks",
  "author": [{"family": "Lake", "given": "Anna"}], "issued": {"date-parts": [[1999, 4]]}},
 {"id": "lake1999", "title": "Again"}
]"#;
        let (register, problems) = Bibliography::read_csl(Path::new("b.json"), text);
        assert_eq!(
            register.get("lake1999").map(Publication::described).as_deref(),
            Some("Anna Lake, On Talks (1999)")
        );
        assert_eq!(register.get("lake1999").map(|one| one.key_span.of(text)), Some("\"lake1999\""));
        assert_eq!(problems.len(), 1);
        let (register, problems) = Bibliography::read_csl(Path::new("b.json"), "[\n {\"id\": 3]");
        assert_eq!(register.iter().len(), 0);
        assert_eq!(problems[0].place().map(|place| (place.line, place.column)), Some((2, 10)));
    }
}
