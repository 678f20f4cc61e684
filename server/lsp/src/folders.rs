//! Which editions a folder of the editor's holds.

use std::path::{Path, PathBuf};

use ignore::WalkBuilder;
use obelus_ide::Host;

/// How far below a folder editions are looked for. Deeper ones are loaded when one of their documents
/// is opened.
const DEEPEST: usize = 2;

/// The roots of the edition that holds `folder`, or else of the editions in it.
pub fn editions(folder: &Path) -> Vec<PathBuf> {
    // The function looks above a file; any name in the folder will do.
    if let Some(root) = Host::root_of(&folder.join("edition.toml")) {
        return vec![root];
    }
    let walk = WalkBuilder::new(folder).max_depth(Some(DEEPEST + 1)).same_file_system(true).build();
    let mut roots: Vec<PathBuf> = walk
        .filter_map(Result::ok)
        .filter(|entry| entry.file_name() == "edition.toml" && entry.path().is_file())
        .filter_map(|entry| entry.path().parent().map(Path::to_path_buf))
        .collect();
    roots.sort();
    roots
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn an_edition_above_counts_else_those_below() {
        let folder = tempfile::tempdir().unwrap();
        let make = |name: &str| {
            fs::create_dir_all(folder.path().join(name)).unwrap();
            fs::write(folder.path().join(name).join("edition.toml"), "").unwrap();
        };
        make("a/one");
        make("two/documents");
        make(".hidden");
        make("a/b/deep");
        let found = |name: &str| {
            let roots = editions(&folder.path().join(name));
            let names = roots.iter().map(|root| {
                root.strip_prefix(folder.path()).unwrap().to_string_lossy().replace('\\', "/")
            });
            names.collect::<Vec<_>>()
        };
        assert_eq!(found(""), ["a/one", "two/documents"]);
        assert_eq!(found("a/one"), ["a/one"]);
        assert_eq!(found("two/documents/1950"), ["two/documents"]);
        assert_eq!(found("nothing"), [""; 0]);
    }
}
