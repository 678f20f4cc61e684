//! The state thread: the only one that changes anything.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;

use obelus_text::{Encoding, Text};

use super::document::{Document, shown};
use super::far::FarTimer;
use super::keeper::{Keeper, Opened, Snapshot};
use super::pool::Pool;
use super::request::{About, Request};
use super::{Cancelled, ContentChange, Editor, Event, Refusal, Scheduler, Stale, Token, edits};

/// Edits that wait are made before anything is looked for; after this many events jobs get their turn
/// even if more wait.
const MOST_EVENTS_A_TURN: usize = 1024;

/// Starts the state thread.
///
/// # Errors
/// Where the system gives no thread.
pub fn start<K: Keeper>(
    encoding: Encoding,
    editor: Arc<dyn Editor<K>>,
) -> std::io::Result<Scheduler<K>> {
    let (sender, events) = channel();
    let scheduler = Scheduler::new(sender.clone());
    let pool = Pool::start()?;
    thread::Builder::new().name("obelus-state".to_owned()).spawn(move || {
        let state = State {
            keeper: K::new(),
            encoding,
            editor,
            pool,
            sender,
            folders: Vec::new(),
            documents: HashMap::new(),
            opened: Arc::default(),
            snapshot: None,
            refusable: Vec::new(),
            troubles: HashMap::new(),
            far: FarTimer::default(),
        };
        state.run(&events);
    })?;
    Ok(scheduler)
}

pub(super) struct State<K: Keeper> {
    keeper: K,
    encoding: Encoding,
    pub(super) editor: Arc<dyn Editor<K>>,
    pub(super) pool: Pool,
    pub(super) sender: Sender<Event<K>>,
    folders: Vec<PathBuf>,
    pub(super) documents: HashMap<PathBuf, Document<K>>,
    opened: Arc<HashMap<PathBuf, Opened>>,
    /// Made when first asked for after a change, dropped before the next.
    snapshot: Option<Arc<Snapshot<K::Analysis>>>,
    /// Jobs that an edit calls off.
    refusable: Vec<(About, Token)>,
    pub(super) troubles: HashMap<PathBuf, Vec<K::Trouble>>,
    pub(super) far: FarTimer,
}

impl<K: Keeper> State<K> {
    fn run(mut self, events: &Receiver<Event<K>>) {
        loop {
            let first = match self.far.wait() {
                None => events.recv().ok(),
                Some(wait) => match events.recv_timeout(wait) {
                    Ok(event) => Some(event),
                    Err(RecvTimeoutError::Timeout) => {
                        self.look_far();
                        continue;
                    }
                    Err(RecvTimeoutError::Disconnected) => None,
                },
            };
            let Some(first) = first else { return };
            let waiting = std::iter::once(first).chain(events.try_iter());
            for event in waiting.take(MOST_EVENTS_A_TURN) {
                if matches!(event, Event::Stop) {
                    return;
                }
                self.handle(event);
            }
            self.look_near();
        }
    }

    fn handle(&mut self, event: Event<K>) {
        match event {
            Event::Open { path, uri, version, text } => {
                self.open(&path, Opened { uri, version }, &text);
            }
            Event::Change { path, version, edits } => self.change(&path, version, edits),
            Event::Unreadable { path, method, error } => {
                self.unreadable(path.as_deref(), &method, error);
            }
            Event::Close(path) => self.close(&path),
            Event::AddFolders(folders) => self.add_folders(folders),
            Event::FilesChanged(paths) => self.files_changed(&paths),
            Event::Request(request) => self.request(request),
            Event::LookedNear { path, sent } => self.looked_near(&path, sent),
            Event::LookedFar { documents, troubles } => self.looked_far(documents, troubles),
            Event::Stop => {}
        }
    }

    fn open(&mut self, path: &Path, opened: Opened, text: &str) {
        if self.documents.contains_key(path) {
            self.editor.log(&format!("{} was opened twice; the later text counts", shown(path)));
            self.close(path);
        }
        Arc::make_mut(&mut self.opened).insert(path.to_owned(), opened.clone());
        self.documents.insert(path.to_owned(), Document::new(opened, Text::from(text)));
        self.take_text(path);
    }

