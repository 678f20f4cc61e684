//! Threads that work on snapshots.
//!
//! Each task has a lane. One thread serves only the lane of typing, one serves that and what was asked
//! for, the rest serve all: however long a task in the background takes, a keystroke finds a thread.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// How urgent a task is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lane {
    /// Follows a keystroke or the cursor: findings of the edited document, completion, hover.
    Typing,
    /// Someone waits for it: symbols, references, formatting.
    Asked,
    /// Nobody waits for it: findings that take the whole edition.
    Background,
}

const LANES: [Lane; 3] = [Lane::Typing, Lane::Asked, Lane::Background];

type Task = Box<dyn FnOnce() + Send>;

/// Threads that work on snapshots. They end, after the tasks they are at, when the pool is dropped.
#[derive(Debug)]
pub struct Pool {
    shared: Arc<Shared>,
}

struct Shared {
    state: Mutex<State>,
    /// One for each thread, so that the thread that is woken is one that may take the task.
    wake: Vec<Condvar>,
}

#[derive(Default)]
struct State {
    queues: [VecDeque<Task>; LANES.len()],
    idle: Vec<usize>,
    closed: bool,
}

impl std::fmt::Debug for Shared {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Shared").field("threads", &self.wake.len()).finish_non_exhaustive()
    }
}

impl Shared {
    /// No task runs under the lock, so a poisoned one holds a sound state.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The least urgent lane that the thread serves.
fn serves(thread: usize) -> Lane {
    LANES[thread.min(LANES.len() - 1)]
}

impl Pool {
    /// Starts a thread for each lane, and as many as there are cores.
    ///
    /// # Errors
    /// Where the system gives no thread.
    pub fn start() -> std::io::Result<Self> {
        let cores = thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let count = cores.max(LANES.len());
        let shared = Arc::new(Shared {
            state: Mutex::default(),
            wake: (0..count).map(|_| Condvar::new()).collect(),
        });
        for number in 0..count {
            let shared = shared.clone();
            let name = format!("obelus-{:?}-{number}", serves(number)).to_lowercase();
            thread::Builder::new().name(name).spawn(move || work(&shared, number))?;
        }
        Ok(Self { shared })
    }

    /// Puts a task behind the others of its lane.
    pub fn spawn(&self, lane: Lane, task: impl FnOnce() + Send + 'static) {
        let mut state = self.shared.lock();
        state.queues[lane as usize].push_back(Box::new(task));
        let fit = state.idle.iter().copied().filter(|&thread| serves(thread) >= lane).min();
        if let Some(thread) = fit {
            state.idle.retain(|&idle| idle != thread);
            drop(state);
            self.shared.wake[thread].notify_one();
        }
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        self.shared.lock().closed = true;
        for wake in &self.shared.wake {
            wake.notify_one();
        }
    }
}

fn work(shared: &Shared, number: usize) {
    while let Some(task) = next(shared, number) {
        // Tasks answer for their own panics; this keeps the thread alive if one does not.
        let _ = catch_unwind(AssertUnwindSafe(task));
    }
}

/// Waits for a task that the thread may take; nothing when the pool is closed.
fn next(shared: &Shared, number: usize) -> Option<Task> {
    let mut state = shared.lock();
    loop {
        if state.closed {
            return None;
        }
        let lanes = LANES.into_iter().filter(|&lane| lane <= serves(number));
        for lane in lanes {
            if let Some(task) = state.queues[lane as usize].pop_front() {
                state.idle.retain(|&idle| idle != number);
                return Some(task);
            }
        }
        if !state.idle.contains(&number) {
            state.idle.push(number);
        }
        state = shared.wake[number].wait(state).unwrap_or_else(PoisonError::into_inner);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::channel;

    #[test]
    fn a_keystroke_finds_a_thread_while_all_else_is_busy() {
        let pool = Pool::start().unwrap();
        let (release, waiting) = channel::<()>();
        let waiting = Arc::new(Mutex::new(waiting));
        for lane in [Lane::Asked, Lane::Background].into_iter().cycle().take(64) {
            let waiting = waiting.clone();
            // Each waits until the test lets go.
            pool.spawn(lane, move || waiting.lock().unwrap().recv().unwrap_or_default());
        }
        let (done, wait) = channel();
        pool.spawn(Lane::Typing, move || done.send("typed").unwrap());
        assert_eq!(wait.recv(), Ok("typed"));
        drop(release);
    }

    #[test]
    fn a_panic_costs_no_thread() {
        let pool = Pool::start().unwrap();
        for lane in LANES.into_iter().cycle().take(64) {
            pool.spawn(lane, || std::panic::resume_unwind(Box::new("on purpose")));
        }
        for lane in LANES {
            let (done, wait) = channel();
            pool.spawn(lane, move || done.send(lane).unwrap());
            assert_eq!(wait.recv(), Ok(lane));
        }
    }
}
