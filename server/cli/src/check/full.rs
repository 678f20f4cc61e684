//! A finding with the words in question, the place marked, and what could be done.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level as Title, Renderer, Snippet};
use obelus_rules::Level;
use obelus_text::Span;

use super::report::Reported;

/// The finding as a person reads it.
pub fn render(one: &Reported, colour: bool) -> String {
    let span = one.finding.span();
    let related: Vec<_> = one.finding.related().filter(|related| related.path.is_none()).collect();
    let window = related.iter().fold(span, |window, related| near(window, related.span));
    let first = one.text.line_of(window.start());
    let last = one.text.line_of(window.end());
    let start = one.text.line_start(first);
    let source = one.text.slice(Span::new(start, one.text.line_start(last + 1)));
    let within = |span: Span| -> Range<usize> { (span - start).range() };
    let mut snippet = Snippet::source(source.trim_end())
        .path(&*one.path)
        .line_start(first as usize + 1)
        .annotation(AnnotationKind::Primary.span(visible(within(span), source.trim_end())));
    for related in related.iter().filter(|related| window.covers(related.span)) {
        let place = visible(within(related.span), source.trim_end());
        snippet =
            snippet.annotation(AnnotationKind::Context.span(place).label(related.message.clone()));
    }
    let title = title(one.level).primary_title(one.finding.message()).id(one.finding.rule().name);
    let mut group: Group<'_> = title.element(snippet);
    let elsewhere: Vec<String> = one
        .finding
        .related()
        .filter_map(|related| {
            let path = related.path?;
            Some(format!("{}: {}", path.display(), related.message))
        })
        .collect();
    for note in &elsewhere {
        group = group.element(Title::NOTE.message(note.as_str()));
    }
    let fixes: Vec<String> = one.finding.fixes().map(|fix| fix.title).collect();
    for fix in &fixes {
        group = group.element(Title::HELP.message(fix.as_str()));
    }
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    renderer.term_width(110).render(&[group])
}

/// The window grown to hold `span`, where that is not far off.
fn near(window: Span, span: Span) -> Span {
    let grown = window.join(span);
    if grown.len() < 4000 { grown } else { window }
}

/// A mark must lie inside the source and be at least one character wide to be seen.
fn visible(range: Range<usize>, source: &str) -> Range<usize> {
    let start = range.start.min(source.len());
    let end = range.end.clamp(start, source.len());
    start..end
}

fn title(level: Level) -> Title<'static> {
    match level {
        Level::Error => Title::ERROR,
        Level::Warning => Title::WARNING,
        Level::Off | Level::Info => Title::INFO,
        Level::Hint => Title::NOTE,
    }
}
