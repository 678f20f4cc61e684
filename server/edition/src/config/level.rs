//! How much the findings of a rule weigh.

use std::fmt;

/// How much the findings of a rule weigh.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// They are not shown.
    Off,
    /// They are shown faintly in an editor and not in `obelus check`.
    Hint,
    /// They are worth knowing.
    Info,
    /// They are likely mistakes.
    Warning,
    /// They are mistakes: `obelus check` fails.
    Error,
}

impl Level {
    /// All levels, the lightest first.
    pub const ALL: [Self; 5] = [Self::Off, Self::Hint, Self::Info, Self::Warning, Self::Error];

    /// The level as `edition.toml` writes it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Hint => "hint",
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    /// The level of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.name() == name)
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
