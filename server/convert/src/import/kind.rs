//! Kinds of documents, told by the words of their headings.

use super::words::words;

/// The kind of a document, as it stands in the front matter and in the name of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    /// Minutes of a conversation or a meeting.
    Conversation,
    /// A telegram.
    Telegram,
    /// A letter, or a message whose means is not known.
    Letter,
    /// A memorandum or note.
    Memorandum,
    /// A report or summary.
    Report,
    /// A public statement, speech or remarks.
    Statement,
    /// A treaty, protocol or decision.
    Decision,
    /// A diary.
    Diary,
    /// What an editor or scholar writes about the documents.
    Commentary,
    /// What stands before the documents.
    Introduction,
    /// None of these.
    Document,
}

/// Words of headings, in small letters, with the kind that they tell.
const WORDS: &[(Kind, &[&str])] = &[
    (
        Kind::Conversation,
        &[
            "conversation",
            "conversations",
            "talk",
            "talks",
            "meeting",
            "meetings",
            "session",
            "minutes",
            "transcript",
            "discussion",
            "discussions",
            "interview",
            "negotiations",
            "hearing",
            "gespräch",
            "unterredung",
            "sitzung",
            "protokoll",
            "besprechung",
            "vermerk",
            "entretien",
            "conversation",
            "réunion",
            "séance",
            "беседа",
            "беседы",
            "запись",
            "стенограмма",
            "заседание",
            "colloquio",
            "riunione",
            "verbale",
            "conversación",
            "reunión",
            "memcon",
            "telcon",
        ],
    ),
    (
        Kind::Telegram,
        &[
            "telegram",
            "cable",
            "cablegram",
            "airgram",
            "telegramm",
            "télégramme",
            "телеграмма",
            "шифртелеграмма",
            "telegramma",
            "telegrama",
            "ciphertelegram",
        ],
    ),
    (
        Kind::Letter,
        &[
            "letter",
            "letters",
            "message",
            "brief",
            "schreiben",
            "lettre",
            "письмо",
            "послание",
            "lettera",
            "carta",
            "despatch",
            "dispatch",
        ],
    ),
    (
        Kind::Memorandum,
        &[
            "memorandum",
            "memo",
            "note",
            "notes",
            "aide-mémoire",
            "paper",
            "denkschrift",
            "aufzeichnung",
            "записка",
            "справка",
            "nota",
            "appunto",
        ],
    ),
    (
        Kind::Report,
        &[
            "report",
            "summary",
            "review",
            "estimate",
            "information",
            "bericht",
            "rapport",
            "доклад",
            "отчет",
            "отчёт",
            "сводка",
            "relazione",
            "informe",
            "record",
        ],
    ),
    (
        Kind::Statement,
        &[
            "statement",
            "speech",
            "remarks",
            "address",
            "declaration",
            "communiqué",
            "communique",
            "proclamation",
            "erklärung",
            "rede",
            "déclaration",
            "discours",
            "заявление",
            "речь",
            "dichiarazione",
            "discorso",
            "declaración",
            "discurso",
        ],
    ),
    (
        Kind::Decision,
        &[
            "resolution",
            "decision",
            "decree",
            "directive",
            "order",
            "treaty",
            "agreement",
            "protocol",
            "instructions",
            "beschluss",
            "beschluß",
            "vertrag",
            "décision",
            "décret",
            "traité",
            "accord",
            "постановление",
            "решение",
            "приказ",
            "директива",
            "договор",
            "decreto",
            "trattato",
            "acuerdo",
        ],
    ),
    (Kind::Diary, &["diary", "journal", "tagebuch", "дневник", "diario"]),
];

impl Kind {
    /// Its name in front matter and in names of files.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Conversation => "conversation",
            Self::Telegram => "telegram",
            Self::Letter => "letter",
            Self::Memorandum => "memorandum",
            Self::Report => "report",
            Self::Statement => "statement",
            Self::Decision => "decision",
            Self::Diary => "diary",
            Self::Commentary => "commentary",
            Self::Introduction => "introduction",
            Self::Document => "document",
        }
    }

    /// The kind that the words of `heading` tell.
    pub(crate) fn of(heading: &str) -> Option<Self> {
        Self::first(heading).map(|(kind, _)| kind)
    }

    /// The kind that the words of `heading` tell, and before how many words the first telling one stands. The
    /// first decides, unless one of the first words tells of a talk: a `memorandum of conversation`.
    pub(crate) fn first(heading: &str) -> Option<(Self, usize)> {
        let lower = heading.to_lowercase();
        let telling = words(&lower).take(60).enumerate().filter_map(|(at, (_, word))| {
            let kind = WORDS.iter().find(|(_, telling)| telling.contains(&word))?.0;
            Some((kind, at))
        });
        let telling: Vec<(Self, usize)> = telling.collect();
        let (first, at) = telling.first()?;
        let talk = telling.iter().any(|(kind, at)| *kind == Self::Conversation && *at < EARLY);
        Some((if talk { Self::Conversation } else { *first }, *at))
    }
}

/// A word among the first so many says what the document is; a later one may say what it is about.
const EARLY: usize = 6;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_more_telling_word_decides() {
        assert_eq!(Kind::of("MEMORANDUM OF CONVERSATION"), Some(Kind::Conversation));
        assert_eq!(Kind::of("Telegram from the Legation"), Some(Kind::Telegram));
        assert_eq!(Kind::of("Запись беседы с послом"), Some(Kind::Conversation));
        assert_eq!(Kind::of("The Statement on the Answer to the Note"), Some(Kind::Statement));
        assert_eq!(Kind::of("The Price of Wheat"), None);
        assert_eq!(Kind::first("3. Record of a meeting").map(|(_, at)| at), Some(1));
    }
}
