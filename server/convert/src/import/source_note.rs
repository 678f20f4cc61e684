//! Source notes: `[Source: …]`.

/// Words that open a source note, as the grammar knows them.
const OPENINGS: &[&str] = &[
    "Source",
    "Sources",
    "Quelle",
    "Quellen",
    "Источник",
    "Источники",
    "Fonte",
    "Fonti",
    "Fuente",
    "Fuentes",
    "Zdroj",
    "Źródło",
    "Kilde",
    "Källa",
    "Bron",
    "Forrás",
];

/// Whether `text` is a source note in brackets.
pub(crate) fn is_source_note(text: &str) -> bool {
    text.strip_prefix('[').is_some_and(opens)
}

/// Whether `text` is a source note in brackets that are closed at its end.
pub(crate) fn is_whole_source_note(text: &str) -> bool {
    is_source_note(text) && text.ends_with(']') && is_balanced(&text[1..text.len() - 1])
}

/// Whether all brackets of `text` are closed, and no others.
fn is_balanced(text: &str) -> bool {
    let mut depth = 0_i32;
    text.bytes().all(|byte| {
        depth += i32::from(byte == b'[') - i32::from(byte == b']');
        depth >= 0
    }) && depth == 0
}

/// Whether `text` is a source note that print gives without brackets.
pub(crate) fn is_bare_source_note(text: &str) -> bool {
    opens(text) && text.len() < 1_000 && is_balanced(text)
}

fn opens(text: &str) -> bool {
    let text = text.trim_start();
    OPENINGS.iter().any(|word| {
        text.strip_prefix(word)
            .is_some_and(|rest| rest.trim_start_matches([' ', '\u{a0}']).starts_with([':', '：']))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn in_and_without_brackets() {
        assert!(is_source_note("[Source: ABC, f. 3]") && is_source_note("[Quelle: ABC]"));
        assert!(
            is_whole_source_note("[Source: ABC, f. 3]")
                && !is_whole_source_note("[Source: ABC, fond")
        );
        assert!(
            is_bare_source_note("Source: ABC, f. 3")
                && !is_bare_source_note("Sources of wheat: many")
        );
        assert!(!is_source_note("[signature]"));
    }
}
