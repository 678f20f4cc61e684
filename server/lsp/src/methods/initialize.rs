//! `initialize` and `initialized`: what the server can do, and which folders it looks at.

use std::path::PathBuf;

use serde_json::{Value, json};
use tower_lsp::ls_types as lsp;

use crate::client::{Client, encoding_kind};
use crate::convert;

/// What the server can do for this editor.
pub fn result(client: &Client) -> lsp::InitializeResult {
    lsp::InitializeResult {
        capabilities: capabilities(client),
        server_info: Some(lsp::ServerInfo {
            name: "obelus".to_owned(),
            version: Some(env!("CARGO_PKG_VERSION").to_owned()),
        }),
        ..lsp::InitializeResult::default()
    }
}

fn capabilities(client: &Client) -> lsp::ServerCapabilities {
    lsp::ServerCapabilities {
        position_encoding: Some(encoding_kind(client.encoding)),
        text_document_sync: Some(lsp::TextDocumentSyncCapability::Options(
            lsp::TextDocumentSyncOptions {
                open_close: Some(true),
                change: Some(lsp::TextDocumentSyncKind::INCREMENTAL),
                ..lsp::TextDocumentSyncOptions::default()
            },
        )),
        diagnostic_provider: client.pulls_findings.then(|| {
            lsp::DiagnosticServerCapabilities::Options(lsp::DiagnosticOptions {
                identifier: Some("obelus".to_owned()),
                inter_file_dependencies: true,
                workspace_diagnostics: true,
                ..lsp::DiagnosticOptions::default()
            })
        }),
        workspace: Some(lsp::WorkspaceServerCapabilities {
            workspace_folders: Some(lsp::WorkspaceFoldersServerCapabilities {
                supported: Some(true),
                change_notifications: Some(lsp::OneOf::Left(true)),
            }),
            ..lsp::WorkspaceServerCapabilities::default()
        }),
        ..lsp::ServerCapabilities::default()
    }
}

/// The folders that the editor has open.
pub fn folders(params: lsp::InitializeParams) -> Vec<PathBuf> {
    if let Some(folders) = params.workspace_folders.filter(|folders| !folders.is_empty()) {
        return files(folders.iter().map(|folder| &folder.uri));
    }
    #[allow(deprecated)] // Editors without several folders still send it.
    files(params.root_uri.iter())
}

/// The paths of those addresses that are files.
pub fn files<'u>(uris: impl Iterator<Item = &'u lsp::Uri>) -> Vec<PathBuf> {
    let files = uris.filter(|uri| uri.scheme().as_str() == "file");
    files.map(convert::uri::path).collect()
}

/// Asks the editor to tell of changes to the files of editions.
pub fn watching() -> Value {
    let watchers: Vec<Value> = ["**/*.obl", "**/edition.toml", "**/registers/*"]
        .map(|glob| json!({ "globPattern": glob }))
        .into();
    json!({ "registrations": [{
        "id": "obelus-files",
        "method": "workspace/didChangeWatchedFiles",
        "registerOptions": { "watchers": watchers },
    }] })
}
