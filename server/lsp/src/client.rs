//! What is agreed with the editor when it connects.

use obelus_text::Encoding;
use tower_lsp::ls_types::{ClientCapabilities, InitializeParams, PositionEncodingKind};

/// What is agreed with the editor when it connects, and what it says it can do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools)] // Each is one yes or no of the protocol.
pub struct Client {
    /// The units in which it counts columns.
    pub encoding: Encoding,
    /// Whether it asks for findings itself, so that they are not to be sent unasked.
    pub pulls_findings: bool,
    /// Whether it can be told that findings elsewhere may have changed.
    pub refreshes_findings: bool,
    /// Whether it shows places that have to do with a finding.
    pub related_places: bool,
    /// Whether it can show how far a long task has got.
    pub progress: bool,
    /// Whether it can be asked to watch files.
    pub watches_files: bool,
    /// Whether it takes the symbols of a document as a tree.
    pub nested_symbols: bool,
    /// Whether edits of several documents can name the version that they are for.
    pub versioned_edits: bool,
}

impl Client {
    /// Reads what the editor says of itself.
    ///
    /// Findings are sent unasked unless the editor can ask for them; `{"diagnostics": "push"}` among
    /// the initialisation options has them sent all the same: they come sooner.
    pub fn new(params: &InitializeParams) -> Self {
        let can = &params.capabilities;
        let options = params.initialization_options.as_ref();
        let wants = options.and_then(|options| options.get("diagnostics")?.as_str());
        let asks = text_document(can, |can| can.diagnostic.as_ref()).is_some();
        Self {
            encoding: encoding(can),
            pulls_findings: asks && wants != Some("push"),
            refreshes_findings: refreshes_findings(can),
            related_places: text_document(can, |can| {
                can.publish_diagnostics.as_ref()?.related_information
            }) == Some(true),
            progress: can.window.as_ref().and_then(|can| can.work_done_progress) == Some(true),
            watches_files: watches_files(can),
            nested_symbols: text_document(can, |can| {
                can.document_symbol.as_ref()?.hierarchical_document_symbol_support
            }) == Some(true),
            versioned_edits: versioned_edits(can),
        }
    }
}

fn text_document<'a, T>(
    can: &'a ClientCapabilities,
    read: impl FnOnce(&'a tower_lsp::ls_types::TextDocumentClientCapabilities) -> Option<T>,
) -> Option<T> {
    can.text_document.as_ref().and_then(read)
}

fn refreshes_findings(can: &ClientCapabilities) -> bool {
    let workspace = can.workspace.as_ref();
    let diagnostics = workspace.and_then(|can| can.diagnostics.as_ref());
    diagnostics.and_then(|can| can.refresh_support) == Some(true)
}

fn watches_files(can: &ClientCapabilities) -> bool {
    let workspace = can.workspace.as_ref();
    let watching = workspace.and_then(|can| can.did_change_watched_files.as_ref());
    watching.and_then(|can| can.dynamic_registration) == Some(true)
}

fn versioned_edits(can: &ClientCapabilities) -> bool {
    let workspace = can.workspace.as_ref();
    let edit = workspace.and_then(|can| can.workspace_edit.as_ref());
    edit.and_then(|can| can.document_changes) == Some(true)
}

/// Bytes where the editor offers them, since they need no counting; else whatever it likes best.
fn encoding(can: &ClientCapabilities) -> Encoding {
    let offered = can.general.as_ref().and_then(|can| can.position_encodings.as_deref());
    let offered = offered.unwrap_or_default();
    if offered.contains(&PositionEncodingKind::UTF8) {
        return Encoding::Utf8;
    }
    let known = offered.iter().find_map(|kind| match kind.as_str() {
        "utf-16" => Some(Encoding::Utf16),
        "utf-32" => Some(Encoding::Utf32),
        _ => None,
    });
    known.unwrap_or(Encoding::Utf16)
}

/// The protocol's name of the units.
pub fn encoding_kind(encoding: Encoding) -> PositionEncodingKind {
    match encoding {
        Encoding::Utf8 => PositionEncodingKind::UTF8,
        Encoding::Utf16 => PositionEncodingKind::UTF16,
        Encoding::Utf32 => PositionEncodingKind::UTF32,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn client(params: serde_json::Value) -> Client {
        Client::new(&serde_json::from_value(params).unwrap())
    }

    fn agreed(offered: &[&str]) -> Encoding {
        let general = json!({ "positionEncodings": offered });
        client(json!({ "capabilities": { "general": general } })).encoding
    }

    #[test]
    fn bytes_are_preferred_and_utf_16_is_the_rule() {
        assert_eq!(agreed(&["utf-16", "utf-8"]), Encoding::Utf8);
        assert_eq!(agreed(&["utf-32", "utf-16"]), Encoding::Utf32);
        assert_eq!(agreed(&["utf-7"]), Encoding::Utf16);
        assert_eq!(client(json!({ "capabilities": {} })), Client::default());
    }

    #[test]
    fn findings_are_asked_for_by_who_can_unless_it_wants_them_sent() {
        let can = json!({ "textDocument": { "diagnostic": {} } });
        assert!(client(json!({ "capabilities": can })).pulls_findings);
        let push = json!({ "diagnostics": "push" });
        let params = json!({ "capabilities": can, "initializationOptions": push });
        assert!(!client(params).pulls_findings);
    }
}
