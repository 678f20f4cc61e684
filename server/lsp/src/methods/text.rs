//! `obelus/text`: the text of a document as the server has it.
//!
//! Not part of the protocol. For finding out whether an editor and the server are in step.

use serde::{Deserialize, Serialize};
use tower_lsp::ls_types::{TextDocumentIdentifier, Uri};

use crate::context::Context;
use crate::scheduler::{Class, Refusal};
use crate::session::Method;

/// `obelus/text`
pub enum ReadText {}

/// Which document.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Params {
    /// The document.
    pub text_document: TextDocumentIdentifier,
}

/// The text of a document.
#[derive(Debug, Serialize)]
pub struct Answer {
    /// The editor's number of the text; nothing where the document is not open.
    pub version: Option<i32>,
    /// The text.
    pub text: String,
}

impl Method for ReadText {
    type Params = Params;
    type Answer = Answer;
    const CLASS: Class = Class::JUMP;

    fn about(params: &Params) -> Option<&Uri> {
        Some(&params.text_document.uri)
    }

    fn answer(context: &Context<'_>, params: Params) -> Result<Answer, Refusal> {
        let id = context.document(&params.text_document.uri)?;
        Ok(Answer { version: context.version(id), text: context.text(id)?.to_string() })
    }
}
