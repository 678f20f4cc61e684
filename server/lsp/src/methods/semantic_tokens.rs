//! `textDocument/semanticTokens`: what each word is, for colouring by meaning.

use obelus_ide::{DocumentId, TokenKind};
use obelus_text::{Encoding, Offset, Span, Text};
use tower_lsp::ls_types as lsp;

use crate::context::Context;
use crate::convert;
use crate::scheduler::{Class, Refusal};
use crate::session::Method;

/// The kinds of tokens, by number.
pub fn legend() -> lsp::SemanticTokensLegend {
    let types = TokenKind::ALL.iter().map(|kind| lsp::SemanticTokenType::new(kind.name()));
    lsp::SemanticTokensLegend { token_types: types.collect(), token_modifiers: Vec::new() }
}

/// `textDocument/semanticTokens/full`
pub enum SemanticTokensFull {}

impl Method for SemanticTokensFull {
    type Params = lsp::SemanticTokensParams;
    type Answer = Option<lsp::SemanticTokensResult>;
    const CLASS: Class = Class::WHOLE;

    fn about(params: &Self::Params) -> Option<&lsp::Uri> {
        Some(&params.text_document.uri)
    }

    fn answer(context: &Context<'_>, params: Self::Params) -> Result<Self::Answer, Refusal> {
        let id = context.document(&params.text_document.uri)?;
        Ok(Some(lsp::SemanticTokensResult::Tokens(tokens(context, id, None)?)))
    }
}

/// `textDocument/semanticTokens/range`
pub enum SemanticTokensRange {}

impl Method for SemanticTokensRange {
    type Params = lsp::SemanticTokensRangeParams;
    type Answer = Option<lsp::SemanticTokensRangeResult>;
    const CLASS: Class = Class::WHOLE;

    fn about(params: &Self::Params) -> Option<&lsp::Uri> {
        Some(&params.text_document.uri)
    }

    fn answer(context: &Context<'_>, params: Self::Params) -> Result<Self::Answer, Refusal> {
        let id = context.document(&params.text_document.uri)?;
        let span = context.span(id, params.range)?;
        Ok(Some(lsp::SemanticTokensRangeResult::Tokens(tokens(context, id, Some(span))?)))
    }
}

fn tokens(
    context: &Context<'_>,
    id: DocumentId,
    span: Option<Span>,
) -> Result<lsp::SemanticTokens, Refusal> {
    let text = context.text(id)?;
    let found = context.analysis.semantic_tokens(id, span);
    let data = encode(&text, &found, context.client.encoding);
    Ok(lsp::SemanticTokens { result_id: None, data })
}

/// The protocol's numbers: each token by its distance from the one before. A token ends with its line,
/// so one of several lines becomes several.
fn encode(
    text: &Text,
    tokens: &[(Span, TokenKind)],
    encoding: Encoding,
) -> Vec<lsp::SemanticToken> {
    let mut data = Vec::with_capacity(tokens.len());
    let mut before = lsp::Position::default();
    for (span, kind) in tokens {
        let number = TokenKind::ALL.iter().position(|one| one == kind).unwrap_or_default();
        for line in lines(text, *span) {
            let range = convert::place::range(text, line, encoding);
            let start = range.start;
            let delta_line = start.line - before.line;
            let column = if delta_line == 0 { before.character } else { 0 };
            data.push(lsp::SemanticToken {
                delta_line,
                delta_start: start.character - column,
                length: range.end.character - start.character,
                token_type: number as u32,
                token_modifiers_bitset: 0,
            });
            before = start;
        }
    }
    data
}

/// The parts of `span` line by line, without line ends.
fn lines(text: &Text, span: Span) -> Vec<Span> {
    let words = text.slice(span);
    let mut start = span.start();
    let mut parts = Vec::new();
    for line in words.split_inclusive(['\n', '\r']) {
        let length = line.trim_end_matches(['\n', '\r']).len();
        if length > 0 {
            parts.push(Span::at(start, length));
        }
        start += Offset::from_usize(line.len());
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_of_several_lines_becomes_several() {
        let text = Text::from("𝔸 [one\r\ntwo] x");
        let tokens = [
            (Span::from_usize(5..15), TokenKind::Supplied),
            (Span::from_usize(16..17), TokenKind::Comment),
        ];
        let data = encode(&text, &tokens, Encoding::Utf16);
        let numbers: Vec<_> = data
            .iter()
            .map(|token| (token.delta_line, token.delta_start, token.length, token.token_type))
            .collect();
        assert_eq!(numbers, [(0, 3, 4, 5), (1, 0, 4, 5), (0, 5, 1, 13)]);
    }
}
