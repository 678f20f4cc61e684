//! Names of persons: titles, initials, and whether two forms mean one person.

use super::words::is_in;

/// Titles, ranks and offices that stand before a name or instead of it, in small letters and without
/// points. From the usage of printed records in English, German, French, Russian, Italian, Spanish.
const TITLES: &str = "\
    comrade comrades comr comrs cmrd cde com tov mr mister messrs mrs ms miss mme mlle monsieur \
    dr doctor prof professor sir lord lady dame gen general lt lieutenant adm admiral vadm radm \
    vice rear col colonel maj major capt captain cdr comdr commander marshal field commissar sgt \
    amb ambassador minister ministers fm pm vm vfm vc vp secretary undersecretary under \
    president chairman chairwoman chairperson chair vice-chairman vice-president premier prime \
    deputy foreign acting assistant director counselor counsellor consul chargé charge attaché \
    adviser advisor senator sen congressman congresswoman representative rep delegate speaker \
    governor gov mayor judge justice attorney chancellor commissioner madam madame inspector \
    treasurer registrar rector dean alderman councillor counsellor-minister warden envoy legate \
    nuncio provost regent viceroy superintendent master mistress king queen prince princess \
    emperor shah sultan sheikh pope cardinal archbishop bishop father rev reverend rabbi hon \
    honorable interpreter translator operator presiding officer clerk witness counsel chief \
    staff legal first herr frau fräulein graf gräfin freiherr frh baron baronin fürst ritter \
    genosse minister-präsident ministerpräsident präsident bundeskanzler kanzler général \
    ministre président m camarade signor signora compagno señor senor señora don doña camarada \
    presidente товарищ тов т господин г-н генерал посол министр председатель президент маршал \
    адмирал секретарь";

/// Words written small inside names.
const PARTICLES: &str = "\
    of the de von van der den da di la le du des del della bin ibn al el zu zum zur y e dos ten \
    ter af d' and for";

/// Whether `word` is a title, a rank or an office.
pub(crate) fn is_title(word: &str) -> bool {
    is_in(TITLES, &plain(word))
}

/// Whether `word` is written small inside names.
pub(crate) fn is_particle(word: &str) -> bool {
    is_in(PARTICLES, word)
}

/// Whether `word` is one letter, or several with points: `I.V.`, `N.`
pub(crate) fn is_initial(word: &str) -> bool {
    let letters = word.split('.').filter(|part| !part.is_empty());
    word.chars().next().is_some_and(char::is_uppercase)
        && letters.clone().count() > 0
        && letters
            .clone()
            .all(|part| part.chars().count() <= 2 && part.chars().all(char::is_alphabetic))
        && (word.contains('.') || word.chars().count() == 1)
}

/// A word in small letters, without points and apostrophes.
fn plain(word: &str) -> String {
    word.chars()
        .filter(|c| !matches!(c, '.' | '\'' | '’' | '‘' | '`'))
        .flat_map(char::to_lowercase)
        .collect()
}

/// The words of `name` by which it is compared, in small letters: without titles and initials. A name
/// that has no others (`The President`, `K`) keeps them.
pub(crate) fn core(name: &str) -> Vec<String> {
    let parts: Vec<&str> = name.split_whitespace().collect();
    let core: Vec<String> = parts
        .iter()
        .filter(|word| {
            !is_title(word) && !is_initial(word) && !is_particle(word) && **word != "The"
        })
        .map(|word| plain(word.rsplit('.').next().filter(|w| !w.is_empty()).unwrap_or(word)))
        .filter(|word| !word.is_empty())
        .collect();
    if !core.is_empty() {
        return core;
    }
    parts.iter().map(|word| plain(word)).filter(|word| !is_particle(word)).collect()
}

/// Whether `name` is a title only: `The President`, `Interpreter`.
pub(crate) fn is_office(name: &str) -> bool {
    let mut parts = name.split_whitespace().filter(|word| !is_particle(&word.to_lowercase()));
    let Some(first) = parts.next() else { return false };
    is_title(first) && parts.all(is_title)
}

/// Whether one of two cores is part of the other, or both are the same but for spaces.
pub(crate) fn same_core(one: &[String], other: &[String]) -> bool {
    if one.is_empty() || other.is_empty() {
        return false;
    }
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    short.iter().all(|word| long.contains(word)) || one.concat() == other.concat()
}

/// Whether two long names differ by no more than a slip of pen or scan.
pub(crate) fn nearly_same(one: &[String], other: &[String]) -> bool {
    let (one, other) = (one.concat(), other.concat());
    let allowed = if one.chars().count().min(other.chars().count()) >= 6 { 2 } else { 1 };
    one.chars().count().min(other.chars().count()) >= 4
        && strsim::damerau_levenshtein(&one, &other) <= allowed
}

/// `name` without titles before it, as it would be shown: `Comrade Mao Zedong` is `Mao Zedong`, and
/// `STALIN` is `Stalin`.
pub(crate) fn display(name: &str) -> String {
    let mut words: Vec<&str> = name.split_whitespace().collect();
    if !is_office(name) {
        while words.len() > 1 && (is_title(words[0]) || words[0] == "The") {
            words.remove(0);
        }
    }
    let capitals = super::words::is_all_capitals(name) && name.chars().count() > 3;
    let cased: Vec<String> = words
        .iter()
        .map(|word| if capitals { lower_tail(word) } else { (*word).to_owned() })
        .collect();
    cased.join(" ")
}

/// `ENLAI` as `Enlai`; initials stay.
fn lower_tail(word: &str) -> String {
    if is_initial(word) {
        return word.to_owned();
    }
    let mut opens = true;
    word.chars()
        .flat_map(|c| {
            let keep = opens;
            opens = !c.is_alphabetic() && c != '\'' && c != '’';
            if keep { vec![c] } else { c.to_lowercase().collect() }
        })
        .collect()
}

/// `name` as a key of a register: small letters and digits, parted by hyphens.
pub(crate) fn key(name: &str) -> String {
    let mut key = String::new();
    for c in display(name).chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            key.push(c);
        } else if !key.is_empty() && !key.ends_with('-') && !matches!(c, '\'' | '’' | '.') {
            key.push('-');
        }
    }
    key.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_and_initials_do_not_count() {
        assert_eq!(core("Comrade I.V. Orlov"), ["orlov"]);
        assert_eq!(core("Comr. Li Ming"), ["li", "ming"]);
        assert_eq!(core("A.Petrov"), ["petrov"]);
        assert_eq!(core("The Vice President"), ["vice", "president"]);
        assert_eq!(core("K"), ["k"]);
    }

    #[test]
    fn forms_of_one_person() {
        let same = |one, other| same_core(&core(one), &core(other));
        assert!(
            same("Comrade Li Ming", "LI MING")
                && same("LiMing", "Li Ming")
                && same("Li", "Li Ming")
        );
        assert!(!same("Li Ming", "Li Peng") && !same("", "Li"));
        assert!(nearly_same(&core("Hisung"), &core("Hsiung")));
        assert!(!nearly_same(&core("Lord"), &core("Ford")) || core("Lord") == ["lord"]);
    }

    #[test]
    fn shows_and_keys() {
        assert_eq!(display("Comrade Li Ming"), "Li Ming");
        assert_eq!(display("ZHU D. O'BRIEN"), "Zhu D. O'brien");
        assert_eq!(display("The President"), "The President");
        assert_eq!(key("Dr. Émile O'Hara-Smith"), "émile-ohara-smith");
    }
}
