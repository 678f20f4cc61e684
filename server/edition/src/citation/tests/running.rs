use expect_test::{Expect, expect};
use proptest::prelude::*;

use super::*;

fn shown(text: &str, expected: &Expect) {
    let catalogue = Catalogue::builtin();
    let found = find(text, &catalogue);
    let lines: String =
        found.iter().map(|one| format!("{:?}\n  {}\n", one.span.of(text), one.outline())).collect();
    expected.assert_eq(&lines);
}

#[test]
fn references_in_running_text() {
    shown(
        "The minutes (APRF, f. 45, op. 1,\nd. 329, ll. 9-17) say so; ibid., l. 12; see also RGASPI, f. 558, op. 11, d. 97; d. 98, l. 3.",
        &expect![[r#"
            "APRF, f. 45, op. 1,\nd. 329, ll. 9-17"
              APRF | fond=45 opis=1 delo=329 | leaf 9-17
            "ibid., l. 12"
              ibid. |  | leaf 12
            "RGASPI, f. 558, op. 11, d. 97"
              RGASPI | fond=558 opis=11 delo=97
            "d. 98, l. 3"
              continued | delo=98 | leaf 3
        "#]],
    );
}

#[test]
fn the_repository_may_come_last() {
    shown(
        "Copy: f. 0100, op. 43, d. 8, papka 302, ll. 4-6, Archive of Lake Affairs, Mirny (ALA), Mirny. The rest is lost.",
        &expect![[r#"
            "f. 0100, op. 43, d. 8, papka 302, ll. 4-6, Archive of Lake Affairs"
              Archive of Lake Affairs | fond=0100 opis=43 delo=8 papka=302 | leaf 4-6
        "#]],
    );
}

#[test]
fn an_archive_that_nobody_has_declared() {
    shown(
        "So the census of 1926, State Archive of Mirny Province (GAMP), f. 3, op. 2, d. 1, l. 5 ob.",
        &expect![[r#"
            "State Archive of Mirny Province (GAMP), f. 3, op. 2, d. 1, l. 5 ob."
              State Archive of Mirny Province (GAMP) | fond=3 opis=2 delo=1 | leaf 5v
        "#]],
    );
}

#[test]
fn running_text_is_no_reference() {
    shown(
        "At 3 p. m. the National Archives closed. He had no. 5 in his box, and 12 files. Mao came at 9, Zhou at 10.",
        &expect![[""]],
    );
}

proptest! {
    #[test]
    fn any_text_is_searched(text in "(f\\. |op\\. |d\\. |ll\\. |APRF|RG |Box |Archive |[0-9]{1,4}|[a-zA-Zа-я]{1,5}|[ ,;:.()\\[\\]/–-]){0,40}") {
        let catalogue = Catalogue::builtin();
        for citation in find(&text, &catalogue).into_iter().chain(find_in_note(&text, &catalogue)).chain(read(&text, &catalogue)) {
            prop_assert!(text.get(citation.span.range()).is_some());
            for level in &citation.levels {
                prop_assert!(citation.span.covers(level.span), "{:?} {:?}", text, citation);
            }
        }
    }
}
