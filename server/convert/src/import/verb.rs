//! Whether words after a name report what that person says or does.

use super::language::Language;
use super::words::is_in;

/// Past forms that do not end in `-ed`.
const PAST: &str = "\
    said told spoke thought felt went began gave took made came saw knew brought sought put read \
    held left meant set drew rose let cut understood found kept led met paid sent stood wrote \
    ran sat broke chose did foresaw forgot got heard laid lost sang shook showed swore taught \
    threw undertook won withdrew had was became";

/// Words in `-s` after a name that are no verbs, or that join the name to another.
const NO_VERB: &str = "\
    as has is his this its us yes thus perhaps besides regards versus was";

/// Adverbs that may stand between a name and its verb.
const ADVERBS: &str = "\
    again also then further next once here now never still just too thus only first finally \
    himself herself likewise too meanwhile later immediately in turn reply response instead \
    therefore however often too";

/// Verbs of speaking; enough of the beginning to tell them.
const SPEAKING: &str = "\
    say says said tell told ask repl answer note state declar explain point emphasi stress add \
    observ remark agree propos suggest inquir enquir report inform announc affirm confirm repeat \
    respond indicat mention believ thought thinks continu recall express thank promis admit \
    conced insist argu comment wonder urg warn request conclud interject interrupt object remind \
    acknowledg retort reiterat underscor underlin sagt fragt antwort erklär bemerkt erwider \
    beton meint berichtet dit demand répond déclar ajout affirm explique soulign dice disse \
    chiede rispond dijo pregunt respond говор сказал спрашив спросил отвеча ответил заяв отмеча \
    отметил подч указыва указал замеча заметил сообща сообщил";

/// Words that no verb of a turn is: they join the name to others, or make it part of something else.
const JOINING: &str = "\
    and or to of from in on at by with for as between who whose whom which that the a an himself \
    und oder zu von mit der die das et ou à de du avec qui que и или к от с со в на о об который \
    которая e o y con di che";

/// How freely verbs are accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    /// Any verb of the third person.
    Any,
    /// Verbs of speaking only.
    Speaking,
}

/// Whether `rest`, which follows a name, goes on as the report of a turn does: `says that …`, `again
/// asked …`, `, opening the talk, proposes …`.
pub(crate) fn reports(rest: &str, language: Language, scope: Scope) -> bool {
    if let Some(clause) = rest.strip_prefix(',') {
        return reports_after_clause(clause.trim_start(), language, scope);
    }
    if !rest.starts_with(char::is_whitespace) {
        return false;
    }
    let mut rest = rest.trim_start();
    for _ in 0..4 {
        let word = first_word(rest);
        if word.is_empty()
            || !word.chars().all(|c| c.is_lowercase() || c == '-' || c == '\'' || c == '’')
        {
            return false;
        }
        let adverb = word.ends_with("ly") || is_in(ADVERBS, word);
        if !adverb {
            return is_verb(word, &rest[word.len()..], language, scope);
        }
        rest = rest[word.len()..].trim_start().trim_start_matches(',').trim_start();
    }
    false
}

/// `STALIN, opening the conversation, says`: a clause in small letters, and somewhere a verb after a
/// comma or none needed where the scope is wide.
fn reports_after_clause(clause: &str, language: Language, scope: Scope) -> bool {
    let word = first_word(clause);
    let opens = word.chars().all(char::is_lowercase) && !word.is_empty() && !is_in(JOINING, word)
        || ["in", "on", "for", "with", "at"].contains(&word);
    let sentence: String =
        clause.chars().take(400).take_while(|c| !matches!(c, '.' | '?' | '!')).collect();
    let verb_later = sentence
        .split(',')
        .skip(1)
        .any(|part| reports(&format!(" {}", part.trim_start()), language, scope));
    opens && (verb_later || word.ends_with("ing") && scope == Scope::Any)
}

fn first_word(text: &str) -> &str {
    let end = text
        .find(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’' | '-'))
        .unwrap_or(text.len());
    &text[..end]
}

fn is_verb(word: &str, after: &str, language: Language, scope: Scope) -> bool {
    if is_in(JOINING, word) || is_in(NO_VERB, word) && scope == Scope::Speaking {
        return false;
    }
    if scope == Scope::Speaking {
        return speaks(word);
    }
    match language {
        Language::English => {
            let present = word.len() > 2
                && word.ends_with('s')
                && !word.ends_with("ss")
                && !is_in(NO_VERB, word);
            let past = word.len() > 3 && word.ends_with("ed") || is_in(PAST, word);
            let participle = word.len() > 5 && word.ends_with("ing");
            present
                || past
                || participle
                || ["has", "is", "cannot", "would", "does"].contains(&word)
                || after.starts_with(':')
        }
        _ => word.chars().count() > 1,
    }
}

/// Whether `word` is a verb of speaking.
pub(crate) fn speaks(word: &str) -> bool {
    SPEAKING.split(' ').any(|verb| word.starts_with(verb))
        && (word.ends_with(['s', 'd', 't', 'e', 'л', 'a', 'o', 'ó']) || !word.is_ascii())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn any(rest: &str) -> bool {
        reports(rest, Language::English, Scope::Any)
    }

    #[test]
    fn verbs_of_the_third_person_report() {
        assert!(any(" says that wheat is dear.") && any(" briefly relates the matter."));
        assert!(
            any(" again asked for coal") && any(" told them") && any(" does not exclude this.")
        );
        assert!(
            any(" referring to wheat, says that") && any(", opening the talk on wheat, says that")
        );
    }

    #[test]
    fn what_joins_a_name_to_others_does_not() {
        for rest in
            ["'s brother left", " and Mora agree", " to Mora, 3 May", ", Mora and Li left", ".", ""]
        {
            assert!(!any(rest), "{rest}");
        }
        assert!(!any(" of the mill says"));
    }

    #[test]
    fn speaking_is_narrower() {
        let speaking = |rest| reports(rest, Language::English, Scope::Speaking);
        assert!(speaking(" said that") && speaking(" then replied"));
        assert!(!speaking(" left the room.") && !speaking(" was tired"));
    }

    #[test]
    fn other_languages_are_read_by_what_a_verb_is_not() {
        assert!(reports(" говорит, что", Language::Other, Scope::Any));
        assert!(!reports(" и Мора", Language::Other, Scope::Any));
    }
}
