//! Titles of address.

/// Titles of address that stand before names, folded, in the languages of documentary editions.
const HONORIFICS: &[&str] = &[
    "adm",
    "admiral",
    "amb",
    "ambassador",
    "amiral",
    "camarade",
    "camarada",
    "capitaine",
    "captain",
    "cardinal",
    "chairman",
    "col",
    "colonel",
    "com",
    "compagno",
    "companero",
    "comr",
    "comrade",
    "comte",
    "cde",
    "doctor",
    "docteur",
    "doktor",
    "dr",
    "emperor",
    "frau",
    "fraulein",
    "gen",
    "general",
    "genosse",
    "genossin",
    "gospodin",
    "graf",
    "herr",
    "king",
    "lord",
    "m",
    "ma",
    "madam",
    "madame",
    "marquis",
    "marschall",
    "marshal",
    "maresciallo",
    "marechal",
    "minister",
    "miss",
    "mlle",
    "mme",
    "monsieur",
    "mr",
    "mrs",
    "ms",
    "president",
    "presidente",
    "prime",
    "prince",
    "princess",
    "prof",
    "professor",
    "queen",
    "secretary",
    "sen",
    "senator",
    "senor",
    "senora",
    "signor",
    "signora",
    "sir",
    "sr",
    "sra",
    "the",
    "tov",
    "tovarishch",
    "general-secretary",
    "general-oberst",
    "г",
    "г-жа",
    "г-н",
    "генерал",
    "господин",
    "госпожа",
    "маршал",
    "министр",
    "посол",
    "президент",
    "председатель",
    "т",
    "тов",
    "товарищ",
    "тт",
];

/// `name` without the titles of address before it, and without `'s` after it: `Comrade Mao's` is
/// `Mao`. A name that consists of titles only stays as it is.
pub fn without_honorifics(name: &str) -> &str {
    let trimmed = name.trim();
    let trimmed = trimmed.strip_suffix("'s").or(trimmed.strip_suffix("’s")).unwrap_or(trimmed);
    let mut rest = trimmed;
    while let Some((word, after)) = rest.split_once(char::is_whitespace) {
        let bare = crate::fold::fold(word.trim_end_matches(['.', ',']));
        if !HONORIFICS.contains(&bare.as_str()) {
            break;
        }
        rest = after.trim_start();
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::without_honorifics;

    #[test]
    fn titles_are_left_out() {
        for (name, bare) in [
            ("Comrade Mao Zedong's", "Mao Zedong"),
            ("Cde. Kim", "Kim"),
            ("тов. Сталин", "Сталин"),
            ("Mr. President", "President"),
            ("The Prime Minister", "Minister"),
            ("Generalova", "Generalova"),
        ] {
            assert_eq!(without_honorifics(name), bare);
        }
    }
}
