use expect_test::{Expect, expect};
use proptest::prelude::*;

use super::*;

fn shown(text: &str, expected: &Expect) {
    let catalogue = Catalogue::builtin();
    let found = find(text, &catalogue);
    let lines = found.iter().map(|one| format!("{:?}\n  {}\n", one.span.of(text), one.outline()));
    expected.assert_eq(&lines.collect::<Vec<_>>().concat());
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
fn the_scheme_is_that_of_the_repository_named_last() {
    shown(
        "It is in f. 0100, op. 43, p. 302, d. 8, ll. 4-6, Archive of Foreign Policy, Russian Federation (AVPRF), Moscow.",
        &expect![[r#"
            "f. 0100, op. 43, p. 302, d. 8, ll. 4-6, Archive of Foreign Policy, Russian Federation (AVPRF), Moscow"
              AVPRF | fond=0100 opis=43 papka=302 delo=8 | leaf 4-6
        "#]],
    );
}

#[test]
fn what_is_not_as_the_scheme_has_it() {
    shown(
        "APRF, f. 45, d. 329, op. 1, l. 17-9; APRF, f. 45, op. 1 d. 330, pp. 95-96; APRF, op. 1, d. 3; \
         APRF, f. 45, op. 1, box 3, ll. 4; 611.93/13-4549",
        &expect![[r#"
            "APRF, f. 45, d. 329, op. 1, l. 17-9"
              APRF | fond=45 delo=329 opis=1 | leaf 17-19 | out of order | label number
            "APRF, f. 45, op. 1 d. 330, pp. 95-96"
              APRF | fond=45 opis=1 delo=330 | page 95-96 | missing separator | wrong locator
            "APRF, op. 1, d. 3"
              APRF | opis=1 delo=3 | missing level
            "APRF, f. 45, op. 1, box 3, ll. 4"
              APRF | fond=45 opis=1 box=3 | leaf 4 | unknown level | label number
            "611.93/13-4549"
               | decimal_file=611.93 document=13-4549 | impossible date
        "#]],
    );
}

#[test]
fn credits_and_quotations() {
    shown(
        "RGASPI, f. 558, op. 11, d. 97, ll. 67-70. Contributed by Ida Krog and translated by Bo Aune. Then \
         he left. APRF, f. 3, op. 2, d. 1, l. 5, as quoted in Krog, “Talks” [Besedy], p. 3; no more.",
        &expect![[r#"
            "RGASPI, f. 558, op. 11, d. 97, ll. 67-70. Contributed by Ida Krog and translated by Bo Aune"
              RGASPI | fond=558 opis=11 delo=97 | leaf 67-70 | contributor Ida Krog | translator Bo Aune
            "APRF, f. 3, op. 2, d. 1, l. 5, as quoted in Krog, “Talks” [Besedy], p. 3"
              APRF | fond=3 opis=2 delo=1 | leaf 5 | quoted in Krog, “Talks” [Besedy], p. 3
        "#]],
    );
}

#[test]
fn a_source_note_may_name_a_collection_only() {
    let catalogue = Catalogue::builtin();
    let text = "Source: Department of State, Conference Files: Lot 66 D 347, CF 85. Secret.\n\
                Eisenhower Library, Lake Papers.";
    let lines: Vec<_> = find_in_note(text, &catalogue).iter().map(Citation::outline).collect();
    expect![[r"
        USDOS | files=Conference Files lot=66 D 347 file_unit=CF 85
        DDEL | collection=Lake Papers"]]
    .assert_eq(&lines.join("\n"));
    assert_eq!(find("the Eisenhower Library, Lake Papers", &catalogue), []);
}

#[test]
fn units_are_the_same_however_they_are_spelt() {
    let catalogue = Catalogue::builtin();
    let unit =
        |text: &str| read(text, &catalogue).and_then(|one| one.unit()).map(|unit| unit.to_string());
    let one = unit("APRF, f. 45, op. 1, d. 329, l. 9");
    assert!(one.is_some());
    assert_eq!(one, unit("АПРФ. Ф. 45. Оп. 1. Д. 329. Л. 12"));
    assert_eq!(
        unit("Department of State, OCB Files: Lot 62 D 430"),
        unit("Department of State, OCB Files, lot 62D430")
    );
    let whole = read("APRF, f. 45, op. 1, d. 329, l. 9", &catalogue).unwrap();
    let ibid = find("Ibid., d. 330, l. 4", &catalogue).remove(0);
    assert_eq!(ibid.unit(), None);
    assert_eq!(ibid.completed(&whole).outline(), "APRF | fond=45 opis=1 delo=330 | leaf 4");
}

#[test]
fn the_date_in_a_decimal_number() {
    let catalogue = Catalogue::builtin();
    let citation = read("611.93/3–161", &catalogue).unwrap();
    assert_eq!(citation.date.map(|date| date.to_string()).as_deref(), Some("1961-03-01"));
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
