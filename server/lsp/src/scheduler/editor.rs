//! What the state thread and its jobs tell the editor.

use std::path::Path;

use obelus_text::Span;

use super::keeper::{Keeper, Opened, Snapshot};

/// A finding, and where it stands now.
pub type Placed<K> = (Span, <K as Keeper>::Finding);

/// What the state thread and its jobs tell the editor.
pub trait Editor<K: Keeper>: Send + Sync + 'static {
    /// Whether findings are sent unasked; else the editor asks for them.
    fn wants_findings(&self) -> bool;

    /// The findings of an open document, unless `still_wanted` says no when all is ready to be sent.
    fn findings(
        &self,
        snapshot: &Snapshot<K::Analysis>,
        document: (K::Id, &Opened),
        findings: &[Placed<K>],
        still_wanted: &dyn Fn() -> bool,
    );

    /// What was found in a file that is no open document, all of it; sent unasked in any case.
    fn troubles(&self, path: &Path, troubles: &[K::Trouble]);

    /// There are no findings any more: the document was closed or is out of step.
    fn withdraw(&self, uri: &str);

    /// Findings elsewhere may have changed; an editor that asks for them should ask again.
    fn ask_again(&self);

    /// Something that people should know of.
    fn warn(&self, message: &str);

    /// Something for the log.
    fn log(&self, message: &str);

    /// Loading of a folder begins.
    fn loading(&self, folder: &Path);

    /// Loading has ended.
    fn loaded(&self);
}
