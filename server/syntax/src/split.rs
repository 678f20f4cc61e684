//! Cutting a text into chunks.
//!
//! A chunk is a run of lines and the blank lines after it. Two more edges exist: the line that
//! closes the front matter ends a chunk, and blank lines at the top of a text are a chunk of their own.

use obelus_text::Text;

/// The length in bytes of each chunk of `text`, in order. Together they cover the text.
pub fn split(text: &str) -> Vec<usize> {
    let mut lengths = Vec::new();
    let mut start = 0;
    while start < text.len() {
        let length = chunk_length(&text[start..], start == 0);
        lengths.push(length);
        start += length;
    }
    lengths
}

/// The length in bytes of the chunk with which `text` begins; `at_top` where nothing stands before it.
pub fn chunk_length(text: &str, at_top: bool) -> usize {
    let mut lines = Lines { text, at: 0 };
    let front_matter = at_top && lines.peek().is_some_and(is_fence);
    let mut first = true;
    while let Some(line) = lines.peek() {
        if is_blank(line) {
            break;
        }
        lines.at += line.len();
        if front_matter && !first && is_fence(line) {
            break;
        }
        first = false;
    }
    while let Some(line) = lines.peek().filter(|line| is_blank(line)) {
        lines.at += line.len();
    }
    lines.at
}

/// The lines of a text with their line ends; `\n`, `\r\n` and `\r` end a line.
struct Lines<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Lines<'a> {
    fn peek(&self) -> Option<&'a str> {
        let rest = &self.text[self.at..];
        if rest.is_empty() {
            return None;
        }
        let bytes = rest.as_bytes();
        let end = match bytes.iter().position(|byte| matches!(byte, b'\n' | b'\r')) {
            Some(at) if bytes[at..].starts_with(b"\r\n") => at + 2,
            Some(at) => at + 1,
            None => rest.len(),
        };
        Some(&rest[..end])
    }
}

fn is_blank(line: &str) -> bool {
    line.bytes().all(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n'))
}

/// Whether the line opens or closes front matter.
fn is_fence(line: &str) -> bool {
    line.trim_end_matches([' ', '\t', '\r', '\n']) == "---"
}

/// The text of `rope` from `start` on as far as its chunks reach before `wanted` says that enough is
/// read. Chunks are handed over one by one with their starts.
pub(crate) fn chunks_from(rope: &Text, start: usize, mut wanted: impl FnMut(usize, &str) -> bool) {
    let mut at = start;
    let mut window = 4096;
    while at < rope.len() {
        let end = (at + window).min(rope.len());
        let text = rope.slice(obelus_text::Span::from_usize(at..end));
        let mut used = 0;
        while used < text.len() {
            let length = chunk_length(&text[used..], at + used == 0);
            // A chunk that reaches the edge of the window may go on behind it.
            if used + length == text.len() && at + text.len() < rope.len() {
                break;
            }
            if !wanted(at + used, &text[used..used + length]) {
                return;
            }
            used += length;
        }
        at += used;
        window = if used == 0 { window * 4 } else { window };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn chunks(text: &str) -> Vec<&str> {
        let mut start = 0;
        split(text)
            .into_iter()
            .map(|length| {
                start += length;
                &text[start - length..start]
            })
            .collect()
    }

    #[test]
    fn blank_lines_part_chunks() {
        assert_eq!(chunks("\n\na\nb\n \t\n\nc"), ["\n\n", "a\nb\n \t\n\n", "c"]);
        assert_eq!(chunks("a\r\n\r\nb\r\rc"), ["a\r\n\r\n", "b\r\r", "c"]);
        assert_eq!(chunks(""), Vec::<&str>::new());
    }

    #[test]
    fn front_matter_is_a_chunk_only_at_the_top() {
        assert_eq!(chunks("---\na: b\n---\n# T"), ["---\na: b\n---\n", "# T"]);
        assert_eq!(chunks("x\n\n---\na\n---\nb"), ["x\n\n", "---\na\n---\nb"]);
        assert_eq!(chunks("---\na: b\n\nText"), ["---\na: b\n\n", "Text"]);
    }

    proptest! {
        #[test]
        fn windows_give_the_same_chunks(parts in proptest::collection::vec("[a-]{0,3}[\r\n ]{0,3}|.{900}", 0..40)) {
            let text = parts.concat();
            let rope = Text::from(text.as_str());
            let mut found = Vec::new();
            chunks_from(&rope, 0, |_, chunk| { found.push(chunk.len()); true });
            prop_assert_eq!(found, split(&text));
        }
    }
}
