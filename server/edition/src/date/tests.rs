use proptest::prelude::*;

use super::*;

fn shown(text: &str) -> String {
    let one = |found: &FoundDate| {
        let old = found.date.old_style.map(|old| format!(" (Julian {old})")).unwrap_or_default();
        let fault = found.fault.map(|fault| format!(" {fault:?}")).unwrap_or_default();
        format!("{}={}{old}{fault}", found.span.of(text), found.date)
    };
    find(text).iter().map(one).collect::<Vec<_>>().join("; ")
}

#[test]
fn dates_in_running_text() {
    for (text, expected) in [
        ("on 16 December 1949 and", "16 December 1949=1949-12-16"),
        ("on December 16, 1949, he", "December 16, 1949=1949-12-16"),
        ("of December 1949.", "December 1949=1949-12"),
        ("16-го декабря 1949 г.", "16-го декабря 1949=1949-12-16"),
        ("am 16. Dezember 1949", "16. Dezember 1949=1949-12-16"),
        ("le 1er août 1914", "1er août 1914=1914-08-01"),
        ("il 4 marzo 1848", "4 marzo 1848=1848-03-04"),
        ("el 2 de mayo de 1808", "2 de mayo de 1808=1808-05-02"),
        ("16.XII.1949", "16.XII.1949=1949-12-16"),
        ("signed 31/XII", "31/XII=--12-31"),
        (
            "16.12.1949; 16/12/49; 12/16/49",
            "16.12.1949=1949-12-16; 16/12/49=1949-12-16; 12/16/49=1949-12-16",
        ),
        ("20.7.44 at noon", "20.7.44=1944-07-20"),
        ("16–18 December 1949", "16–18 December 1949=1949-12-16/1949-12-18"),
        ("30 December – 2 January 1950", "30 December – 2 January 1950=1949-12-30/1950-01-02"),
        ("the 16th of December", "16th of December=--12-16"),
        ("3 (16) March 1917", "3 (16) March 1917=1917-03-16 (Julian 1917-03-03)"),
        (
            "18 February (3 March) 1861",
            "18 February (3 March) 1861=1861-03-03 (Julian 1861-02-18) CalendarsApart { days: 13, expected: 12 }",
        ),
        ("19 февраля (3 марта) 1861", "19 февраля (3 марта) 1861=1861-03-03 (Julian 1861-02-19)"),
        ("25 October 1917 (O.S.)", "25 October 1917 (O.S.)=1917-11-07 (Julian 1917-10-25)"),
        ("31 February 1950", "31 February 1950=1950-02-31 NoSuchDay"),
        ("Monday, 16 December 1949", "16 December 1949=1949-12-16 Weekday { truly: 5 }"),
        ("Friday, 16 December 1949", "16 December 1949=1949-12-16"),
        ("1949-12-16/18", "1949-12-16/18=1949-12-16/1949-12-18"),
    ] {
        assert_eq!(shown(text), expected, "{text}");
    }
}

#[test]
fn what_is_no_date() {
    for text in [
        "f. 45, op. 1, d. 329, ll. 9-17",
        "10.75.01.3",
        "they may 3 times march 5 miles",
        "FO 371/84053",
        "109-00228-01",
        "611.93/3-161",
        "1949-50",
        "at 12.30",
        "In 1949 there were 16.",
    ] {
        assert_eq!(shown(text), "", "{text}");
    }
}

#[test]
fn comparison() {
    let date = |text: &str| EditionDate::parse(text).unwrap();
    assert!(date("December 1949").agrees(&date("1949-12-16")));
    assert!(!date("1949-12-15").agrees(&date("16 December 1949")));
    assert!(date("1949-12-15/1949-12-17").agrees(&date("16 December 1949")));
    assert!(date("16 December").agrees(&date("1949-12-16")));
    assert_eq!(date("1949").chronological(&date("1949-12-16")), Ordering::Less);
    assert_eq!(date("16 December").chronological(&date("1949-12-16")), Ordering::Greater);
}

proptest! {
    #[test]
    fn any_text_is_searched(text in ".{0,60}") {
        for found in find(&text) {
            prop_assert!(text.get(found.span.range()).is_some());
        }
    }

    #[test]
    fn a_date_written_out_is_found(days in 0i32..200_000) {
        let date = jiff::civil::date(1500, 1, 1).checked_add(jiff::Span::new().days(days)).unwrap();
        let iso = date.to_string();
        prop_assert_eq!(EditionDate::parse(&iso).map(|date| date.to_string()), Ok(iso.clone()));
        let words = date.strftime("%-d %B %Y").to_string();
        prop_assert_eq!(EditionDate::parse(&words).map(|date| date.to_string()), Ok(iso));
    }
}
