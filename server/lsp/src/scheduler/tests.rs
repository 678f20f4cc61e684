//! The scheduler with a keeper that finds the words `near`, `far`, and fails where it is told to.

use std::collections::HashMap;
use std::future::Future;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};

use obelus_text::{Change, Encoding, Position, Span, Text};

use super::*;

/// Finds words; panics when it is to take in `break the keeper`.
#[derive(Default)]
struct Words {
    texts: HashMap<u32, (PathBuf, Text)>,
    next: u32,
}

impl Words {
    fn fail_if_told_to(text: &str) {
        assert!(!text.contains("break the keeper"), "on purpose");
    }
}

fn find(text: &Text, word: &str) -> Vec<(Span, String)> {
    let text = text.to_string();
    let found = text.match_indices(word);
    found.map(|(at, word)| (Span::from_usize(at..at + word.len()), word.to_owned())).collect()
}

impl Keeper for Words {
    type Id = u32;
    type Analysis = HashMap<u32, (PathBuf, Text)>;
    type Finding = (Span, String);
    type Trouble = String;

    fn new() -> Self {
        Self::default()
    }

    fn open(&mut self, path: &Path, text: Text) -> u32 {
        Self::fail_if_told_to(&text.to_string());
        self.next += 1;
        self.texts.retain(|_, (held, _)| held != path);
        self.texts.insert(self.next, (path.to_owned(), text));
        self.next
    }

    fn change(&mut self, id: u32, changes: &[Change]) {
        let (_, text) = self.texts.get_mut(&id).unwrap();
        for change in changes {
            text.apply(change);
        }
        Self::fail_if_told_to(&text.to_string());
    }

    fn close(&mut self, id: u32) {
        self.texts.remove(&id);
    }

    fn add_folder(&mut self, _: &Path) {}

    fn files_changed(&mut self, _: &[PathBuf]) {}

    fn analysis(&self) -> Self::Analysis {
        self.texts.clone()
    }

    fn near(analysis: &Self::Analysis, id: u32) -> Vec<Self::Finding> {
        let text = &analysis[&id].1;
        assert!(!text.to_string().contains("break a job"), "on purpose");
        find(text, "near")
    }

    fn far(analysis: &Self::Analysis, id: u32) -> Vec<Self::Finding> {
        find(&analysis[&id].1, "far")
    }

    fn troubles(analysis: &Self::Analysis) -> HashMap<PathBuf, Vec<String>> {
        let broken = analysis.values().filter(|(_, text)| text.to_string().contains("trouble"));
        broken.map(|(path, _)| (path.join("register"), vec!["broken".to_owned()])).collect()
    }

    fn span(finding: &Self::Finding) -> Span {
        finding.0
    }
}

/// Notes what it is told.
struct Notes(Mutex<Sender<String>>);

impl Notes {
    fn put(&self, note: String) {
        // The test may have ended.
        let _ = self.0.lock().unwrap().send(note);
    }
}

impl Editor<Words> for Notes {
    fn wants_findings(&self) -> bool {
        true
    }

    fn findings(
        &self,
        _: &Snapshot<HashMap<u32, (PathBuf, Text)>>,
        (_, opened): (u32, &Opened),
        findings: &[Placed<Words>],
        still_wanted: &dyn Fn() -> bool,
    ) {
        // Asked under the lock, as the outbox does: nothing comes between the question and the note.
        let sender = self.0.lock().unwrap();
        if still_wanted() {
            let found: Vec<_> =
                findings.iter().map(|(span, (_, word))| format!("{word} {span}")).collect();
            // The test may have ended.
            let _ =
                sender.send(format!("{} v{}: {}", opened.uri, opened.version, found.join(", ")));
        }
    }

    fn troubles(&self, path: &Path, troubles: &[String]) {
        self.put(format!("{}: {}", path.display(), troubles.join(", ")));
    }

    fn withdraw(&self, uri: &str) {
        self.put(format!("{uri}: withdrawn"));
    }

    fn ask_again(&self) {}

    fn warn(&self, message: &str) {
        self.put(format!("warning: {message}"));
    }

    fn log(&self, message: &str) {
        self.put(format!("log: {message}"));
    }

    fn loading(&self, _: &Path) {}

    fn loaded(&self) {}
}

struct Session {
    scheduler: Scheduler<Words>,
    notes: Receiver<String>,
    version: i32,
}

