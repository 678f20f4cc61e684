//! The import as a whole, on invented prints.

use super::*;

const PRINT: &str = "TALKS AT RIGA

This issue prints the talks between the Wheat Board and the Mills.

I. Talk between Orlov and Li Ming, Riga, 3 May 1951

RECORD OF A TALK BETWEEN COMRADE J. ORLOV AND LI MING

Present:

On the one side comrs. Petrov, [translator] Mora.

On the other side Zhang San

<u>Comrade Orlov</u>: We ask whether *all* of the mills in the valley could

12

be sold, and which {of them} would be artil-

lery stores.

Li Ming: No. Comrade Orlov: Then we are agreed.

Beijing: a town.

<u>Li Ming</u> agrees that Kim II Park was right.²

[Source: ABC, f. 3, op. 1, d. 4.]

² Not printed.

* * *

Orlov to Li Ming, 4 May 1951

1. Wheat is dear.

Orlov
";

#[test]
fn a_print_becomes_documents() {
    let made = import(&SourceText::new("riga.txt", PRINT), &ImportOptions::default());
    made.accounting.check(PRINT, &made.files).unwrap();
    let documents =
        made.files.iter().filter(|file| file.path.extension().is_some_and(|e| e == "obl"));
    let shown: Vec<String> =
        documents.map(|file| format!("=== {}\n{}", file.path.display(), file.text)).collect();
    expect_test::expect![[r"
            === introduction.obl
            ---
            title: TALKS AT RIGA
            kind: introduction
            ---

            # TALKS AT RIGA

            This issue prints the talks between the Wheat Board and the Mills.
            === 1951-05-03-conversation.obl
            ---
            title: I. Talk between Orlov and Li Ming, Riga, 3 May 1951
            date: 1951-05-03
            place: Riga
            kind: conversation
            participants: orlov, li-ming, petrov, mora, zhang-san
            ---

            # I. Talk between Orlov and Li Ming, Riga, 3 May 1951

            ## RECORD OF A TALK BETWEEN COMRADE J. ORLOV AND LI MING

            Present:
            On the one side comrs. Petrov, [translator] Mora.
            On the other side Zhang San

            _Comrade Orlov_: We ask whether *all* of the mills in the valley could be sold, and which \{of them\} would be artillery stores.

            Li Ming: No.

            Comrade Orlov: Then we are agreed.

            Beijing\: a town.

            _Li Ming_ agrees that Kim II Park was right.[^2]

            [Source: ABC, f. 3, op. 1, d. 4.]

            [^2]: Not printed.
            === 1951-05-04-letter.obl
            ---
            title: Orlov to Li Ming, 4 May 1951
            date: 1951-05-04
            kind: letter
            ---

            # Orlov to Li Ming, 4 May 1951

            1. Wheat is dear.

            Orlov
        "]].assert_eq(&shown.concat());
}

#[test]
fn the_report_tells_what_was_done() {
    let made = import(&SourceText::new("riga.txt", PRINT), &ImportOptions::default());
    let page = made.files.iter().find(|file| file.path.ends_with("import-report.md")).unwrap();
    expect_test::expect![[r"
            # Import of riga.txt

            Made by `obelus import`. Line numbers are those of the printed text that was imported. What print got wrong is kept as printed; `obelus check` names it.

            ## What was found

            - `introduction.obl` (from line 1): TALKS AT RIGA
            - `1951-05-03-conversation.obl` (from line 5): I. Talk between Orlov and Li Ming, Riga, 3 May 1951
              - turns `X: …`: 3
              - turns `X says …`: 1
              - footnotes: 1
              - references to footnotes: 1
              - source notes: 1
              - speakers: orlov (2), li-ming (2)
            - `1951-05-04-letter.obl` (from line 35): Orlov to Li Ming, 4 May 1951

            ## What was doubtful

            Nothing.

            ## What was changed

            - line 19: joined to the paragraph before, which breaks off: “be sold, and which {of them} would be artil-”
            - line 21: a word divided by the break is joined: “artillery”
            - line 23: a turn began inside a paragraph: “Comrade Orlov: Then we are agreed.”

            ## What is left out, and why

            - white space between paragraphs: 21 places, 40 bytes
            - page number: 1 place, 2 bytes
              - line 17: `12`
            - hyphen that divided a word at a break: 1 place, 1 byte
              - line 19
            - sign of underlining, written as _ where it marks a speaker: 4 places, 14 bytes
              - lines 15, 27
            - sign of a footnote, written as [^…]: 3 places, 5 bytes
              - lines 27, 31
            - line between two documents, which are now two files: 1 place, 5 bytes
              - line 33: `* * *`

            ## What is added to the documents, and why

            - entries at the top of a document: 3 places, 291 bytes
            - line ends: 32 places, 32 bytes
            - space where broken paragraphs are joined: 1 place, 1 byte
            - # before a heading: 4 places, 9 bytes
            - _ around a speaker's name: 4 places, 4 bytes
            - \ before a sign that print means as it stands: 3 places, 3 bytes
            - [^…] around the number of a footnote: 4 places, 10 bytes

            Of the 656 bytes of the printed text, 589 are in the documents and 67 are named above.
        "]].assert_eq(&page.text);
}
