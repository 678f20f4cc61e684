//! Near findings: those of an edited document by itself. They are looked for at once after an edit, on
//! the text as it is when all edits that wait have been made; one job a document at a time.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use super::document::{Document, Look, shown};
use super::state::State;
use super::{Event, Keeper, Lane};

impl<K: Keeper> State<K> {
    /// Starts a job for each document whose text has changed since it was last looked at.
    pub(super) fn look_near(&mut self) {
        let due = self.documents.values().any(Document::is_due);
        if !due || !self.editor.wants_findings() {
            return;
        }
        self.settle();
        let looks: Vec<(PathBuf, Look<K>)> = self
            .documents
            .iter_mut()
            .filter_map(|(path, document)| Some((path.clone(), document.look()?)))
            .collect();
        for (path, look) in looks {
            self.start_look(path, look);
        }
    }

    fn start_look(&mut self, path: PathBuf, look: Look<K>) {
        let (snapshot, editor, sender) =
            (self.snapshot(), self.editor.clone(), self.sender.clone());
        self.pool.spawn(Lane::Typing, move || {
            let sent = catch_unwind(AssertUnwindSafe(|| {
                let findings = look.findings(&snapshot.analysis);
                let wanted = look.still_wanted();
                if wanted {
                    let document = (look.id, &look.opened);
                    editor.findings(&snapshot, document, &findings, &|| look.still_wanted());
                }
                wanted
            }));
            // Let go before the next edit is made, so that it need not copy what this held.
            drop(snapshot);
            let sent = sent.unwrap_or_else(|_| {
                editor.log(&format!("{}: looking for findings failed", shown(&path)));
                true
            });
            // Fails only when the server is ending.
            let _ = sender.send(Event::LookedNear { path, sent });
        });
    }

    pub(super) fn looked_near(&mut self, path: &Path, sent: bool) {
        if let Some(document) = self.documents.get_mut(path) {
            document.looked(sent);
        }
    }
}
