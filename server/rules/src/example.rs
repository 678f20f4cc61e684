//! Examples of rules: small editions in which a rule finds something, or nothing.

/// A text in which a rule finds something, and one in which it finds nothing.
///
/// Each is one document, or several files: a line `//- PATH` begins a file, as in
/// `//- registers/persons.toml`. Without such a line the text is the document `example.obl`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Example {
    /// Here the rule finds something.
    pub fails: &'static str,
    /// Here it finds nothing.
    pub passes: &'static str,
}

/// A file of an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExampleFile<'a> {
    /// Its path, relative to the edition's root.
    pub path: &'a str,
    /// Its text.
    pub text: &'a str,
}

impl Example {
    /// The files of one side of an example.
    pub fn files(text: &str) -> Vec<ExampleFile<'_>> {
        let Some(rest) = text.strip_prefix("//- ") else {
            return vec![ExampleFile { path: "example.obl", text }];
        };
        rest.split("\n//- ")
            .map(|part| {
                let (path, text) = part.split_once('\n').unwrap_or((part, ""));
                ExampleFile { path: path.trim(), text }
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_with_paths_begin_files() {
        let files = Example::files("//- a.obl\nx\n\n//- registers/persons.toml\n[[person]]");
        assert_eq!(files[0], ExampleFile { path: "a.obl", text: "x\n" });
        assert_eq!(files[1].path, "registers/persons.toml");
        assert_eq!(Example::files("x")[0].path, "example.obl");
    }
}
