//! All rules.

use crate::Rule;
use crate::rules::{brackets, citations, documents, names, notes, references, speakers, text};

/// All rules, by group and name.
pub static ALL: &[&Rule] = &[
    &brackets::ellipsis::ELLIPSIS,
    &brackets::empty::EMPTY,
    &brackets::point::POINT_AFTER_EXPANSION,
    &brackets::stray::STRAY,
    &brackets::two_meanings::TWO_MEANINGS,
    &brackets::unclosed::UNCLOSED,
    &brackets::unclosed_mark::UNCLOSED_MARK,
    &citations::locator::LOCATOR,
    &citations::overlap::OVERLAP,
    &citations::reversed::RANGE_REVERSED,
    &citations::cut::SOURCE_NOTE_CUT,
    &citations::unknown_publication::UNKNOWN,
    &documents::date_differs::DATE_DIFFERS,
    &documents::date_missing::DATE_MISSING,
    &documents::heading_number::HEADING_NUMBER,
    &documents::participant::PARTICIPANT,
    &documents::source_missing::SOURCE_MISSING,
    &names::ocr::OCR,
    &names::run_together::RUN_TOGETHER,
    &notes::duplicate::DUPLICATE,
    &notes::order::ORDER,
    &notes::undefined::UNDEFINED,
    &notes::unused::UNUSED,
    &references::ambiguous::AMBIGUOUS,
    &references::printed_page::PRINTED_PAGE,
    &references::unresolved::UNRESOLVED,
    &speakers::inside_paragraph::INSIDE_PARAGRAPH,
    &speakers::repeated::REPEATED,
    &speakers::style::STYLE,
    &speakers::undeclared::UNDECLARED,
    &text::abbreviation::ABBREVIATION_UNEXPLAINED,
    &text::broken_sentence::BROKEN_SENTENCE,
    &text::broken_word::BROKEN_WORD,
    &text::dash::DASH,
    &text::double_space::DOUBLE_SPACE,
    &text::doubled_word::DOUBLED_WORD,
    &text::list_number::LIST_NUMBER,
    &text::running_head::RUNNING_HEAD,
    &text::thousands::THOUSANDS,
    &text::unpaired::UNPAIRED,
];

/// The rule of this name.
pub fn find(name: &str) -> Option<&'static Rule> {
    ALL.iter().copied().find(|rule| rule.name == name)
}

/// The rule whose name is most like `name`, for a suggestion; none where all are far from it.
pub fn nearest(name: &str) -> Option<&'static Rule> {
    ALL.iter()
        .map(|rule| (strsim::jaro_winkler(rule.name, name), *rule))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, rule)| rule)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_in_order_and_well_named() {
        let names: Vec<&str> = ALL.iter().map(|rule| rule.name).collect();
        let mut groups: Vec<&str> = ALL.iter().map(|rule| rule.group()).collect();
        assert!(groups.is_sorted(), "groups are in alphabetical order");
        groups.dedup();
        let unique: std::collections::HashSet<_> = names.iter().collect();
        assert_eq!(unique.len(), names.len());
        for name in names {
            assert!(name.split_once('/').is_some_and(|(_, rest)| !rest.contains('/')), "{name}");
        }
    }
}
