//! Times and memory.

use std::fmt;
use std::time::Duration;

/// The middle of some times, and what all but one in a hundred of them are below. In milliseconds.
#[derive(Clone, Copy, Debug)]
pub struct Quantiles {
    /// Half are below.
    pub p50: f64,
    /// Ninety-nine in a hundred are below.
    pub p99: f64,
}

impl Quantiles {
    /// Of `times`, of which there is at least one.
    pub fn of(mut times: Vec<Duration>) -> Self {
        times.sort_unstable();
        let at = |part: usize| times[(times.len() - 1) * part / 100].as_secs_f64() * 1_000.0;
        Self { p50: at(50), p99: at(99) }
    }
}

impl fmt::Display for Quantiles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.2} / {:.2}", self.p50, self.p99)
    }
}

/// The memory that a process holds, in bytes; 0 where the system does not say.
pub fn resident(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kibibytes = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
    kibibytes.unwrap_or_default() << 10
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_in_a_hundred_may_be_slow() {
        let mut times = vec![Duration::from_millis(1); 199];
        times.push(Duration::from_millis(500));
        assert_eq!(Quantiles::of(times).to_string(), "1.00 / 1.00");
    }
}
