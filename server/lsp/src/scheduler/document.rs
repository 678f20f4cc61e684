//! One open document: its text in step with the editor's, and what has been found in it.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use obelus_text::{Change, Text};

use super::carry::{Shift, carry};
use super::gather::Gathered;
use super::keeper::Opened;
use super::{Keeper, Placed};

/// Findings of a text that has moved on are not sent, but under an unbroken stream of edits none
/// would be sent at all: after this long, the latest there are go out.
const LONGEST_SILENCE: Duration = Duration::from_millis(150);

/// After more edits than this the far findings are looked for again, not carried along.
const MOST_SHIFTS: usize = 256;

/// Stands in place of the newest revision where findings must not be sent any more.
const WITHDRAWN: u64 = u64::MAX;

/// Revisions are numbered throughout, so that those of a text that was opened again are others.
static REVISIONS: AtomicU64 = AtomicU64::new(0);

fn next_revision() -> u64 {
    REVISIONS.fetch_add(1, Ordering::Relaxed)
}

/// One open document.
#[allow(clippy::struct_excessive_bools)] // Four things that are so or not, whatever the others are.
pub(super) struct Document<K: Keeper> {
    pub opened: Opened,
    /// Nothing where the keeper failed at it.
    pub id: Option<K::Id>,
    pub text: Text,
    /// Edits that the text has and the keeper does not know yet.
    pub gathered: Gathered,
    pub in_step: bool,
    /// Whether the editor's numbering of texts has been spoken of.
    pub complained: bool,
    /// Whether the findings in hand are not those of the text as it is.
    pub dirty: bool,
    /// Whether a job is looking for near findings.
    pub looking: bool,
    /// The number of the latest change, whatever version the editor gives it. Shared with jobs.
    newest: Arc<AtomicU64>,
    last_sent: Option<Instant>,
    far: Arc<[K::Finding]>,
    /// What changes have done to places since revision `shifts_from`, by revision.
    shifts: Vec<(u64, Shift)>,
    shifts_from: u64,
}

/// What a job needs to look for near findings, beside a snapshot.
pub(super) struct Look<K: Keeper> {
    pub id: K::Id,
    pub opened: Opened,
    revision: u64,
    newest: Arc<AtomicU64>,
    overdue: bool,
    far: Arc<[K::Finding]>,
    shifts: Vec<Shift>,
}

impl<K: Keeper> Document<K> {
    pub fn new(opened: Opened, text: Text) -> Self {
        let revision = next_revision();
        Self {
            opened,
            id: None,
            text,
            gathered: Gathered::default(),
            in_step: true,
            complained: false,
            dirty: true,
            looking: false,
            newest: Arc::new(AtomicU64::new(revision)),
            last_sent: None,
            far: Arc::default(),
            shifts: Vec::new(),
            shifts_from: revision,
        }
    }

    /// The number of the latest change.
    pub fn revision(&self) -> u64 {
        self.newest.load(Ordering::Acquire)
    }

    /// Notes that the text has changed.
    pub fn changed(&mut self, version: i32, changes: &[Change]) {
        let revision = next_revision();
        self.newest.store(revision, Ordering::Release);
        self.opened.version = version;
        self.dirty = true;
        self.shifts.extend(changes.iter().map(|change| (revision, Shift::from(change))));
        if self.shifts.len() > MOST_SHIFTS {
            self.forget_far();
        }
    }

    /// Takes the far findings of the text after change `revision`. Says whether they are others than
    /// those that were shown.
    pub fn take_far(&mut self, revision: u64, findings: Vec<K::Finding>) -> bool {
        if revision < self.shifts_from {
            // What edits have done to the places since then is not known.
            return false;
        }
        let before = carried::<K>(&self.far, &self.shifts_since(self.shifts_from));
        self.shifts.retain(|(at, _)| *at > revision);
        self.shifts_from = revision;
        self.far = findings.into();
        before != carried::<K>(&self.far, &self.shifts_since(revision))
    }

    fn shifts_since(&self, revision: u64) -> Vec<Shift> {
        self.shifts.iter().filter(|(at, _)| *at > revision).map(|(_, shift)| *shift).collect()
    }

    /// Whether near findings should be looked for.
    pub fn is_due(&self) -> bool {
        self.dirty && !self.looking && self.in_step && self.id.is_some()
    }

    /// A job to look for near findings; nothing where that is not called for.
    pub fn look(&mut self) -> Option<Look<K>> {
        if !self.is_due() {
            return None;
        }
        let id = self.id?;
        (self.dirty, self.looking) = (false, true);
        Some(Look {
            id,
            opened: self.opened.clone(),
            revision: self.revision(),
            newest: self.newest.clone(),
            overdue: self.last_sent.is_none_or(|last| last.elapsed() > LONGEST_SILENCE),
            far: self.far.clone(),
            shifts: self.shifts_since(self.shifts_from),
        })
    }

    /// Notes that a job has looked for near findings.
    pub fn looked(&mut self, sent: bool) {
        self.looking = false;
        if sent {
            self.last_sent = Some(Instant::now());
        }
    }

    /// Makes sure that no job that is at work still sends findings.
    pub fn withdraw(&self) {
        self.newest.store(WITHDRAWN, Ordering::Release);
    }

    /// Notes that the text is not the editor's any more.
    pub fn fell_out_of_step(&mut self) {
        self.withdraw();
        self.newest = Arc::new(AtomicU64::new(next_revision()));
        self.in_step = false;
        self.forget_far();
    }

    fn forget_far(&mut self) {
        self.far = Arc::default();
        self.shifts.clear();
        self.shifts_from = self.revision();
    }
}

impl<K: Keeper> Look<K> {
    /// Whether the findings should still be sent.
    pub fn still_wanted(&self) -> bool {
        let newest = self.newest.load(Ordering::Acquire);
        newest == self.revision || (self.overdue && newest != WITHDRAWN)
    }

    /// Near and far findings of the text, where they stand in it.
    pub fn findings(&self, analysis: &K::Analysis) -> Vec<Placed<K>> {
        let mut found: Vec<_> =
            K::near(analysis, self.id).into_iter().map(|one| (K::span(&one), one)).collect();
        found.extend(carried::<K>(&self.far, &self.shifts));
        found
    }
}

fn carried<K: Keeper>(findings: &[K::Finding], shifts: &[Shift]) -> Vec<Placed<K>> {
    findings.iter().filter_map(|one| Some((carry(K::span(one), shifts)?, one.clone()))).collect()
}

/// A document's path as people read it.
pub(super) fn shown(path: &Path) -> String {
    path.display().to_string()
}
