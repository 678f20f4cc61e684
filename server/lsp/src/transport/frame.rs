//! Messages as they stand on the wire: headers, an empty line, a body of JSON.
//!
//! The base protocol of the Language Server Protocol 3.17, "Header Part" and "Content Part".

use std::io::{self, BufRead, Read, Write};

/// The longest body that is read, in bytes. A text of 4 GiB is the longest that offsets can count, and
/// nothing that an editor sends comes near it; a longer length is a mistake in the header.
const LONGEST_BODY: u64 = 1 << 32;

/// The longest header line, in bytes.
const LONGEST_LINE: u64 = 4096;

/// What was read.
#[derive(Debug, PartialEq, Eq)]
pub enum Frame {
    /// A body; whether it is JSON is another question.
    Body(Vec<u8>),
    /// Something that is no header; it has been skipped.
    Garbage(String),
    /// The editor closed the stream.
    End,
}

/// Reads the next message. Lines that are no headers are skipped one by one until a length is found.
///
/// # Errors
/// Where the stream cannot be read, or ends inside a body.
pub fn read(reader: &mut impl BufRead) -> io::Result<Frame> {
    let mut length = None;
    loop {
        let mut line = Vec::new();
        reader.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut line)?;
        if line.is_empty() {
            return Ok(Frame::End);
        }
        let text = String::from_utf8_lossy(&line);
        let text = text.trim_end_matches(['\r', '\n']);
        match (text.split_once(':'), length) {
            (Some((name, value)), _) if name.eq_ignore_ascii_case("content-length") => {
                match value.trim().parse::<u64>() {
                    Ok(given) if given <= LONGEST_BODY => length = Some(given),
                    _ => return Ok(Frame::Garbage(text.to_owned())),
                }
            }
            (Some((name, _)), _) if name.to_ascii_lowercase().starts_with("content-") => {}
            (_, Some(length)) if text.is_empty() => return body(reader, length),
            (_, None) if text.is_empty() => {}
            _ => return Ok(Frame::Garbage(text.to_owned())),
        }
    }
}

fn body(reader: &mut impl BufRead, length: u64) -> io::Result<Frame> {
    let mut body = Vec::new();
    // Not allocated ahead: the length is the editor's claim, the bytes are the fact.
    let read = reader.take(length).read_to_end(&mut body)?;
    if (read as u64) < length {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    Ok(Frame::Body(body))
}

/// Writes a message with its header.
///
/// # Errors
/// Where the stream cannot be written.
pub fn write(writer: &mut impl Write, body: &[u8]) -> io::Result<()> {
    write!(writer, "Content-Length: {}\r\n\r\n", body.len())?;
    writer.write_all(body)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(bytes: &[u8]) -> Vec<Frame> {
        let mut reader = bytes;
        let mut frames = Vec::new();
        loop {
            match read(&mut reader).unwrap() {
                Frame::End => return frames,
                frame => frames.push(frame),
            }
        }
    }

    fn body_of(text: &str) -> Frame {
        Frame::Body(text.as_bytes().to_vec())
    }

    #[test]
    fn reads_what_it_writes() {
        let mut wire = Vec::new();
        write(&mut wire, "{\"é\":1}".as_bytes()).unwrap();
        write(&mut wire, b"").unwrap();
        assert_eq!(all(&wire), [body_of("{\"é\":1}"), body_of("")]);
    }

    #[test]
    fn headers_may_come_in_any_order_and_case() {
        let wire = b"Content-Type: application/vscode-jsonrpc; charset=utf8\r\n\
            content-length: 2\r\n\r\n{}Content-Length: 2\nContent-Type: x\n\n[]";
        assert_eq!(all(wire), [body_of("{}"), body_of("[]")]);
    }

    #[test]
    fn garbage_is_skipped_to_the_next_header() {
        let wire = b"hello\r\nContent-Length: x\r\n\r\nContent-Length: 2\r\n\r\n{}";
        let garbage = |text: &str| Frame::Garbage(text.to_owned());
        assert_eq!(all(wire), [garbage("hello"), garbage("Content-Length: x"), body_of("{}")]);
    }

    #[test]
    fn a_body_cut_short_is_an_error() {
        let mut wire: &[u8] = b"Content-Length: 9\r\n\r\n{}";
        assert_eq!(read(&mut wire).unwrap_err().kind(), io::ErrorKind::UnexpectedEof);
    }
}
