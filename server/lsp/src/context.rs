//! What an adapter works with.

use std::cell::RefCell;
use std::collections::HashMap;
use std::path::Path;
use std::str::FromStr;

use obelus_ide::{Analysis, DocumentId, Location, Place};
use obelus_text::{Span, Text, read_file};
use tower_lsp::ls_types as lsp;

use crate::client::Client;
use crate::convert;
use crate::scheduler::{Opened, Refusal, Snapshot, Token};

/// What an adapter works with: a snapshot, and how the editor counts and what it can.
pub struct Context<'a> {
    /// The editions and documents as they were when the request's turn came.
    pub analysis: &'a Analysis,
    /// What is agreed with the editor.
    pub client: &'a Client,
    /// Whether the answer is still waited for; to be asked in long loops.
    pub token: &'a Token,
    opened: &'a HashMap<std::path::PathBuf, Opened>,
    texts: RefCell<HashMap<DocumentId, Text>>,
}

impl<'a> Context<'a> {
    /// A context for one request.
    pub fn new(snapshot: &'a Snapshot<Analysis>, client: &'a Client, token: &'a Token) -> Self {
        let texts = RefCell::default();
        Self { analysis: &snapshot.analysis, client, token, opened: &snapshot.opened, texts }
    }

    /// The document at `uri`.
    ///
    /// # Errors
    /// It is neither open nor part of a loaded edition.
    pub fn document(&self, uri: &lsp::Uri) -> Result<DocumentId, Refusal> {
        let path = convert::uri::path(uri);
        self.analysis.document(&path).ok_or(Refusal::Unknown(path))
    }

    /// The text of a document; for one that is not open, of its file.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn text(&self, id: DocumentId) -> Result<Text, Refusal> {
        if let Some(text) = self.texts.borrow().get(&id) {
            return Ok(text.clone());
        }
        let path = || self.analysis.path(id).unwrap_or_default();
        let text = self.analysis.text(id).ok_or_else(|| Refusal::Unknown(path()))?;
        self.texts.borrow_mut().insert(id, text.clone());
        Ok(text)
    }

    /// Where the cursor stands.
    ///
    /// # Errors
    /// There is no such document.
    pub fn place(&self, at: &lsp::TextDocumentPositionParams) -> Result<Place, Refusal> {
        let document = self.document(&at.text_document.uri)?;
        let text = self.text(document)?;
        let offset = convert::place::offset(&text, at.position, self.client.encoding);
        Ok(Place { document, offset })
    }

    /// The words that `range` selects.
    ///
    /// # Errors
    /// The document cannot be read.
    pub fn span(&self, id: DocumentId, range: lsp::Range) -> Result<Span, Refusal> {
        Ok(convert::place::span(&self.text(id)?, range, self.client.encoding))
    }

    /// The range of `span`.
    ///
    /// # Errors
    /// The document cannot be read.
    pub fn range(&self, id: DocumentId, span: Span) -> Result<lsp::Range, Refusal> {
        Ok(convert::place::range(&self.text(id)?, span, self.client.encoding))
    }

    /// The address of a document, in the editor's own spelling where it is open.
    pub fn uri(&self, id: DocumentId) -> Option<lsp::Uri> {
        self.uri_of_path(&self.analysis.path(id)?)
    }

    /// The address of a file, in the editor's own spelling where it is open.
    pub fn uri_of_path(&self, path: &Path) -> Option<lsp::Uri> {
        match self.opened.get(path) {
            Some(opened) => lsp::Uri::from_str(&opened.uri).ok(),
            None => convert::uri::uri(path),
        }
    }

    /// The editor's number of a document's text; nothing where it is not open.
    pub fn version(&self, id: DocumentId) -> Option<i32> {
        Some(self.opened.get(&self.analysis.path(id)?)?.version)
    }

    /// The folder of the edition that holds the document.
    pub fn root(&self, id: DocumentId) -> Option<&'a Path> {
        let path = self.analysis.path(id)?;
        let roots = self.analysis.projects().map(|project| self.analysis.root(project));
        roots.filter(|root| path.starts_with(root)).max_by_key(|root| root.as_os_str().len())
    }

    /// A place in a document. Nothing for one whose file has gone meanwhile.
    pub fn location(&self, location: Location) -> Option<lsp::Location> {
        let range = self.range(location.document, location.span).ok()?;
        Some(lsp::Location { uri: self.uri(location.document)?, range })
    }

    /// A place in a file that is no document. Nothing where it cannot be read.
    pub fn location_in_file(&self, path: &Path, span: Span) -> Option<lsp::Location> {
        let text = Text::from(read_file(path).ok()?.as_str());
        let range = convert::place::range(&text, span, self.client.encoding);
        Some(lsp::Location { uri: self.uri_of_path(path)?, range })
    }
}
