//! Addresses and paths.

use std::path::{Path, PathBuf};
use std::str::FromStr;

use tower_lsp::ls_types::Uri;

/// Where documents without a file are kept: under a name that no file can have, so that no edition is
/// found above them.
const NOWHERE: &str = "/\0";

/// The path of the file at `uri`; for a document without a file (`untitled:…`, `vscode-notebook:…`) a
/// path that stands for it and that no file has.
pub fn path(uri: &Uri) -> PathBuf {
    if uri.scheme().as_str().eq_ignore_ascii_case("file")
        && let Some(path) = uri.to_file_path()
    {
        return PathBuf::from(capital_drive(&path.to_string_lossy()));
    }
    Path::new(NOWHERE).join(uri.as_str())
}

/// The path, if `uri` is an address at all.
pub fn path_of_str(uri: &str) -> Option<PathBuf> {
    Uri::from_str(uri).ok().map(|uri| path(&uri))
}

/// The address of the file at `path`.
pub fn uri(path: &Path) -> Option<Uri> {
    match path.strip_prefix(NOWHERE) {
        Ok(name) => Uri::from_str(name.to_str()?).ok(),
        Err(_) => Uri::from_file_path(path),
    }
}

/// `c:` and `C:` are the same drive; editors write both.
fn capital_drive(path: &str) -> String {
    let mut path = path.to_owned();
    if cfg!(windows) && path.as_bytes().get(1) == Some(&b':') {
        path[..1].make_ascii_uppercase();
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    fn round_trip(text: &str) -> (String, String) {
        let path = path_of_str(text).unwrap();
        let shown = path.to_string_lossy().replace('\0', "<no file>");
        (shown, uri(&path).unwrap().as_str().to_owned())
    }

    #[cfg(unix)]
    #[test]
    fn spellings_of_one_file_have_one_path() {
        let (path, uri) = round_trip("file:///a%20b/%C3%A9d/1950-01-22.obl");
        assert_eq!(path, "/a b/éd/1950-01-22.obl");
        assert_eq!(uri, "file:///a%20b/%C3%A9d/1950-01-22.obl");
        assert_eq!(path_of_str("FILE:///a%62"), path_of_str("file:///ab"));
    }

    #[cfg(windows)]
    #[test]
    fn spellings_of_one_drive_have_one_path() {
        assert_eq!(path_of_str("file:///c%3A/a"), path_of_str("file:///C:/a"));
    }

    #[test]
    fn what_has_no_file_keeps_its_address() {
        for text in ["untitled:Untitled-1", "vscode-remote://ssh/a/b.obl", "git:/a.obl?x=1"] {
            let (path, uri) = round_trip(text);
            assert_eq!(path, format!("/<no file>/{text}"));
            assert_eq!(uri, text);
        }
    }
}