impl Session {
    fn start() -> Self {
        let (sender, notes) = channel();
        let scheduler = start(Encoding::Utf16, Arc::new(Notes(Mutex::new(sender)))).unwrap();
        Self { scheduler, notes, version: 0 }
    }

    fn open(&mut self, name: &str, text: &str) {
        self.version += 1;
        let (path, uri) = (PathBuf::from(name), Arc::from(name));
        let (version, text) = (self.version, text.to_owned());
        self.scheduler.tell(Event::Open { path, uri, version, text });
    }

    fn insert(&mut self, name: &str, column: u32, text: &str) {
        let at = Position::new(0, column);
        self.change(name, ContentChange { range: Some((at, at)), text: text.to_owned() });
    }

    fn change(&mut self, name: &str, edit: ContentChange) {
        self.version += 1;
        let path = PathBuf::from(name);
        self.scheduler.tell(Event::Change { path, version: self.version, edits: vec![edit] });
    }

    /// Waits for a note that has `part` in it; gives all notes up to it.
    fn wait_for(&self, part: &str) -> Vec<String> {
        let mut notes = Vec::new();
        loop {
            let note = self.notes.recv().unwrap();
            let found = note.contains(part);
            notes.push(note);
            if found {
                return notes;
            }
        }
    }

    fn ask<T: Send + 'static, F: FnOnce(&Text) -> T + Send + 'static>(
        &self,
        name: &str,
        class: Class,
        job: F,
    ) -> impl Future<Output = Result<T, Refusal>> + use<T, F> {
        let path = PathBuf::from(name);
        self.scheduler.request(About::Document(path.clone()), class, move |snapshot, _| {
            let held = snapshot.analysis.values().find(|(at, _)| *at == path);
            Ok(job(&held.ok_or(Refusal::Unknown(path))?.1))
        })
    }

    fn text(&self, name: &str) -> Result<String, Refusal> {
        wait(self.ask(name, Class::CURSOR, Text::to_string))
    }
}

fn wait<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(future)
}

#[test]
fn near_findings_come_at_once_and_far_ones_follow() {
    let mut session = Session::start();
    session.open("a", "near far");
    assert_eq!(session.wait_for("far"), ["a v1: near 0..4", "a v1: near 0..4, far 5..8"]);
    session.insert("a", 0, "so ");
    // Far findings move with the text before anyone has looked again.
    assert_eq!(session.wait_for("v2"), ["a v2: near 3..7, far 8..11"]);
}

#[test]
fn what_is_wrong_with_other_files_is_said_and_taken_back() {
    let mut session = Session::start();
    session.open("a", "trouble");
    session.wait_for("a/register: broken");
    session.insert("a", 0, "x");
    session.insert("a", 3, " ");
    let notes = session.wait_for("a/register: ");
    assert_eq!(notes.last().map(String::as_str), Some("a/register: "));
}

#[test]
fn a_reader_sees_all_edits_before_it_and_none_after() {
    let mut session = Session::start();
    session.open("a", "");
    let mut asked = Vec::new();
    for at in 0..5_000 {
        session.insert("a", at, "x");
        asked.push(session.ask("a", Class::CURSOR, Text::len));
    }
    for (at, length) in asked.into_iter().enumerate() {
        assert_eq!(wait(length), Ok(at + 1));
    }
    assert_eq!(session.text("a").map(|text| text.len()), Ok(5_000));
}

#[test]
fn of_edits_that_wait_only_the_last_is_looked_at() {
    let mut session = Session::start();
    session.open("a", "");
    for _ in 0..10_000 {
        session.insert("a", 0, "near ");
    }
    let notes = session.wait_for(&format!("v{}", session.version));
    assert!(notes.len() < 1_000, "looked {} times", notes.len());
}

#[test]
fn an_edit_calls_off_what_is_about_the_whole_text_only() {
    let mut session = Session::start();
    session.open("a", "text");
    session.open("b", "text");
    let (release, held) = channel::<()>();
    let held = Arc::new(Mutex::new(held));
    let slow = |name, class| {
        let held = held.clone();
        session.ask(name, class, move |text| (held.lock().unwrap().recv().is_err(), text.len()).1)
    };
    let whole = slow("a", Class::WHOLE);
    let other = slow("b", Class::WHOLE);
    let cursor = slow("a", Class::JUMP);
    session.insert("a", 0, "more ");
    assert_eq!(session.text("a"), Ok("more text".to_owned()));
    drop(release);
    assert_eq!(wait(whole), Err(Refusal::Modified));
    assert_eq!(wait(other), Ok(4));
    assert_eq!(wait(cursor), Ok(4));
}