    /// Gives the keeper the whole text of an open document.
    fn take_text(&mut self, path: &Path) {
        let Some(document) = self.documents.get_mut(path) else { return };
        document.gathered.clear();
        let text = document.text.clone();
        let id = self.guarded(path, |keeper| keeper.open(path, text));
        if let Some(document) = self.documents.get_mut(path) {
            document.id = id;
        }
        self.modified(Some(path));
    }

    fn change(&mut self, path: &Path, version: i32, edits: Vec<ContentChange>) {
        let Some(document) = self.documents.get_mut(path) else {
            return self.editor.log(&format!("an edit of {}, which is not open", shown(path)));
        };
        if version <= document.opened.version && !document.complained {
            document.complained = true;
            let before = document.opened.version;
            let name = shown(path);
            self.editor.log(&format!("{name}: version {version} follows version {before}"));
        }
        let whole = edits.first().is_some_and(|edit| edit.range.is_none());
        if !document.in_step && !whole {
            return;
        }
        match edits::apply(&mut document.text, edits, self.encoding) {
            Ok(applied) => self.applied(path, version, &applied),
            Err(error) => self.out_of_step(path, &error),
        }
    }

    fn applied(&mut self, path: &Path, version: i32, applied: &edits::Applied) {
        let Some(document) = self.documents.get_mut(path) else { return };
        if applied.beyond_end {
            let name = shown(path);
            self.editor.log(&format!("{name}: an edit past the end was made at the end"));
        }
        document.changed(version, &applied.changes);
        for change in &applied.changes {
            document.gathered.add(change);
        }
        let was_in_step = std::mem::replace(&mut document.in_step, true);
        if let Some(opened) = Arc::make_mut(&mut self.opened).get_mut(path) {
            opened.version = version;
        }
        self.modified(Some(path));
        if !was_in_step {
            self.take_text(path);
        }
    }

    /// Tells the keeper of the edits that were gathered. To be called before anyone looks at its state.
    pub(super) fn settle(&mut self) {
        let waiting = self.documents.iter().filter(|(_, document)| !document.gathered.is_empty());
        let waiting: Vec<PathBuf> = waiting.map(|(path, _)| path.clone()).collect();
        for path in waiting {
            let Some(document) = self.documents.get_mut(&path) else { continue };
            let changes = document.gathered.take(&document.text);
            // What the keeper failed at it is not asked again.
            if let Some(id) = document.id {
                self.guarded(&path, |keeper| keeper.change(id, &changes));
            }
        }
    }

    fn out_of_step(&mut self, path: &Path, error: &edits::OutOfStep) {
        let name = shown(path);
        let Some(document) = self.documents.get_mut(path) else {
            return self.editor.log(&format!("{name}: {error}"));
        };
        if document.in_step {
            document.fell_out_of_step();
            self.editor.withdraw(&document.opened.uri);
            self.editor.warn(&format!(
                "Obelus no longer knows the text of {name}: {error}. Close the document and open it again."
            ));
            self.modified(Some(path));
        }
    }

    fn unreadable(&mut self, path: Option<&Path>, method: &str, error: String) {
        self.editor.log(&format!("{method} cannot be read: {error}"));
        match path {
            Some(path) if method == "textDocument/didChange" => {
                self.out_of_step(path, &edits::OutOfStep::Unreadable(error));
            }
            _ => {}
        }
    }

    fn close(&mut self, path: &Path) {
        let Some(document) = self.documents.remove(path) else {
            return self.editor.log(&format!("{} was closed but not open", shown(path)));
        };
        document.withdraw();
        self.editor.withdraw(&document.opened.uri);
        Arc::make_mut(&mut self.opened).remove(path);
        self.modified(Some(path));
        if let Some(id) = document.id {
            self.guarded(path, |keeper| keeper.close(id));
        }
    }

