//! What the import writes is an edition that the server reads without a complaint.

mod support;

use obelus_convert::import::write;
use obelus_edition::Edition;
use support::{imported, shared};

const PRINT: &str = "TALKS AT RIGA\n\nThis issue prints the talks, from the papers of the Wheat Board.\n\n\
I. Talk between Orlov and Li Ming, Riga, 3 May 1951\n\nPresent: comrs. Petrov, Jan Orlov, Li Ming.\n\n\
<u>Comrade Orlov</u>: The CC RMW [Central Committee of the Riga Mill Workers] asks for \"wheat\".\n\n\
<u>Li Ming</u>: So it does. Orlov: Well then.\n\n<u>LiMing</u>: Yes.\n\n\
[Source: Archive of the President, Russian Federation (APRF), fond (f.) 3, opis (op.) 1, delo (d.) 4, listy (ll.) 9-17.]\n";

#[test]
fn of_an_invented_print() {
    let root = tempfile::tempdir().unwrap();
    let to = root.path().join("talks");
    write(&imported(PRINT), &to, false).unwrap();
    let edition = Edition::load(&to);
    let problems: Vec<String> = edition.problems().iter().map(ToString::to_string).collect();
    assert_eq!(problems, [""; 0]);
    let documents: Vec<_> = edition.documents().map(|path| path.display().to_string()).collect();
    assert_eq!(documents, ["1951-05-03-conversation.obl", "introduction.obl"]);
    let persons: Vec<&str> =
        edition.registers.persons.iter().map(|person| person.key.as_str()).collect();
    assert_eq!(persons, ["jan-orlov", "li-ming", "petrov"]);
    let aprf = edition.registers.repositories.get("APRF").unwrap();
    assert_eq!(aprf.units.len(), 1);
    assert!(edition.registers.terms.abbreviation("CC RMW").is_some());
}

#[test]
fn of_printed_texts() {
    for file in ["data/bulletin/bulletin.txt", "data/frus/txt/frus1964-68v07/d103.txt"] {
        let Some(path) = shared(file) else { continue };
        let root = tempfile::tempdir().unwrap();
        let to = root.path().join("edition");
        write(&imported(&obelus_text::read_file(&path).unwrap()), &to, false).unwrap();
        let problems: Vec<String> =
            Edition::load(&to).problems().iter().map(ToString::to_string).collect();
        assert_eq!(problems, [""; 0]);
    }
}
