//! Lines that send the reader to another page: `continued on page 27`, `MORA continued from page 7`.

/// Where a text goes on, or comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Continuation {
    /// The text goes on elsewhere.
    On,
    /// A text that began elsewhere goes on here; the words before tell which.
    From(String),
}

/// Such lines are short.
const LONGEST: usize = 120;

const ON: &[&str] = &[
    "continued on page",
    "continued on p",
    "continues on page",
    "cont. on page",
    "cont'd on page",
    "contd. on page",
    "continued on next page",
    "continued next page",
    "see page",
    "fortsetzung auf seite",
    "fortsetzung auf s",
    "suite à la page",
    "suite page",
    "suite p",
    "продолжение на стр",
    "продолжение на с",
    "окончание на с",
    "continua a pagina",
    "continúa en la página",
];
const FROM: &[&str] = &[
    "continued from page",
    "continued from p",
    "cont. from page",
    "cont'd from page",
    "contd. from page",
    "continued from previous page",
    "fortsetzung von seite",
    "fortsetzung von s",
    "suite de la page",
    "продолжение со стр",
    "продолжение. начало на с",
    "начало на с",
    "continua da pagina",
    "viene de la página",
];

/// What `text` says, where it is such a line.
pub(crate) fn continuation(text: &str) -> Option<Continuation> {
    if text.len() > LONGEST || text.contains('\n') {
        return None;
    }
    let lower = text.to_lowercase();
    let closes = |at: usize, sign: &str| {
        let rest = lower[at + sign.len()..].trim_matches(|c: char| !c.is_alphanumeric());
        rest.is_empty() || rest.len() <= 5 && rest.chars().all(|c| c.is_ascii_digit() || c == 'p')
    };
    if let Some((at, _)) = FROM
        .iter()
        .filter_map(|sign| Some((lower.find(sign)?, sign)))
        .find(|(at, sign)| closes(*at, sign))
    {
        let who = lower[..at].trim_matches(|c: char| !c.is_alphanumeric());
        return Some(Continuation::From(who.to_owned()));
    }
    let (at, _) = ON
        .iter()
        .filter_map(|sign| Some((lower.find(sign)?, sign)))
        .find(|(at, sign)| closes(*at, sign))?;
    (lower[..at].split_whitespace().count() <= 4).then_some(Continuation::On)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_both_directions() {
        assert_eq!(continuation("continued on page 27"), Some(Continuation::On));
        assert_eq!(continuation("(Continued on p. 27)"), Some(Continuation::On));
        assert_eq!(
            continuation("MORA continued from page 7"),
            Some(Continuation::From("mora".into()))
        );
        assert_eq!(
            continuation("Fortsetzung von Seite 3"),
            Some(Continuation::From(String::new()))
        );
    }

    #[test]
    fn sentences_are_not_meant() {
        assert_eq!(continuation("The war continued from page to page, he wrote"), None);
        assert_eq!(continuation("He continued on page after page of notes"), None);
    }
}
