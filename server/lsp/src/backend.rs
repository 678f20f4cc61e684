//! The protocol's handlers. The first thing that each does is to send its event.

use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use tower_lsp::LanguageServer;
use tower_lsp::jsonrpc::{Error, Request, Result};
use tower_lsp::ls_types as lsp;

use crate::convert;
use crate::methods::{
    code_action, completion, definition, diagnostic, document_highlight, document_link,
    document_symbol, folding_range, hover, initialize, inlay_hint, references, selection_range,
    semantic_tokens, text, workspace_diagnostic, workspace_symbol,
};
use crate::scheduler::{ContentChange, Event};
use crate::session::{Method, Session};
use crate::transport::Outbox;

/// The protocol's handlers.
pub struct Backend {
    outbox: Outbox,
    connection: Arc<Connection>,
}

/// What there is once an editor has connected, and the folders that wait to be loaded.
#[derive(Default)]
pub struct Connection(OnceLock<(Session, Vec<PathBuf>)>);

impl Connection {
    fn session(&self) -> Option<&Session> {
        self.0.get().map(|(session, _)| session)
    }

    /// Looks for messages that the handlers would not see because they cannot be read. An edit that is
    /// passed over would leave the text here out of step.
    pub fn inspect(&self, request: &Request) {
        let Some(session) = self.session() else { return };
        let Some(params) = request.params() else { return };
        let error = match request.method() {
            "textDocument/didChange" => unreadable::<lsp::DidChangeTextDocumentParams>(params),
            "textDocument/didOpen" => unreadable::<lsp::DidOpenTextDocumentParams>(params),
            "textDocument/didClose" => unreadable::<lsp::DidCloseTextDocumentParams>(params),
            _ => None,
        };
        if let Some(error) = error {
            let uri = params.pointer("/textDocument/uri").and_then(|uri| uri.as_str());
            let path = uri.and_then(convert::uri::path_of_str);
            session.tell(Event::Unreadable { path, method: request.method().to_owned(), error });
        }
    }
}

fn unreadable<'p, P: serde::Deserialize<'p>>(params: &'p serde_json::Value) -> Option<String> {
    P::deserialize(params).err().map(|error| error.to_string())
}

impl Backend {
    /// Answers by way of `outbox` and shares its connection.
    pub fn new(outbox: Outbox, connection: Arc<Connection>) -> Self {
        Self { outbox, connection }
    }

    fn tell(&self, event: Event<obelus_ide::Host>) {
        // Before an editor has connected, tower-lsp lets no message through.
        if let Some(session) = self.connection.session() {
            session.tell(event);
        }
    }

    async fn ask<M: Method>(&self, params: M::Params) -> Result<M::Answer> {
        match self.connection.session() {
            Some(session) => session.ask::<M>(params).await,
            None => Err(Error::internal_error()),
        }
    }

    /// `obelus/text`
    ///
    /// # Errors
    /// There is no such document.
    pub async fn text(&self, params: text::Params) -> Result<text::Answer> {
        self.ask::<text::ReadText>(params).await
    }
}

impl LanguageServer for Backend {
    async fn initialize(&self, params: lsp::InitializeParams) -> Result<lsp::InitializeResult> {
        let session = Session::start(&params, &self.outbox).map_err(|_| Error::internal_error())?;
        let result = initialize::result(session.client());
        let connected = self.connection.0.set((session, initialize::folders(params)));
        connected.map(|()| result).map_err(|_| Error::invalid_request())
    }

    async fn initialized(&self, _: lsp::InitializedParams) {
        let Some((session, folders)) = self.connection.0.get() else { return };
        session.tell(Event::AddFolders(folders.clone()));
        if session.client().watches_files {
            self.outbox.request("client/registerCapability", initialize::watching());
        }
    }

    async fn shutdown(&self) -> Result<()> {
        Ok(())
    }

    async fn did_open(&self, params: lsp::DidOpenTextDocumentParams) {
        let document = params.text_document;
        self.tell(Event::Open {
            path: convert::uri::path(&document.uri),
            uri: document.uri.as_str().into(),
            version: document.version,
            text: document.text,
        });
    }

    async fn did_change(&self, params: lsp::DidChangeTextDocumentParams) {
        let edit = |change: lsp::TextDocumentContentChangeEvent| ContentChange {
            range: change.range.map(|range| {
                (convert::place::position(range.start), convert::place::position(range.end))
            }),
            text: change.text,
        };
        self.tell(Event::Change {
            path: convert::uri::path(&params.text_document.uri),
            version: params.text_document.version,
            edits: params.content_changes.into_iter().map(edit).collect(),
        });
    }

