use std::path::Path;

use expect_test::expect;

use super::*;

const REGISTER: &str = r#"
[[person]]
key = "stalin"
name = "Stalin, Iosif Vissarionovich"
display = "I.V. Stalin"
variants = ["Сталин", "Joseph Stalin"]
pseudonyms = ["Filippov"]
labels = ["Stalin"]
[[person.office]]
title = "Chairman of the Council of Ministers"
from = 1946-03-19
to = "1953-03-05"
[person.authority]
viaf = "44300643"

[[person]]
key = "zhou"
name = "Zhou Enlai"
labels = ["Zhou Enlai", "Zhou"]
variants-by-system = { wade-giles = ["Chou En-lai"] }

[[person]]
key = "gomulka"
name = "Gomułka, Władysław"
"#;

fn register() -> Persons {
    let (persons, problems) = Persons::read(Path::new("persons.toml"), REGISTER);
    assert!(problems.is_empty(), "{problems:?}");
    persons
}

fn keys(found: &[&Person]) -> String {
    found.iter().map(|person| person.key.as_str()).collect::<Vec<_>>().join(" ")
}

#[test]
fn persons_are_found_by_any_form() {
    let persons = register();
    for (form, key) in [
        ("STALIN", "stalin"),
        ("Comrade Stalin", "stalin"),
        ("тов. Сталин", "stalin"),
        ("Iosif Vissarionovich Stalin", "stalin"),
        ("Filippov", "stalin"),
        ("Chou En-lai", "zhou"),
        ("Gomulka", "gomulka"),
        ("Gromyko", ""),
    ] {
        assert_eq!(keys(&persons.by_form(form)), key, "{form}");
    }
    assert_eq!(keys(&persons.by_label("COMRADE ZHOU")), "zhou");
    assert_eq!(persons.get("zhou").map(Person::label), Some("Zhou Enlai"));
    assert_eq!(persons.get("gomulka").map(Person::label), Some("Gomułka"));
}

#[test]
fn the_nearest_name_is_proposed() {
    let persons = register();
    let nearest =
        |name: &str| persons.nearest(name).map(|(person, form)| format!("{} {form}", person.key));
    assert_eq!(nearest("Zhou En1ai").as_deref(), Some("zhou Zhou Enlai"));
    assert_eq!(nearest("Stallin").as_deref(), Some("stalin Stalin"));
    assert_eq!(nearest("Vyshinsky"), None);
}

#[test]
fn names_are_found_in_running_text() {
    let persons = register();
    let text = "Then Chou\nEn-lai told Filippov [Stalin] of the zhou dynasty.";
    let found: Vec<_> = persons
        .find(text)
        .iter()
        .map(|named| format!("{:?}={}", named.span.of(text), keys(&named.persons)))
        .collect();
    assert_eq!(found, [r#""Chou\nEn-lai"=zhou"#, r#""Filippov"=stalin"#, r#""Stalin"=stalin"#]);
}

#[test]
fn a_broken_register_gives_what_can_be_read() {
    let text = "[[person]]\nkey = \"a\nname = \"A\"\n[[person]]\nkey = \"b\"\nlables = [\"B\"]\n\
                [[person]]\nname = \"C\"\n[[person]]\nkey = \"b\"\n";
    let (persons, problems) = Persons::read(Path::new("persons.toml"), text);
    assert_eq!(persons.get("b").map(Person::label), Some("b"));
    let lines: Vec<_> = problems
        .iter()
        .map(|problem| {
            format!(
                "{problem}
"
            )
        })
        .collect();
    expect![[r#"
        persons.toml:2:9: invalid basic string, expected `"`
        persons.toml:6:1: unknown key `lables`; did you mean `labels`?
        persons.toml:7:1: this person has no `key`
        persons.toml:10:7: `b` is in use already, in line 5
    "#]]
    .assert_eq(&lines.concat());
}
