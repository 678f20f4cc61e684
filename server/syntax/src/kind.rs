//! The kinds of nodes.

use std::sync::OnceLock;

macro_rules! kinds {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)*) => {
        /// The kind of a node; the names are those of the grammar.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum Kind {
            $($(#[$doc])* $variant,)*
        }

        impl Kind {
            const ALL: &'static [(Self, &'static str)] = &[$((Self::$variant, $name),)*];

            /// The name of the kind in the grammar.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }
        }
    };
}

kinds! {
    /// A node of a kind that this version does not know; its children are still there.
    Unknown = "unknown",
    /// `---` … `---` at the top.
    FrontMatter = "front_matter",
    /// Front matter without its closing line.
    UnclosedFrontMatter = "unclosed_front_matter",
    /// A line `key: value` of the front matter.
    Entry = "entry",
    /// A line of the front matter that is none.
    MalformedEntry = "malformed_entry",
    /// The key of an entry.
    Key = "key",
    /// The value of an entry.
    Value = "value",
    /// `# Title`.
    Heading = "heading",
    /// The signs `#` before a heading.
    HeadingMarker = "heading_marker",
    /// `Stalin: …`.
    Speech = "speech",
    /// `_Zhou Enlai_ says that …`.
    ReportedSpeech = "reported_speech",
    /// What stands between the brackets of a source note or a remark.
    Content = "content",
    /// The name before a speech.
    SpeakerLabel = "speaker_label",
    /// Running text.
    Paragraph = "paragraph",
    /// `Present: …`.
    Labelled = "labelled",
    /// The name of a field, such as `Present`.
    FieldLabel = "field_label",
    /// `> …`.
    BlockQuote = "block_quote",
    /// `1. …`.
    ListItem = "list_item",
    /// `1.`, `a)`, `-`.
    Ordinal = "ordinal",
    /// `* * *`.
    Separator = "separator",
    /// `[Source: …]`.
    SourceNote = "source_note",
    /// `[…]` alone in a block.
    EditorialBlock = "editorial_block",
    /// `[^3]: …`.
    NoteDefinition = "note_definition",
    /// The label of a note: `3`.
    NoteLabel = "note_label",
    /// `% …`.
    Comment = "comment",
    /// `obelus: allow …` in a comment.
    Allowance = "allowance",
    /// The name of a rule in an allowance.
    RuleName = "rule_name",
    /// `[…]` in running text.
    Bracket = "bracket",
    /// The explicit sign of a bracket's class.
    BracketSign = "bracket_sign",
    /// `[l. 9]`.
    Milestone = "milestone",
    /// `l.` in a milestone.
    MilestoneUnit = "milestone_unit",
    /// `9` in a milestone.
    MilestoneNumber = "milestone_number",
    /// `[^3]`.
    NoteReference = "note_reference",
    /// `[@…]`.
    Citation = "citation",
    /// One reference of a citation.
    CitationItem = "citation_item",
    /// The siglum or bibliography key.
    CitationKey = "citation_key",
    /// What follows the key.
    CitationLocator = "citation_locator",
    /// `[[…]]`.
    CrossReference = "cross_reference",
    /// The document that a cross-reference names.
    Target = "target",
    /// The place in it: `t14` of `#t14`.
    Fragment = "fragment",
    /// The words shown for a cross-reference.
    LinkLabel = "link_label",
    /// `{#name}`.
    Anchor = "anchor",
    /// The name of an anchor.
    AnchorName = "anchor_name",
    /// `{lemma | A: reading}`.
    Apparatus = "apparatus",
    /// What the edited text reads.
    Lemma = "lemma",
    /// What witnesses read.
    Reading = "reading",
    /// The witnesses of a reading.
    Sigla = "sigla",
    /// One witness.
    Siglum = "siglum",
    /// The words of a reading.
    ReadingText = "reading_text",
    /// `om.`, `add.`, `transp.`, `del.`.
    ReadingKeyword = "reading_keyword",
    /// `{words}` without a bar: what a Leiden edition marks as superfluous.
    Surplus = "surplus",
    /// `*title*`.
    Emphasis = "emphasis",
    /// `**strong**`.
    Strong = "strong",
    /// `~~word~~`.
    Deleted = "deleted",
    /// `^^word^^`.
    Inserted = "inserted",
    /// `_name_` where it opens no turn.
    Underlined = "underlined",
    /// `\[`.
    Escape = "escape",
    /// `[` without its partner.
    UnclosedBracket = "unclosed_bracket",
    /// `]` without its partner.
    StrayClose = "stray_close",
    /// `*` without its partner.
    UnclosedEmphasis = "unclosed_emphasis",
    /// `**` without its partner.
    UnclosedStrong = "unclosed_strong",
    /// `_` without its partner.
    UnclosedUnderline = "unclosed_underline",
    /// `~~` without its partner.
    UnclosedDeleted = "unclosed_deleted",
    /// `^^` without its partner.
    UnclosedInserted = "unclosed_inserted",
    /// `{` without its partner.
    UnclosedApparatus = "unclosed_apparatus",
    /// `}` without its partner.
    StrayBrace = "stray_brace",
    /// `[[` without its partner.
    UnclosedCrossReference = "unclosed_cross_reference",
    /// `[]`.
    EmptyBracket = "empty_bracket",
}

