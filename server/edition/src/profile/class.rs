//! The classes of brackets.

use serde::Deserialize;

macro_rules! classes {
    ($($(#[$doc:meta])* $class:ident = $name:literal, $shown:literal;)*) => {
        /// What a bracket means.
        #[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[serde(rename_all = "kebab-case")]
        pub enum Class {
            $($(#[$doc])* $class,)*
        }

        impl Class {
            /// All classes.
            pub const ALL: &[Self] = &[$(Self::$class,)*];

            /// The word for it in `edition.toml`.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$class => $name,)* }
            }

            /// What it is, in a few words.
            pub const fn shown(self) -> &'static str {
                match self { $(Self::$class => $shown,)* }
            }

            /// The class of this name.
            pub fn of_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|class| class.name() == name)
            }
        }
    };
}

classes! {
    /// `[Classification level blacked out: …]`
    #[default]
    Remark = "remark", "remark of the editor";
    /// `comr[ade]`
    Expansion = "expansion", "abbreviation written out";
    /// `CC CPC [Central Committee of …]`
    AcronymExpansion = "acronym-expansion", "abbreviation explained";
    /// `Filippov [Stalin]`, `[Soviet translator N.T.] Fedorenko`
    Identification = "identification", "identification of a person";
    /// `Formosa [Taiwan]`, `wolfram [tungsten]`
    Gloss = "gloss", "other name";
    /// `unequal [nespravedlivii]`
    ForeignWord = "foreign-word", "word of the original";
    /// `[he]`, `[would]`
    Supplied = "supplied", "word supplied by the editor";
    /// `[?]`
    Doubt = "doubt", "doubtful reading";
    /// `[sic]`
    Sic = "sic", "so in the source";
    /// `[…]`
    Omission = "omission", "omitted by the editor";
    /// `[ellipsis in original]`
    SourceEllipsis = "source-ellipsis", "the dots are the source’s own";
    /// `[illegible]`
    Illegible = "illegible", "illegible";
    /// `[signature]`
    Signature = "signature", "signature";
    /// `["NOT SECRET" stamped]`
    Marking = "marking", "stamp or marking";
    /// `[Laughter]`
    Stage = "stage", "not speech";
    /// `[in English]`
    Language = "language", "language of the source";
    /// `[Source: …]`
    Source = "source", "where the document is kept";
    /// `[abc]` of the Leiden conventions.
    Restored = "restored", "lost and restored";
    /// `[text not declassified]`
    Withheld = "withheld", "withheld by a censor or by law";
}