    fn add_folders(&mut self, folders: Vec<PathBuf>) {
        self.settle();
        self.modified(None);
        for folder in folders {
            self.editor.loading(&folder);
            self.guarded(&folder, |keeper| keeper.add_folder(&folder));
            self.editor.loaded();
            self.folders.push(folder);
        }
        self.look_at_all_again();
    }

    fn files_changed(&mut self, paths: &[PathBuf]) {
        self.settle();
        self.modified(None);
        let first = paths.first().cloned().unwrap_or_default();
        self.guarded(&first, |keeper| keeper.files_changed(paths));
        self.look_at_all_again();
    }

    fn look_at_all_again(&mut self) {
        for document in self.documents.values_mut() {
            document.dirty = true;
        }
    }

    /// Notes that something changed: readers get a new snapshot, and jobs whose answer would be about
    /// what was there before are called off. To be called before the keeper changes: a snapshot that
    /// nobody else holds is gone then, and nothing has to be copied.
    fn modified(&mut self, path: Option<&Path>) {
        self.snapshot = None;
        self.far.changed();
        self.refusable.retain(|(about, token)| {
            let touched = match (about, path) {
                (About::Document(about), Some(path)) => about == path,
                (About::Everything, _) | (_, None) => true,
            };
            if touched {
                token.cancel(Cancelled::ByEdit);
            }
            !touched && !token.is_alone()
        });
    }

    /// Has the keeper do something. Where it panics, its state cannot be trusted: a new one is made of
    /// the editor's texts.
    fn guarded<T>(&mut self, path: &Path, act: impl FnOnce(&mut K) -> T) -> Option<T> {
        self.snapshot = None;
        let keeper = &mut self.keeper;
        let result = catch_unwind(AssertUnwindSafe(|| act(keeper))).ok();
        if result.is_none() {
            self.editor.warn(&format!(
                "Obelus failed at {} and leaves it alone until it is opened again. This is a \
                     mistake in Obelus; please report it.",
                shown(path)
            ));
            self.begin_anew(path);
        }
        result
    }

    fn begin_anew(&mut self, failed: &Path) {
        self.keeper = K::new();
        for folder in &self.folders {
            let keeper = &mut self.keeper;
            // What fails here failed before and was spoken of.
            let _ = catch_unwind(AssertUnwindSafe(|| keeper.add_folder(folder)));
        }
        for (path, document) in &mut self.documents {
            let (keeper, text) = (&mut self.keeper, document.text.clone());
            document.gathered.clear();
            document.dirty = true;
            document.id = None;
            if path != failed {
                document.id = catch_unwind(AssertUnwindSafe(|| keeper.open(path, text))).ok();
            }
        }
    }

    /// The state as it is now.
    pub(super) fn snapshot(&mut self) -> Arc<Snapshot<K::Analysis>> {
        if self.snapshot.is_none() {
            self.settle();
        }
        let (keeper, opened) = (&self.keeper, &self.opened);
        let make = || Arc::new(Snapshot { analysis: keeper.analysis(), opened: opened.clone() });
        self.snapshot.get_or_insert_with(make).clone()
    }

    fn request(&mut self, request: Request<K::Analysis>) {
        let snapshot = self.snapshot();
        if let Err(refusal) = self.admit(&request.about) {
            return (request.run)(Err(refusal));
        }
        if request.class.stale == Stale::Refuse {
            self.refusable.retain(|(_, token)| !token.is_alone());
            self.refusable.push((request.about, request.token));
        }
        self.pool.spawn(request.class.lane, move || (request.run)(Ok(snapshot)));
    }

    fn admit(&self, about: &About) -> Result<(), Refusal> {
        let About::Document(path) = about else { return Ok(()) };
        match self.documents.get(path) {
            Some(document) if !document.in_step => Err(Refusal::OutOfStep(path.clone())),
            Some(document) if document.id.is_none() => Err(Refusal::Internal),
            _ => Ok(()),
        }
    }
}
