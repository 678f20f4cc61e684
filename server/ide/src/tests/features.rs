use std::fmt::Write as _;

use expect_test::{Expect, expect};

use super::Fixture;
use crate::{Analysis, Location, Symbol, Target};

const REGISTERS: &str = "
//- registers/persons.toml
[[person]]
key = \"lind\"
name = \"Lind, Anna\"
display = \"Anna Lind\"
labels = [\"Lind\"]

[[person.office]]
title = \"Head of the Fisheries Office\"
from = \"1919\"

[[person]]
key = \"berg\"
name = \"Berg, Karl\"
display = \"Karl Berg\"
labels = [\"Berg\"]

//- registers/repositories.toml
[[repository]]
siglum = \"CSAV\"
name = \"Central State Archive of Vestland\"
scheme = \"russian\"

[repository.resolve]
finding-aid = \"https://archive.example/{fond}/{opis}/{delo}\"
scan = \"facsimiles/{delo}/{leaf}.svg\"

[[repository.unit]]
path = \"f. 45, op. 2, d. 118\"
";

fn fixture(text: &str) -> Fixture {
    Fixture::new(&format!("{}{REGISTERS}", text.trim_start()))
}

fn shown(analysis: &Analysis, location: Location) -> String {
    let name = analysis.name(location.document).unwrap();
    let text = analysis.text(location.document).unwrap();
    format!("{name}: {}", text.slice(location.span))
}

fn hover(text: &str, expected: Expect) {
    let fixture = fixture(text);
    let hover = fixture.analysis().hover(fixture.place);
    expected.assert_eq(&hover.map_or("nothing".to_owned(), |hover| hover.text));
}

fn definition(text: &str, expected: Expect) {
    let fixture = fixture(text);
    let analysis = fixture.analysis();
    let mut out = String::new();
    for target in analysis.definition(fixture.place) {
        match target {
            Target::Document(location) => writeln!(out, "{}", shown(&analysis, location)),
            Target::File { path, span } => {
                let text = std::fs::read_to_string(&path).unwrap();
                let name = path.file_name().unwrap().to_string_lossy().into_owned();
                writeln!(out, "{name}: {}", span.of(&text).lines().next().unwrap_or_default())
            }
            Target::Facsimile(path) => {
                writeln!(out, "scan {}", path.file_name().unwrap().to_string_lossy())
            }
        }
        .unwrap();
    }
    expected.assert_eq(&out);
}

fn references(text: &str, expected: Expect) {
    let fixture = fixture(text);
    let analysis = fixture.analysis();
    let found = analysis.references(fixture.place, true);
    let lines: Vec<_> = found.into_iter().map(|one| shown(&analysis, one)).collect();
    expected.assert_eq(&lines.join("\n"));
}

fn completions(text: &str, expected: Expect) {
    let fixture = fixture(text);
    let found = fixture.analysis().completions(fixture.place);
    let lines: Vec<_> =
        found.iter().take(6).map(|one| format!("{} → {:?}", one.label, one.insert)).collect();
    expected.assert_eq(&lines.join("\n"));
}

#[test]
fn hover_on_a_speaker_shows_the_register() {
    hover(
        "//- a.obl\nLi▮nd: Yes.\n",
        expect![[r#"
            **Lind, Anna**  
            Head of the Fisheries Office (from 1919)

            `lind` · in 1 document"#]],
    );
}

#[test]
fn hover_on_a_citation_names_its_levels_and_who_else_cites_the_file() {
    hover(
        "//- a.obl\n[Source: CSAV, f. 45, op. 2, d. 1▮18, ll. 3-9]\n\n//- b.obl\nSee CSAV, f. 45, op. 2, d. 118, l. 4.\n",
        expect![[r#"
            **Central State Archive of Vestland**  
            fond 45  
            inventory 2  
            file 118  
            leaves 3-9

            The same file is cited in `b`"#]],
    );
}

#[test]
fn hover_on_notes_references_and_brackets() {
    hover("//- a.obl\nLind: Yes.[^1▮]\n\n[^1]: In Vik.\n", expect!["In Vik."]);
    hover(
        "//- a.obl\nSee [[b#t▮1]].\n\n//- b.obl\n# Talk\n\nLind: We agree.\n",
        expect![[r#"
            **Talk**

            Lind: We agree."#]],
    );
    hover("//- a.obl\nLind: so [h▮e] says\n", expect!["Word supplied by the editor (likely)"]);
    hover("//- a.obl\nLind: not▮hing here\n", expect!["nothing"]);
}

#[test]
fn definitions() {
    definition(
        "//- a.obl\nLind: Ask Karl Be▮rg.\n",
        expect![[r#"
        persons.toml: "berg"
    "#]],
    );
    definition(
        "//- a.obl\nLind: Yes.[^1▮]\n\n[^1]: In Vik.\n",
        expect![[r"
        a: 1
    "]],
    );
    definition(
        "//- a.obl\nSee [[b#qu▮ay]].\n\n//- b.obl\nLind: The {#quay} quay.\n",
        expect![[r"
            b: quay
        "]],
    );
}

#[test]
fn definition_of_a_citation_goes_to_the_scan_then_the_unit_then_the_repository() {
    definition(
        "//- a.obl\n[Source: CSAV, f. 45, op. 2, d. 118, ll. 3▮-4]\n\n//- facsimiles/118/4.svg\n<svg/>\n",
        expect![[r#"
            scan 4.svg
            repositories.toml: [[repository.unit]]
            repositories.toml: "CSAV"
        "#]],
    );
}

#[test]
fn references_of_a_person_a_note_and_a_file() {
    references(
        "//- a.obl\nLi▮nd: Yes.\n\n//- b.obl\nBerg: Anna Lind agrees.\n",
        expect![[r"
            a: Lind
            b: Anna Lind"]],
    );
    references(
        "//- a.obl\nLind: One.[^1▮] Two.[^1]\n\n[^1]: In Vik.\n",
        expect![[r"
        a: 1
        a: 1
        a: 1"]],
    );
    references(
        "//- a.obl\n[Source: CSAV, f. 45, op. 2, d. 1▮18, ll. 3-9]\n\n//- b.obl\nSee CSAV, f. 45, op. 2, d. 118, l. 4.\n",
        expect![[r"
            a: CSAV, f. 45, op. 2, d. 118, ll. 3-9
            b: CSAV, f. 45, op. 2, d. 118, l. 4"]],
    );
}

#[test]
fn the_one_who_speaks_next_is_offered_first() {
    completions(
        "//- a.obl\nLind: One.\n\nBerg: Two.\n\nLind: Three.\n\n▮\n",
        expect![[r#"
            Berg → "Berg: "
            Lind → "Lind: ""#]],
    );
}

#[test]
fn completions_in_references_notes_citations_and_brackets() {
    completions(
        "//- a.obl\nSee [[▮\n\n//- b.obl\n# Talk\n",
        expect![[r#"
            a → "a]]"
            b → "b]]""#]],
    );
    completions(
        "//- a.obl\nSee [[b#▮]]\n\n//- b.obl\n# Talk\n\nLind: Yes.\n",
        expect![[r#"
            t1 → "t1"
            talk → "talk""#]],
    );
    completions(
        "//- a.obl\nLind: Yes.[^▮]\n\n[^1]: In Vik.\n",
        expect![[r#"
            1 → "1"
            2 → "2""#]],
    );
    completions("//- a.obl\n[@CS▮]\n", expect![[r#"CSAV → "CSAV, ""#]]);
    completions(
        "//- a.obl\n[@CSAV, ▮]\n",
        expect![[r#"f. 45, op. 2, d. 118 → "f. 45, op. 2, d. 118""#]],
    );
}

fn outline(symbols: &[Symbol], depth: usize, out: &mut String) {
    for symbol in symbols {
        writeln!(out, "{}{:?} {}", "  ".repeat(depth), symbol.kind, symbol.name).unwrap();
        outline(&symbol.children, depth + 1, out);
    }
}

#[test]
fn the_outline_of_a_document() {
    let fixture = fixture(
        "//- a.obl\n# Talk\n\nLind: One.[^1]\n\nMore.\n\n## Part\n\nBerg: Two.▮\n\n[^1]: N.\n",
    );
    let mut out = String::new();
    outline(&fixture.analysis().document_symbols(fixture.place.document), 0, &mut out);
    expect![[r"
        Heading Talk
          Turn Lind
          Heading Part
            Turn Berg
            Note 1
    "]]
    .assert_eq(&out);
}

#[test]
fn folds_tokens_links_and_actions() {
    let fixture = fixture(
        "//- a.obl\n# Talk\n\nLind: [On▮e.\n\nMore of it.\n\n[Source: CSAV, f. 45, op. 2, d. 118]\n",
    );
    let (analysis, id) = (fixture.analysis(), fixture.place.document);
    let text = analysis.text(id).unwrap();
    let mut out = String::new();
    for span in analysis.folding(id) {
        writeln!(out, "fold {:?}", text.slice(span)).unwrap();
    }
    for (span, kind) in analysis.semantic_tokens(id, None) {
        writeln!(out, "{} {:?}", kind.name(), text.slice(span)).unwrap();
    }
    for link in analysis.document_links(id) {
        writeln!(out, "link {}", link.address).unwrap();
    }
    let whole = obelus_text::Span::new(obelus_text::Offset::ZERO, text.end());
    for action in analysis.code_actions(id, whole) {
        writeln!(out, "action {}", action.title).unwrap();
    }
    expect![[r##"
        fold "# Talk\n\nLind: [One.\n\nMore of it.\n\n[Source: CSAV, f. 45, op. 2, d. 118]"
        fold "Lind: [One.\n\nMore of it."
        heading "Talk"
        speaker "Lind"
        citation "CSAV, f. 45, op. 2, d. 118"
        link https://archive.example/45/2/118
        action Close the bracket after “[One”
        action Allow brackets/unclosed here
    "##]]
    .assert_eq(&out);
}
