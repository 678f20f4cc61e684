//! Reading a text from a file, and refusing what is no text.

use std::path::{Path, PathBuf};
use std::{fs, io};

/// The longest text that is read, in bytes: offsets are 32 bits wide.
const LONGEST: u64 = u32::MAX as u64 - 1;

/// Why a file could not be read as text. Lines and columns count from 1.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The file system refused.
    #[error("{}: cannot be read: {source}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A folder stands where a file was expected.
    #[error("{}: is a folder, not a file", path.display())]
    Folder {
        /// The folder.
        path: PathBuf,
    },
    /// Bytes that are no UTF-8.
    #[error("{}:{line}:{column}: is not UTF-8 text (byte 0x{byte:02X}); save the file as UTF-8", path.display())]
    NotUtf8 {
        /// The file.
        path: PathBuf,
        /// Line of the first such byte.
        line: usize,
        /// Column, in characters.
        column: usize,
        /// The byte.
        byte: u8,
    },
    /// A NUL byte: the file is no text.
    #[error("{}:{line}:{column}: holds a NUL byte; this is no text file", path.display())]
    Nul {
        /// The file.
        path: PathBuf,
        /// Line of the first such byte.
        line: usize,
        /// Column, in characters.
        column: usize,
    },
    /// Longer than offsets can count.
    #[error("{}: is {length} bytes long; texts of up to 4 GiB can be read", path.display())]
    TooLong {
        /// The file.
        path: PathBuf,
        /// Its length in bytes.
        length: u64,
    },
}

impl ReadError {
    /// The file in question.
    pub fn path(&self) -> &Path {
        match self {
            Self::Io { path, .. }
            | Self::Folder { path }
            | Self::NotUtf8 { path, .. }
            | Self::Nul { path, .. }
            | Self::TooLong { path, .. } => path,
        }
    }
}

/// Reads the file at `path` as UTF-8 text. A byte order mark at its start is left out.
///
/// # Errors
/// See [`ReadError`].
pub fn read_file(path: &Path) -> Result<String, ReadError> {
    let io_error = |source| ReadError::Io { path: path.to_owned(), source };
    let metadata = fs::metadata(path).map_err(io_error)?;
    if metadata.is_dir() {
        return Err(ReadError::Folder { path: path.to_owned() });
    }
    if metadata.len() > LONGEST {
        return Err(ReadError::TooLong { path: path.to_owned(), length: metadata.len() });
    }
    decode(path, fs::read(path).map_err(io_error)?)
}

/// Takes `bytes`, which came from `path`, as UTF-8 text without its byte order mark.
///
/// # Errors
/// [`ReadError::NotUtf8`] and [`ReadError::Nul`], with the place.
pub fn decode(path: &Path, bytes: Vec<u8>) -> Result<String, ReadError> {
    let mut text = String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let (line, column) = place(&error.as_bytes()[..valid]);
        ReadError::NotUtf8 { path: path.to_owned(), line, column, byte: error.as_bytes()[valid] }
    })?;
    if let Some(at) = text.find('\0') {
        let (line, column) = place(&text.as_bytes()[..at]);
        return Err(ReadError::Nul { path: path.to_owned(), line, column });
    }
    if text.starts_with('\u{feff}') {
        text.drain(..'\u{feff}'.len_utf8());
    }
    Ok(text)
}

/// Line and column (in characters), counted from 1, after `before`, which is valid UTF-8.
fn place(before: &[u8]) -> (usize, usize) {
    let before = String::from_utf8_lossy(before);
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(bytes: &[u8]) -> String {
        match decode(Path::new("a.txt"), bytes.to_vec()) {
            Ok(text) => text,
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn names_the_place_of_what_is_no_text() {
        assert_eq!(message("één\nzw\u{e9}".as_bytes()), "één\nzwé",);
        assert_eq!(
            message(b"\xc3\xa9\nab\xff"),
            "a.txt:2:3: is not UTF-8 text (byte 0xFF); save the file as UTF-8"
        );
        assert_eq!(message(b"ab\0"), "a.txt:1:3: holds a NUL byte; this is no text file");
    }

    #[test]
    fn leaves_out_the_byte_order_mark() {
        assert_eq!(message("\u{feff}Stalin: No.".as_bytes()), "Stalin: No.");
    }

    #[test]
    fn a_folder_is_no_file() {
        assert!(matches!(read_file(Path::new(".")), Err(ReadError::Folder { .. })));
    }
}