#[test]
fn a_request_that_is_taken_back_stops_its_job() {
    let mut session = Session::start();
    session.open("a", "text");
    let (release, held) = channel::<()>();
    let (stopped, why) = channel();
    let request = session.scheduler.request(About::Everything, Class::WHOLE, move |_, token| {
        held.recv().unwrap_or_default();
        stopped.send(token.check()).unwrap();
        Ok(())
    });
    drop(request);
    drop(release);
    // Called off before it began, or while it was at work.
    assert!(matches!(why.recv(), Err(_) | Ok(Err(Cancelled::ByClient))));
}

#[test]
fn a_panic_in_a_job_is_answered_and_nothing_else() {
    let mut session = Session::start();
    session.open("a", "break a job");
    session.wait_for("looking for findings failed");
    let answer = wait(
        session.ask("a", Class::CURSOR, |_| std::panic::resume_unwind(Box::new("on purpose"))),
    );
    assert_eq!(answer, Err(Refusal::Internal));
    session.insert("a", 0, "now it can");
    session.change("a", ContentChange { range: None, text: "near".to_owned() });
    session.wait_for("v3: near 0..4");
}

#[test]
fn where_the_keeper_fails_the_other_documents_live_on() {
    let mut session = Session::start();
    session.open("a", "fine");
    session.open("b", "break the ");
    session.insert("b", 10, "keeper");
    session.insert("a", 0, "still ");
    assert_eq!(session.text("a"), Ok("still fine".to_owned()));
    assert_eq!(session.text("b"), Err(Refusal::Internal));
    session.insert("b", 0, "x");
    let warnings = session.wait_for("a v4");
    assert_eq!(warnings.iter().filter(|note| note.contains("warning")).count(), 1);
    session.scheduler.tell(Event::Close("b".into()));
    session.open("b", "mended");
    assert_eq!(session.text("b"), Ok("mended".to_owned()));
}

#[test]
fn a_text_out_of_step_is_not_spoken_of_until_it_is_whole_again() {
    let mut session = Session::start();
    session.open("a", "𝔸 near");
    session.insert("a", 1, "x");
    let notes = session.wait_for("warning");
    assert!(notes.last().unwrap().contains("no longer knows the text of a"));
    assert_eq!(session.text("a"), Err(Refusal::OutOfStep("a".into())));
    session.insert("a", 0, "y");
    session.change("a", ContentChange { range: None, text: "near".to_owned() });
    assert_eq!(session.text("a"), Ok("near".to_owned()));
    session.wait_for("v4: near 0..4");
}

#[test]
fn mistakes_of_the_editor_are_logged() {
    let mut session = Session::start();
    session.insert("a", 0, "x");
    session.scheduler.tell(Event::Close("a".into()));
    assert_eq!(session.text("a"), Err(Refusal::Unknown("a".into())));
    session.open("a", "one");
    session.version = -1;
    session.insert("a", 3, " two");
    assert_eq!(session.text("a"), Ok("one two".to_owned()));
    session.open("a", "three");
    assert_eq!(session.text("a"), Ok("three".to_owned()));
    let log: Vec<_> =
        session.wait_for("opened twice").into_iter().filter(|n| n.starts_with("log")).collect();
    expect_test::expect![[r#"
        [
            "log: an edit of a, which is not open",
            "log: a was closed but not open",
            "log: a: version 0 follows version 2",
            "log: a was opened twice; the later text counts",
        ]
    "#]]
    .assert_debug_eq(&log);
}

#[test]
fn nothing_is_said_of_a_document_after_it_is_closed() {
    let mut session = Session::start();
    for _ in 0..200 {
        session.open("a", "near far");
        session.insert("a", 0, "x");
        session.scheduler.tell(Event::Close("a".into()));
        let notes = session.wait_for("withdrawn");
        assert!(notes.len() <= 4);
    }
    session.open("b", "near");
    let notes = session.wait_for("b v");
    assert_eq!(notes.len(), 1, "{notes:?}");
}
