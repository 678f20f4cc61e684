//! Invented editions of any size: talks that were never held, by people who never lived.
//!
//! The same seed gives the same text. Nothing in it is taken from a printed edition.

mod chance;
mod words;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{fs, io};

use chance::Chance;

/// What is generated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// How many documents.
    pub documents: usize,
    /// How long each is at least, in bytes.
    pub length: usize,
    /// Another seed, another edition.
    pub seed: u64,
}

/// The name of a document, by its number.
pub fn name(number: usize) -> String {
    let (year, month, day) = date(number);
    format!("{year}-{month:02}-{day:02}-{number:05}")
}

/// The path of a document in its edition, by its number.
pub fn path(number: usize) -> PathBuf {
    format!("documents/{:03}/{}.obl", number / 100, name(number)).into()
}

fn date(number: usize) -> (usize, usize, usize) {
    (1921 + number / 336, number / 28 % 12 + 1, number % 28 + 1)
}

/// Writes an edition into `folder`.
///
/// # Errors
/// Where the file system refuses.
pub fn edition(folder: &Path, plan: Plan) -> io::Result<()> {
    fs::create_dir_all(folder.join("registers"))?;
    fs::write(folder.join("edition.toml"), EDITION)?;
    fs::write(folder.join("registers/persons.toml"), persons())?;
    fs::write(folder.join("registers/repositories.toml"), REPOSITORIES)?;
    for number in 0..plan.documents {
        let path = folder.join(path(number));
        fs::create_dir_all(path.parent().unwrap_or(folder))?;
        fs::write(path, document(number, plan))?;
    }
    Ok(())
}

const EDITION: &str = "title = \"Talks at the Salt Lake\"\nlanguages = [\"en\"]\n";

const REPOSITORIES: &str = "[[repository]]\nsiglum = \"SALT\"\nname = \"Archive of the Salt Lake \
    Republic\"\nplace = \"Port Amber\"\nscheme = \"russian\"\n";

fn persons() -> String {
    words::PEOPLE.iter().fold(String::new(), |mut register, person| {
        let key = person.to_lowercase();
        // A String takes whatever is written to it.
        let _ = writeln!(register, "[[person]]\nkey = \"{key}\"\nname = \"{person}\"\n");
        register
    })
}

/// The text of a document.
pub fn document(number: usize, plan: Plan) -> String {
    let mut writer = Writer {
        chance: Chance::new(plan.seed ^ (number as u64).wrapping_mul(0x9E37_79B9)),
        plan,
        text: String::with_capacity(plan.length + 2048),
        notes: 0,
    };
    writer.head(number);
    while writer.text.len() < plan.length {
        writer.turn();
    }
    writer.foot();
    writer.text
}

struct Writer {
    chance: Chance,
    plan: Plan,
    text: String,
    notes: usize,
}

impl Writer {
    fn put(&mut self, words: &str) {
        self.text.push_str(words);
    }

    fn head(&mut self, number: usize) {
        let (year, month, day) = date(number);
        let (first, second) = (self.person(), self.person());
        let (file, leaf) = (self.chance.below(400) + 1, self.chance.below(90) + 1);
        self.put(&format!(
            "---\ndate: {year}-{month:02}-{day:02}\nplace: Port Amber\nkind: minutes\n---\n\n\
             # Talk between {first} and {second}, no. {number}\n\n\
             [Source: SALT, f. 12, op. 3, d. {file}, ll. {leaf}-{}]\n\nPresent: {first}, {second}\n\n",
            leaf + 8
        ));
    }

    fn turn(&mut self) {
        let speaker = self.person();
        match self.chance.below(12) {
            0 => self.put(&format!("_{speaker}_ says that ")),
            1 => self.put("[The parties adjourn for tea.]\n\n"),
            _ => self.put(&format!("{speaker}: ")),
        }
        for _ in 0..=self.chance.below(5) {
            self.sentence();
        }
        self.put("\n\n");
    }

    fn sentence(&mut self) {
        let start = self.chance.pick(words::OPENINGS);
        let (verb, object) = (self.chance.pick(words::VERBS), self.chance.pick(words::OBJECTS));
        self.put(&format!("{start} {verb} {object}"));
        match self.chance.below(14) {
            0 => self.put(" [?]"),
            1 => self.put(" [in full]"),
            2 => self.reference(),
            3 => self.note(),
            4 => {
                let (file, leaf) = (self.chance.below(400) + 1, self.chance.below(90) + 1);
                self.put(&format!(" [@SALT, f. 12, op. 3, d. {file}, l. {leaf}]"));
            }
            5 => {
                let person = self.person();
                self.put(&format!(", as {person} agre[ed]"));
            }
            _ => {}
        }
        self.put(". ");
    }

    fn reference(&mut self) {
        let number = self.chance.below(self.plan.documents.max(1));
        self.put(&format!(" [[{}]]", name(number)));
    }

    fn note(&mut self) {
        self.notes += 1;
        self.put(&format!("[^{}]", self.notes));
    }

    fn foot(&mut self) {
        for number in 1..=self.notes {
            let object = self.chance.pick(words::OBJECTS);
            self.put(&format!("[^{number}]: On {object} see the minutes of the spring.\n\n"));
        }
    }

    fn person(&mut self) -> &'static str {
        self.chance.pick(words::PEOPLE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAN: Plan = Plan { documents: 3, length: 2_000, seed: 7 };

    #[test]
    fn the_same_seed_gives_the_same_text_and_numbers_differ() {
        assert_eq!(document(1, PLAN), document(1, PLAN));
        assert_ne!(document(1, PLAN), document(2, PLAN));
        assert_ne!(document(1, PLAN), document(1, Plan { seed: 8, ..PLAN }));
        assert!(document(1, PLAN).len() >= PLAN.length);
    }

    #[test]
    fn names_are_dates_and_all_differ() {
        assert_eq!(name(0), "1921-01-01-00000");
        assert_eq!(name(9_999), "1950-10-04-09999");
        let names: std::collections::HashSet<_> = (0..10_000).map(name).collect();
        assert_eq!(names.len(), 10_000);
    }
}