    async fn did_close(&self, params: lsp::DidCloseTextDocumentParams) {
        self.tell(Event::Close(convert::uri::path(&params.text_document.uri)));
    }

    async fn did_save(&self, _: lsp::DidSaveTextDocumentParams) {
        // The text is known already.
    }

    async fn did_change_configuration(&self, _: lsp::DidChangeConfigurationParams) {
        // All there is to set stands in the edition's own files.
    }

    async fn did_change_workspace_folders(&self, params: lsp::DidChangeWorkspaceFoldersParams) {
        let added = params.event.added.iter().map(|folder| &folder.uri);
        self.tell(Event::AddFolders(initialize::files(added)));
    }

    async fn did_change_watched_files(&self, params: lsp::DidChangeWatchedFilesParams) {
        let changed = params.changes.iter().map(|change| &change.uri);
        self.tell(Event::FilesChanged(initialize::files(changed)));
    }

    async fn diagnostic(
        &self,
        params: lsp::DocumentDiagnosticParams,
    ) -> Result<lsp::DocumentDiagnosticReportResult> {
        self.ask::<diagnostic::Diagnostic>(params).await
    }

    async fn workspace_diagnostic(
        &self,
        params: lsp::WorkspaceDiagnosticParams,
    ) -> Result<lsp::WorkspaceDiagnosticReportResult> {
        self.ask::<workspace_diagnostic::WorkspaceDiagnostic>(params).await
    }

    async fn hover(&self, params: lsp::HoverParams) -> Result<Option<lsp::Hover>> {
        self.ask::<hover::Hover>(params).await
    }

    async fn goto_definition(
        &self,
        params: lsp::GotoDefinitionParams,
    ) -> Result<Option<lsp::GotoDefinitionResponse>> {
        self.ask::<definition::Definition>(params).await
    }

    async fn goto_declaration(
        &self,
        params: lsp::GotoDefinitionParams,
    ) -> Result<Option<lsp::GotoDefinitionResponse>> {
        self.ask::<definition::Definition>(params).await
    }

    async fn references(&self, params: lsp::ReferenceParams) -> Result<Option<Vec<lsp::Location>>> {
        self.ask::<references::References>(params).await
    }

    async fn document_highlight(
        &self,
        params: lsp::DocumentHighlightParams,
    ) -> Result<Option<Vec<lsp::DocumentHighlight>>> {
        self.ask::<document_highlight::DocumentHighlight>(params).await
    }

    async fn completion(
        &self,
        params: lsp::CompletionParams,
    ) -> Result<Option<lsp::CompletionResponse>> {
        self.ask::<completion::Completion>(params).await
    }

    async fn document_symbol(
        &self,
        params: lsp::DocumentSymbolParams,
    ) -> Result<Option<lsp::DocumentSymbolResponse>> {
        self.ask::<document_symbol::DocumentSymbol>(params).await
    }

    async fn symbol(
        &self,
        params: lsp::WorkspaceSymbolParams,
    ) -> Result<Option<lsp::WorkspaceSymbolResponse>> {
        self.ask::<workspace_symbol::WorkspaceSymbol>(params).await
    }

    async fn folding_range(
        &self,
        params: lsp::FoldingRangeParams,
    ) -> Result<Option<Vec<lsp::FoldingRange>>> {
        self.ask::<folding_range::FoldingRange>(params).await
    }

    async fn selection_range(
        &self,
        params: lsp::SelectionRangeParams,
    ) -> Result<Option<Vec<lsp::SelectionRange>>> {
        self.ask::<selection_range::SelectionRange>(params).await
    }

    async fn semantic_tokens_full(
        &self,
        params: lsp::SemanticTokensParams,
    ) -> Result<Option<lsp::SemanticTokensResult>> {
        self.ask::<semantic_tokens::SemanticTokensFull>(params).await
    }

    async fn semantic_tokens_range(
        &self,
        params: lsp::SemanticTokensRangeParams,
    ) -> Result<Option<lsp::SemanticTokensRangeResult>> {
        self.ask::<semantic_tokens::SemanticTokensRange>(params).await
    }

    async fn code_action(
        &self,
        params: lsp::CodeActionParams,
    ) -> Result<Option<lsp::CodeActionResponse>> {
        self.ask::<code_action::CodeAction>(params).await
    }

    async fn document_link(
        &self,
        params: lsp::DocumentLinkParams,
    ) -> Result<Option<Vec<lsp::DocumentLink>>> {
        self.ask::<document_link::DocumentLink>(params).await
    }

    async fn inlay_hint(
        &self,
        params: lsp::InlayHintParams,
    ) -> Result<Option<Vec<lsp::InlayHint>>> {
        self.ask::<inlay_hint::InlayHint>(params).await
    }
}
