//! Writing a new edition to a folder, wholly or not at all.

use std::fmt::Write;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::Import;

/// Why an edition could not be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The folder is there, and nothing may be overwritten.
    #[error("{}: is there already; use --force to replace what an earlier import wrote", path.display())]
    Exists {
        /// The folder.
        path: PathBuf,
    },
    /// A file stands where the folder should be.
    #[error("{}: is a file, not a folder", path.display())]
    NotAFolder {
        /// The file.
        path: PathBuf,
    },
    /// The folder holds files that no import wrote: they would be lost.
    #[error("{}: holds {}, which no import wrote; move it away first", path.display(), file.display())]
    ForeignFile {
        /// The folder.
        path: PathBuf,
        /// The first such file, relative to the folder.
        file: PathBuf,
    },
    /// The folder has no name that a new one could be put beside.
    #[error("{}: is no folder that can be written", path.display())]
    NoName {
        /// The path.
        path: PathBuf,
    },
    /// The system refused.
    #[error("{}: {source}", path.display())]
    Io {
        /// What could not be written.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The folder.
    pub folder: PathBuf,
    /// Its files, relative to the folder.
    pub files: Vec<PathBuf>,
    /// Whether an earlier import was replaced.
    pub replaced: bool,
}

/// The list of files that an import wrote, with which a later one knows its own.
const LIST: &str = ".obelus-import";

/// Writes `import` to the folder `to`.
///
/// All files are written to a new folder beside `to`, which then takes its place in one step: an import that is
/// interrupted leaves `to` as it was. Without `force`, `to` must not exist (an empty folder is taken). With it, an
/// edition that an earlier import wrote is replaced when the new one is complete; if the folder holds anything
/// that import did not write, or a document that was changed since, nothing is touched: work is never lost.
///
/// # Errors
/// See [`WriteError`]. The folder is then as it was.
pub fn write(import: &Import, to: &Path, force: bool) -> Result<Written, WriteError> {
    let exists = check(to, force)?;
    let name = to.file_name().ok_or_else(|| WriteError::NoName { path: to.to_owned() })?;
    let parent = match to.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    fs::create_dir_all(parent).map_err(|source| io_error(parent, source))?;
    let beside = |what: &str| {
        parent.join(format!(".{}.{what}-{}", name.to_string_lossy(), std::process::id()))
    };
    let new = beside("new");
    let old = beside("old");
    let outcome = fill(import, &new).and_then(|()| exchange(to, &new, &old, exists));
    if outcome.is_err() {
        // What stands half written is ours alone; that it cannot be removed is no news beside the error.
        let _ = fs::remove_dir_all(&new);
    }
    outcome?;
    Ok(Written {
        folder: to.to_owned(),
        files: import.files.iter().map(|file| file.path.clone()).collect(),
        replaced: exists,
    })
}

fn io_error(path: &Path, source: io::Error) -> WriteError {
    WriteError::Io { path: path.to_owned(), source }
}

/// Whether `to` exists, and may be replaced.
fn check(to: &Path, force: bool) -> Result<bool, WriteError> {
    let metadata = match fs::symlink_metadata(to) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(io_error(to, error)),
        Ok(metadata) => metadata,
    };
    if !metadata.is_dir() {
        return Err(WriteError::NotAFolder { path: to.to_owned() });
    }
    let mut present = Vec::new();
    list(to, Path::new(""), &mut present)?;
    if present.is_empty() {
        return Ok(true);
    }
    if !force {
        return Err(WriteError::Exists { path: to.to_owned() });
    }
    let own = fs::read_to_string(to.join(LIST)).unwrap_or_default();
    for file in present.iter().filter(|file| file.as_os_str() != LIST) {
        let unchanged = own.lines().any(|line| is_own(line, to, file));
        if !unchanged {
            return Err(WriteError::ForeignFile { path: to.to_owned(), file: file.clone() });
        }
    }
    Ok(true)
}

/// Whether `line` of the list names `file` as it still is.
fn is_own(line: &str, root: &Path, file: &Path) -> bool {
    let Some((sum, name)) = line.split_once(' ') else { return false };
    Path::new(name) == file && fs::read(root.join(file)).is_ok_and(|bytes| checksum(&bytes) == sum)
}

