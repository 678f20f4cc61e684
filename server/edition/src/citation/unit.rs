//! The unit by which citations of one file are brought together, however they are spelt.

use std::fmt;
use std::sync::Arc;

use super::Citation;
use crate::fold::fold;

/// The key of an archival unit: its repository and levels, spelling apart.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnitKey(Arc<str>);

impl UnitKey {
    /// The key as words; for display and sorting only.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether `other` lies in this unit or is the same.
    pub fn holds(&self, other: &Self) -> bool {
        other.0.strip_prefix(&*self.0).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }
}

impl fmt::Display for UnitKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Citation {
    /// The unit that is cited: none, where neither repository nor levels are known or where the
    /// citation leans on the one before ([`Citation::completed`] resolves it).
    pub fn unit(&self) -> Option<UnitKey> {
        if self.ibid.is_some() || self.continues || self.levels.is_empty() {
            return None;
        }
        let repository = match &self.repository {
            Some(named) => named.siglum.as_deref().map_or_else(|| fold(&named.words), fold),
            None => String::from("?"),
        };
        let mut key = repository;
        for level in &self.levels {
            key.push('/');
            key.push_str(&level.kind);
            key.push('=');
            key.push_str(&plain(&level.value));
        }
        Some(UnitKey(key.into()))
    }

    /// The citation with what it takes from `before`, where it says `ibid.` or goes on a list.
    #[must_use]
    pub fn completed(&self, before: &Self) -> Self {
        if self.ibid.is_none() && !self.continues {
            return self.clone();
        }
        let mut whole = self.clone();
        whole.scheme = before.scheme;
        whole.repository = self.repository.clone().or_else(|| before.repository.clone());
        let first = self.levels.first().map(|level| level.kind.clone());
        let kept = before.levels.iter().take_while(|level| Some(&level.kind) != first.as_ref());
        whole.levels = kept.chain(&self.levels).cloned().collect();
        if self.levels.is_empty() && self.locator.is_none() {
            whole.locator.clone_from(&before.locator);
        }
        whole.ibid = None;
        whole.continues = false;
        whole
    }
}

/// A value without case, accents, spaces and signs that editors vary: `64 D 563` is `64D563`.
fn plain(value: &str) -> String {
    let folded = fold(value);
    folded.chars().filter(|char| char.is_alphanumeric() || *char == '/').collect()
}
