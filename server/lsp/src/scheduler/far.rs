//! Far findings: those that take the whole edition. They are looked for when editing pauses, at the
//! lowest priority, in all open documents; what is found is carried along with later edits.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use super::state::State;
use super::{Event, Keeper, Lane};

/// How long editing has to pause.
const PAUSE: Duration = Duration::from_millis(40);

/// How long far findings wait at most while editing goes on without a pause, which is faster than people
/// type. Looking for them takes time from keystrokes that fall into it.
const LONGEST_WAIT: Duration = Duration::from_secs(3);

/// When to look for far findings.
#[derive(Debug, Default)]
pub(super) struct FarTimer {
    first_change: Option<Instant>,
    last_change: Option<Instant>,
    looking: bool,
}

impl FarTimer {
    /// Notes that something changed.
    pub fn changed(&mut self) {
        let now = Instant::now();
        self.first_change.get_or_insert(now);
        self.last_change = Some(now);
    }

    /// How long to wait for further changes; nothing where there is nothing to wait for.
    pub fn wait(&self) -> Option<Duration> {
        if self.looking {
            return None;
        }
        let due = (self.last_change? + PAUSE).min(self.first_change? + LONGEST_WAIT);
        Some(due.saturating_duration_since(Instant::now()))
    }

    fn begin(&mut self) {
        *self = Self { looking: true, ..Self::default() };
    }

    fn end(&mut self) {
        self.looking = false;
    }
}

impl<K: Keeper> State<K> {
    /// Starts a job that looks at all open documents.
    pub(super) fn look_far(&mut self) {
        self.far.begin();
        let snapshot = self.snapshot();
        let targets: Vec<_> = self
            .documents
            .iter()
            .filter_map(|(path, document)| Some((path.clone(), document.revision(), document.id?)))
            .collect();
        let (editor, sender) = (self.editor.clone(), self.sender.clone());
        self.pool.spawn(Lane::Background, move || {
            let found = catch_unwind(AssertUnwindSafe(|| {
                let documents = targets
                    .into_iter()
                    .map(|(path, revision, id)| (path, revision, K::far(&snapshot.analysis, id)))
                    .collect();
                (documents, K::troubles(&snapshot.analysis))
            }));
            drop(snapshot);
            let (documents, troubles) = found.unwrap_or_else(|_| {
                editor.log("looking for findings in the edition failed");
                <(Vec<_>, HashMap<_, _>)>::default()
            });
            // Fails only when the server is ending.
            let _ = sender.send(Event::LookedFar { documents, troubles });
        });
    }

    pub(super) fn looked_far(
        &mut self,
        documents: Vec<(PathBuf, u64, Vec<K::Finding>)>,
        troubles: HashMap<PathBuf, Vec<K::Trouble>>,
    ) {
        self.far.end();
        let mut news = false;
        for (path, revision, findings) in documents {
            if let Some(document) = self.documents.get_mut(&path)
                && document.take_far(revision, findings)
            {
                document.dirty = true;
                news = true;
            }
        }
        if news && !self.editor.wants_findings() {
            self.editor.ask_again();
        }
        self.tell_troubles(troubles);
    }

    /// Tells of what is wrong with other files, where that has changed. They are no documents that an
    /// editor could ask about, so it is told unasked.
    fn tell_troubles(&mut self, troubles: HashMap<PathBuf, Vec<K::Trouble>>) {
        for (path, found) in &troubles {
            if self.troubles.get(path) != Some(found) && !self.documents.contains_key(path) {
                self.editor.troubles(path, found);
            }
        }
        for path in self.troubles.keys().filter(|path| !troubles.contains_key(*path)) {
            if !self.documents.contains_key(path) {
                self.editor.troubles(path, &[]);
            }
        }
        self.troubles = troubles;
    }
}