/// FNV-1a: tells whether a file was changed by accident or by hand; it protects from nothing else.
fn checksum(bytes: &[u8]) -> String {
    let sum = bytes.iter().fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| {
        (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{sum:016x}")
}

/// All files in `folder` of `root`.
fn list(root: &Path, folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), WriteError> {
    let path = root.join(folder);
    for entry in fs::read_dir(&path).map_err(|source| io_error(&path, source))? {
        let entry = entry.map_err(|source| io_error(&path, source))?;
        let name = folder.join(entry.file_name());
        let kind = entry.file_type().map_err(|source| io_error(&entry.path(), source))?;
        if kind.is_dir() {
            list(root, &name, files)?;
        } else {
            files.push(name);
        }
    }
    files.sort();
    Ok(())
}

/// Writes all files to `new`.
fn fill(import: &Import, new: &Path) -> Result<(), WriteError> {
    if new.exists() {
        fs::remove_dir_all(new).map_err(|source| io_error(new, source))?;
    }
    fs::create_dir(new).map_err(|source| io_error(new, source))?;
    let mut sums = String::new();
    for file in &import.files {
        let path = new.join(&file.path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(|source| io_error(folder, source))?;
        }
        fs::write(&path, &file.text).map_err(|source| io_error(&path, source))?;
        let _ = writeln!(sums, "{} {}", checksum(file.text.as_bytes()), file.path.display());
    }
    let path = new.join(LIST);
    fs::write(&path, sums).map_err(|source| io_error(&path, source))
}

/// Puts `new` in the place of `to`.
fn exchange(to: &Path, new: &Path, old: &Path, exists: bool) -> Result<(), WriteError> {
    if exists {
        fs::rename(to, old).map_err(|source| io_error(to, source))?;
    }
    if let Err(source) = fs::rename(new, to) {
        if exists {
            fs::rename(old, to).map_err(|source| io_error(old, source))?;
        }
        return Err(io_error(to, source));
    }
    if exists {
        fs::remove_dir_all(old).map_err(|source| io_error(old, source))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::{ImportOptions, SourceText, import};
    use super::*;

    fn made(text: &str) -> Import {
        import(&SourceText::new("a.txt", text), &ImportOptions::default())
    }

    fn present(folder: &Path) -> Vec<String> {
        let mut files = Vec::new();
        list(folder, Path::new(""), &mut files).unwrap();
        files.iter().map(|file| file.display().to_string()).collect()
    }

    #[test]
    fn a_new_folder_is_filled_and_nothing_else_is_left() {
        let root = tempfile::tempdir().unwrap();
        let to = root.path().join("talks");
        let written = write(&made("Wheat\n\nOrlov: Yes."), &to, false).unwrap();
        assert!(!written.replaced && present(&to).contains(&"edition.toml".to_owned()));
        assert_eq!(fs::read_dir(root.path()).unwrap().count(), 1);
    }

    #[test]
    fn nothing_is_overwritten_unasked() {
        let root = tempfile::tempdir().unwrap();
        let to = root.path().join("talks");
        write(&made("Wheat"), &to, false).unwrap();
        let before = present(&to);
        assert!(matches!(write(&made("Coal"), &to, false), Err(WriteError::Exists { .. })));
        assert_eq!(present(&to), before);
        assert!(write(&made("Coal"), &to, true).unwrap().replaced);
        assert!(fs::read_to_string(to.join("import-report.md")).unwrap().contains("Coal"));
    }

    #[test]
    fn what_a_person_wrote_is_never_lost() {
        let root = tempfile::tempdir().unwrap();
        let to = root.path().join("talks");
        write(&made("Wheat"), &to, false).unwrap();
        fs::write(to.join("notes.txt"), "mine").unwrap();
        let error = write(&made("Coal"), &to, true).unwrap_err();
        assert!(
            error
                .to_string()
                .ends_with("holds notes.txt, which no import wrote; move it away first")
        );
        fs::remove_file(to.join("notes.txt")).unwrap();
        fs::write(to.join("edition.toml"), "title = \"Mine\"\n").unwrap();
        assert!(matches!(write(&made("Coal"), &to, true), Err(WriteError::ForeignFile { .. })));
        assert_eq!(fs::read_to_string(to.join("edition.toml")).unwrap(), "title = \"Mine\"\n");
    }

    #[test]
    fn a_file_in_the_way_is_an_error() {
        let root = tempfile::tempdir().unwrap();
        let to = root.path().join("talks");
        fs::write(&to, "x").unwrap();
        assert!(matches!(write(&made("Wheat"), &to, true), Err(WriteError::NotAFolder { .. })));
        assert_eq!(fs::read_to_string(&to).unwrap(), "x");
    }
}
