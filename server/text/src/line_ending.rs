//! How the lines of a text end.

/// How the lines of a text end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum LineEnding {
    /// `\n`
    #[default]
    Lf,
    /// `\r\n`
    CrLf,
    /// `\r`
    Cr,
}

impl LineEnding {
    /// The characters themselves.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Lf => "\n",
            Self::CrLf => "\r\n",
            Self::Cr => "\r",
        }
    }

    /// The ending of the first line, which stands for the text; `\n` where there is only one line.
    pub fn of(text: &str) -> Self {
        match text.find(['\n', '\r']) {
            Some(at) if text[at..].starts_with("\r\n") => Self::CrLf,
            Some(at) if text[at..].starts_with('\r') => Self::Cr,
            _ => Self::Lf,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_line_decides() {
        assert_eq!(LineEnding::of("a\r\nb\nc"), LineEnding::CrLf);
        assert_eq!(LineEnding::of("a\rb\nc"), LineEnding::Cr);
        assert_eq!(LineEnding::of("a\nb\r\n"), LineEnding::Lf);
        assert_eq!(LineEnding::of("a"), LineEnding::Lf);
    }
}
