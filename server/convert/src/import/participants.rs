//! Who took part: the names in `Present: …` and the like.

use super::field::{Field, is_field_line};
use super::name::{is_initial, is_particle, is_title};
use super::passage::Passage;
use super::words::{is_capitalised, words};

/// A list of participants may run on over this many paragraphs.
const LONGEST_LIST: usize = 12;

/// The names of who took part, and of who wrote the record down.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct People {
    /// Who took part.
    pub(crate) participants: Vec<String>,
    /// Who wrote the record down.
    pub(crate) recorders: Vec<String>,
    /// The paragraphs that name them: the field, and those that go on with it.
    pub(crate) lists: Vec<std::ops::Range<usize>>,
}

/// Reads the fields of `passages`.
pub(crate) fn people(passages: &[Passage]) -> People {
    let mut people = People::default();
    let mut at = 0;
    while at < passages.len() {
        let Some((kind, from)) = is_field_line(passages[at].text()) else {
            at += 1;
            continue;
        };
        let first = at;
        let mut found = names(&passages[at].text()[from..]);
        at += 1;
        if kind == Field::Participants {
            let inline = !found.is_empty();
            while at < passages.len()
                && at - first < LONGEST_LIST
                && (goes_on(&passages[at], inline)
                    || at > first + 1 && opens_alike(&passages[at - 1], &passages[at]))
            {
                found.extend(names(passages[at].text()));
                at += 1;
            }
        }
        let list = match kind {
            Field::Participants => &mut people.participants,
            Field::Recorders => &mut people.recorders,
            Field::Other => continue,
        };
        for name in found {
            if !list.contains(&name) {
                list.push(name);
            }
        }
        people.lists.push(first..at);
    }
    people
}

/// Whether `passage` looks like a part of a list of names.
pub(crate) fn is_list(passage: &Passage) -> bool {
    goes_on(passage, false)
}

/// Whether `passage` goes on with a list of names: mostly capitals and titles, and no sentence. After names on
/// the line of the field itself, only a paragraph of nothing but names does.
fn goes_on(passage: &Passage, inline: bool) -> bool {
    let text = without_brackets(passage.text());
    if text.len() > 1_500 || is_field_line(&text).is_some() {
        return false;
    }
    let long: Vec<&str> =
        words(&text).map(|(_, word)| word).filter(|word| word.chars().count() > 3).collect();
    let fitting = long.iter().filter(|word| is_capitalised(word) || is_title(word)).count();
    let several = text.contains(',') || text.contains('\n') || long.len() <= 5;
    let speech = super::opening::opening(passage).is_some_and(|found| {
        found.delimiter == super::opening::Delimiter::Colon
            && found.body < passage.text().len()
            && !text.contains('\n')
    });
    let needed = if inline { 10 } else { 6 };
    !long.is_empty() && several && !speech && fitting * 10 >= long.len() * needed
}

/// Whether two paragraphs begin with the same two words (`On the Soviet side …`, `on the Chinese side …`), and
/// the second is short.
fn opens_alike(before: &Passage, passage: &Passage) -> bool {
    let opening = |passage: &Passage| -> Vec<String> {
        words(passage.text()).take(2).map(|(_, word)| word.to_lowercase()).collect()
    };
    passage.text().len() < 300 && opening(passage).len() == 2 && opening(before) == opening(passage)
}

/// The names in the contents of a field: a line each, or parted by commas.
pub(crate) fn names(text: &str) -> Vec<String> {
    let text = without_brackets(text);
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let list = lines.len() > 1 && lines.iter().all(|line| line.len() < 140);
    let parts: Vec<String> = if list {
        lines
            .iter()
            .filter(|line| !is_group(line))
            .flat_map(|line| line.split('|'))
            .map(|line| {
                let line = line.rsplit('—').next().unwrap_or(line);
                line.split([',', ';', ':']).next().unwrap_or_default().to_owned()
            })
            .collect()
    } else {
        text.replace(" and ", ",")
            .replace(" und ", ",")
            .replace(" et ", ",")
            .replace(" и ", ",")
            .split([',', ';', '\n'])
            .map(str::to_owned)
            .collect()
    };
    parts.iter().filter_map(|part| name(part)).collect()
}

/// Whether a line of a list names a side, not a person: `*Poland*`, `United States:`.
fn is_group(line: &str) -> bool {
    line.ends_with(':') || line.starts_with('*') && line.trim_end_matches(':').ends_with('*')
}

/// The name at the end of `part`: what follows the last word that is none.
fn name(part: &str) -> Option<String> {
    let mut taken: Vec<&str> = Vec::new();
    for word in part
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| matches!(c, '*' | ':' | '"' | '“' | '”' | '_')))
    {
        let bare = word.trim_end_matches(['.', ':']);
        if !bare.chars().any(char::is_alphanumeric) {
            continue;
        }
        if is_capitalised(word)
            && bare.chars().any(char::is_alphabetic)
            && !word.chars().any(char::is_numeric)
        {
            taken.push(if is_initial(word) || is_title(bare) { word } else { bare });
        } else if !(is_title(bare) || is_particle(bare) && !taken.is_empty()) {
            taken.clear();
        } else if is_particle(bare) {
            taken.push(bare);
        }
    }
    while taken.last().is_some_and(|word| is_particle(word)) {
        taken.pop();
    }
    let name = taken.join(" ");
    ((1..=5).contains(&taken.len()) && name.len() > 1).then_some(name)
}

/// `text` without what stands in brackets or between slashes.
fn without_brackets(text: &str) -> String {
    let mut depth = 0_usize;
    let mut slash = false;
    let mut kept = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '[' | '(' => depth += 1,
            ']' | ')' => depth = depth.saturating_sub(1),
            '/' => slash = !slash,
            _ if depth == 0 && !slash => kept.push(c),
            _ => {}
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::super::ledger::Ledger;
    use super::super::paragraph::paragraphs;
    use super::*;

    fn read(source: &str) -> String {
        let found = people(&paragraphs(source, &mut Ledger::default()));
        format!(
            "{} | {} | {:?}",
            found.participants.join(", "),
            found.recorders.join(", "),
            found.lists
        )
    }

    #[test]
    fn lists_over_several_paragraphs() {
        let source = "Present:\n\nOn the one side comrs. Orlov, Petrov.\n\n> on the other side comrs. [Vice Premier] Li Ming, Zhang San\n\nTranslated by comr. Mora\n\nLi Ming sends greetings from Riga and asks.";
        assert_eq!(read(source), "Orlov, Petrov, Li Ming, Zhang San |  | [0..3]");
    }

    #[test]
    fn lists_in_a_sentence() {
        let source = "Also present at the meeting: comrs. Orlov, [translator N.T.] Petrov and [translator] Li Ming /Karski/.\n\nRecorded by comr. Petrov.";
        assert_eq!(read(source), "Orlov, Petrov, Li Ming | Petrov | [0..1, 1..2]");
    }

    #[test]
    fn lists_of_lines() {
        let source = "PARTICIPANTS\n\n*Riga*\nState—Mr. Jan Orlov, Chairman\nDr. Anna Mora, Assistant to the Envoy\nThe Vice President\n\nOrlov: Wheat.";
        assert_eq!(read(source), "Mr. Jan Orlov, Dr. Anna Mora, The Vice President |  | [0..2]");
    }
}
