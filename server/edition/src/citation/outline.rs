//! A citation in a line, for examples and tests.

use std::fmt::Write;

use super::{Citation, ExtraKind, Fault};

impl Citation {
    /// The citation in a line: repository, levels, leaves, extras and faults, parted by ` | `. This is
    /// the notation of `reads` in the examples of schemes.
    pub fn outline(&self) -> String {
        let mut parts = Vec::new();
        let ibid = if self.ibid.is_some() { "ibid." } else { "" };
        let ibid = if self.continues { "continued" } else { ibid };
        let repository =
            self.repository.as_ref().map(|named| named.siglum.as_deref().unwrap_or(&named.words));
        parts.push(repository.unwrap_or(ibid).to_owned());
        let levels = self.levels.iter().map(|level| format!("{}={}", level.kind, level.value));
        parts.push(levels.collect::<Vec<_>>().join(" "));
        parts.extend(self.locator.as_ref().map(ToString::to_string));
        for extra in &self.extras {
            let mut part = String::from(extra_name(extra.kind));
            // Writing to a string cannot fail.
            let _ = write!(part, " {}", extra.words);
            parts.push(part);
        }
        parts.extend(self.faults.iter().map(|fault| fault_name(fault).to_owned()));
        parts.join(" | ").trim_end_matches(" | ").to_owned()
    }
}

fn extra_name(kind: ExtraKind) -> &'static str {
    match kind {
        ExtraKind::Translator => "translator",
        ExtraKind::Contributor => "contributor",
        ExtraKind::QuotedIn => "quoted in",
        ExtraKind::PrintedIn => "printed in",
        ExtraKind::Genre => "genre",
        ExtraKind::Date => "date",
        ExtraKind::Entry => "entry",
        ExtraKind::Place => "place",
        ExtraKind::Extent => "extent",
        ExtraKind::Also => "also",
        ExtraKind::Remark => "remark",
    }
}

fn fault_name(fault: &Fault) -> &'static str {
    match fault {
        Fault::WrongLocator { .. } => "wrong locator",
        Fault::MissingLevel { .. } => "missing level",
        Fault::OutOfOrder { .. } => "out of order",
        Fault::UnknownLevel { .. } => "unknown level",
        Fault::ReversedRange { .. } => "reversed range",
        Fault::LabelNumber { .. } => "label number",
        Fault::MissingSeparator { .. } => "missing separator",
        Fault::ImpossibleDate { .. } => "impossible date",
    }
}
