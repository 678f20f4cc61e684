//! Fields of printed records: `Present: …`, `Recorded by …`.

/// Usual fields, in small letters, that hold persons who took part.
const PARTICIPANTS: &[&str] = &[
    "present",
    "also present",
    "participants",
    "members present",
    "others present",
    "attendees",
    "in attendance",
    "those present",
    "anwesend",
    "anwesende",
    "teilnehmer",
    "gegenwärtig",
    "présents",
    "étaient présents",
    "participants",
    "присутствовали",
    "присутствуют",
    "участники",
    "участвовали",
    "presenti",
    "presentes",
    "asistentes",
];

/// Usual fields that hold who wrote the record down.
const RECORDERS: &[&str] = &[
    "recorded by",
    "transcribed by",
    "record by",
    "notes by",
    "notetaker",
    "note taker",
    "written by",
    "aufgezeichnet von",
    "protokollführer",
    "rédigé par",
    "записал",
    "записали",
    "verbalizzato da",
    "redactado por",
    "drafted by",
    "prepared by",
];

/// Usual fields of other contents.
const OTHERS: &[&str] = &[
    "translated by",
    "translator",
    "interpreter",
    "interpreted by",
    "date",
    "date & time",
    "date and time",
    "place",
    "time",
    "time and place",
    "subject",
    "subjects",
    "copies",
    "copy",
    "distribution",
    "classification",
    "signed",
    "to",
    "from",
    "cc",
    "re",
    "ref",
    "via",
    "attachment",
    "attachments",
    "enclosure",
    "source",
    "sources",
    "note",
    "notes",
    "summary",
    "action",
    "info",
    "datum",
    "ort",
    "betreff",
    "verteiler",
    "an",
    "von",
    "quelle",
    "traduit par",
    "interprète",
    "lieu",
    "objet",
    "перевел",
    "перевёл",
    "переводчик",
    "переводил",
    "дата",
    "место",
    "тема",
    "источник",
    "tradotto da",
    "interprete",
    "luogo",
    "oggetto",
    "traducido por",
    "intérprete",
    "fecha",
    "lugar",
    "asunto",
    "fyi",
    "tagesordnung",
    "agenda",
    "p.s",
    "n.b",
];

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    /// Who took part.
    Participants,
    /// Who wrote the record down.
    Recorders,
    /// Something else.
    Other,
}

/// What the field of this name holds, where it is a usual one.
pub(crate) fn field(name: &str) -> Option<Field> {
    let name = name.trim().trim_end_matches([':', '.']).to_lowercase();
    let is = |fields: &[&str]| fields.contains(&name.as_str());
    if is(PARTICIPANTS) {
        Some(Field::Participants)
    } else if is(RECORDERS) {
        Some(Field::Recorders)
    } else {
        is(OTHERS).then_some(Field::Other)
    }
}

/// What the line `text` holds, where it begins as a field does: `Present: …`, `PARTICIPANTS`, `Present at
/// the meeting were …`, `Recorded by comr. …`. Answers also where its contents begin.
pub(crate) fn is_field_line(text: &str) -> Option<(Field, usize)> {
    let head_end =
        text.char_indices().map(|(at, c)| at + c.len_utf8()).take(80).last().unwrap_or_default();
    let head = &text[..head_end];
    if let Some(colon) = head.find([':', '：'])
        && let Some(found) = field(head[..colon].trim_matches('*'))
    {
        let end = colon + head[colon..].chars().next().map_or(1, char::len_utf8);
        return Some((found, end));
    }
    if text.len() <= 40
        && let Some(found) = field(text.trim_matches('*'))
    {
        return Some((found, text.len()));
    }
    let lower = head.to_lowercase();
    // Small letters may be longer than capitals in a few scripts: the places then do not fit.
    if lower.len() != head.len() {
        return None;
    }
    for opening in [
        "also present",
        "present at the",
        "present were",
        "present on the",
        "those present",
        "присутствовали",
        "anwesend waren",
        "anwesend",
    ] {
        if lower.starts_with(opening) {
            let verb = [" were ", ": ", " waren ", " included "]
                .iter()
                .filter_map(|verb| Some(lower.find(verb)? + verb.len()))
                .min();
            return verb.map(|end| (Field::Participants, end));
        }
    }
    let opens = |fields: &[&str]| {
        let phrases = fields
            .iter()
            .filter(|field| field.contains(" by") || field.contains(" von") || !field.is_ascii());
        let mut found = phrases.filter(|field| {
            lower.starts_with(**field)
                && (lower.len() == field.len()
                    || lower[field.len()..].starts_with([' ', ':', '\n']))
        });
        found.next().map(|field| field.len())
    };
    let recorders = opens(RECORDERS).map(|end| (Field::Recorders, end));
    recorders.or_else(|| opens(OTHERS).map(|end| (Field::Other, end)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_in_their_forms() {
        assert_eq!(is_field_line("Present: Orlov, Mora"), Some((Field::Participants, 8)));
        assert_eq!(is_field_line("PARTICIPANTS"), Some((Field::Participants, 12)));
        assert_eq!(is_field_line("Recorded by comr. Mora."), Some((Field::Recorders, 11)));
        assert_eq!(
            is_field_line("Present at the meeting were Orlov"),
            Some((Field::Participants, 28))
        );
        assert_eq!(
            is_field_line("Also present at the meeting: Orlov"),
            Some((Field::Participants, 29))
        );
        assert_eq!(is_field_line("translated by comrs. Mora and Li."), Some((Field::Other, 13)));
        assert_eq!(is_field_line("Presently they left"), None);
        assert_eq!(is_field_line("SUBJECT: Wheat"), Some((Field::Other, 8)));
    }
}
