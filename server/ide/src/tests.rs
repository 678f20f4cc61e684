//! What editors see, in fixtures: files begin with `//- PATH`, the cursor is `▮`.

mod features;
mod incremental;

use obelus_rules::Example;
use obelus_text::{Offset, Text};
use tempfile::TempDir;

use crate::{Analysis, Host, Place};

const CURSOR: char = '▮';

/// An edition in a folder of its own, and the place of the cursor.
struct Fixture {
    host: Host,
    place: Place,
    _folder: TempDir,
}

impl Fixture {
    fn new(text: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut cursor = None;
        for file in Example::files(text) {
            let path = folder.path().join(file.path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            if let Some(at) = file.text.find(CURSOR) {
                cursor = Some((path.clone(), at, file.text.replace(CURSOR, "")));
            }
            std::fs::write(path, file.text.replace(CURSOR, "")).unwrap();
        }
        let mark = folder.path().join("edition.toml");
        if !mark.exists() {
            std::fs::write(mark, "").unwrap();
        }
        let (path, at, text) = cursor.expect("a fixture has a cursor");
        let mut host = Host::new();
        let document = host.open_document(&path, Text::from(text.as_str()));
        Self { host, place: Place { document, offset: Offset::from_usize(at) }, _folder: folder }
    }

    fn analysis(&self) -> Analysis {
        self.host.snapshot()
    }
}