impl Kind {
    /// Whether nodes of this kind stand side by side in a document, never inside a line.
    pub const fn is_block(self) -> bool {
        matches!(
            self,
            Self::FrontMatter
                | Self::UnclosedFrontMatter
                | Self::Heading
                | Self::Speech
                | Self::ReportedSpeech
                | Self::Paragraph
                | Self::Labelled
                | Self::BlockQuote
                | Self::ListItem
                | Self::Separator
                | Self::SourceNote
                | Self::EditorialBlock
                | Self::NoteDefinition
                | Self::Comment
        )
    }

    /// Whether the node stands for a mistake of form.
    pub const fn is_malformed(self) -> bool {
        matches!(
            self,
            Self::UnclosedFrontMatter
                | Self::MalformedEntry
                | Self::UnclosedBracket
                | Self::StrayClose
                | Self::UnclosedEmphasis
                | Self::UnclosedStrong
                | Self::UnclosedUnderline
                | Self::UnclosedDeleted
                | Self::UnclosedInserted
                | Self::UnclosedApparatus
                | Self::StrayBrace
                | Self::UnclosedCrossReference
                | Self::EmptyBracket
        )
    }

    /// The kind that the grammar numbers `id`; `None` for the containers (`document`, `section`,
    /// `turn`), which a chunk by itself does not need.
    pub(crate) fn from_grammar(id: u16) -> Option<Self> {
        static TABLE: OnceLock<Vec<Option<Kind>>> = OnceLock::new();
        let table = TABLE.get_or_init(|| {
            let language = tree_sitter::Language::new(tree_sitter_obelus::LANGUAGE);
            (0..language.node_kind_count()).map(|id| Self::of_name(&language, id as u16)).collect()
        });
        table.get(id as usize).copied().unwrap_or(Some(Self::Unknown))
    }

    fn of_name(language: &tree_sitter::Language, id: u16) -> Option<Self> {
        let name = language.node_kind_for_id(id).unwrap_or_default();
        if matches!(name, "document" | "section" | "turn") {
            return None;
        }
        let known = Self::ALL.iter().find(|(_, known)| *known == name);
        Some(known.map_or(Self::Unknown, |(kind, _)| *kind))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_in_the_grammar() {
        let language = tree_sitter::Language::new(tree_sitter_obelus::LANGUAGE);
        let missing: Vec<_> = Kind::ALL
            .iter()
            .filter(|(kind, name)| {
                *kind != Kind::Unknown && language.id_for_node_kind(name, true) == 0
            })
            .map(|(_, name)| *name)
            .collect();
        assert_eq!(missing, Vec::<&str>::new());
    }

    #[test]
    fn every_named_node_of_the_grammar_has_its_kind() {
        let language = tree_sitter::Language::new(tree_sitter_obelus::LANGUAGE);
        let unknown: Vec<_> = (0..language.node_kind_count() as u16)
            .filter(|id| language.node_kind_is_named(*id) && language.node_kind_is_visible(*id))
            .filter(|id| Kind::from_grammar(*id) == Some(Kind::Unknown))
            .filter_map(|id| language.node_kind_for_id(id))
            .filter(|name| *name != "ERROR")
            .collect();
        assert_eq!(unknown, Vec::<&str>::new());
    }
}
