//! The entries at the top of a document.

use std::fmt::Write;

use super::assemble::Document;

/// The entries of `document`; `participants` are keys of the register of persons.
pub(crate) fn front_matter(
    document: &Document,
    participants: &[String],
    author: Option<&str>,
) -> String {
    let mut front = String::from("---\n");
    let mut entry = |key: &str, value: &str| {
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        if !value.is_empty() {
            let _ = writeln!(front, "{key}: {}", quoted(&value));
        }
    };
    entry("title", &document.title);
    entry("date", document.date.as_deref().unwrap_or_default());
    entry("place", document.place.as_deref().unwrap_or_default());
    entry("kind", document.kind.name());
    entry("author", author.unwrap_or_default());
    entry("participants", &participants.join(", "));
    front.push_str("---\n");
    front
}

/// A value that begins and ends with a quotation mark would lose them: it gets others around it.
fn quoted(value: &str) -> String {
    let both = |sign: char| value.starts_with(sign) && value.ends_with(sign) && value.len() > 1;
    if both('"') || both('\'') { format!("\"{value}\"") } else { value.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotation_marks_that_belong_to_a_value_stay() {
        assert_eq!(quoted("\"Wheat\""), "\"\"Wheat\"\"");
        assert_eq!(quoted("\"Wheat\" and Coal"), "\"Wheat\" and Coal");
    }
}
