//! The words of a text.

/// The words of `text` with their starts in bytes: letters, marks and digits, with apostrophes inside.
pub(crate) fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_part =
        |char: char| char.is_alphanumeric() || matches!(char, '\'' | '’' | '\u{300}'..='\u{36f}');
    text.split(move |char: char| !is_part(char))
        .map(|word| word.trim_matches(['\'', '’']))
        .filter(|word| !word.is_empty())
        .map(move |word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

#[cfg(test)]
mod tests {
    #[test]
    fn words_and_their_places() {
        let found: Vec<_> = super::words("It’s a ‘good’ re-run, é").collect();
        assert_eq!(
            found,
            [(0, "It’s"), (7, "a"), (12, "good"), (20, "re"), (23, "run"), (28, "é")]
        );
    }
}
