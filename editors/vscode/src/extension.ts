// Starts the server and lets VS Code speak to it. All features are the server's.

import { type ExtensionContext, workspace } from "vscode";
import { LanguageClient } from "vscode-languageclient/node";

let client: LanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const command = workspace.getConfiguration("obelus").get<string>("path", "obelus");
  client = new LanguageClient(
    "obelus",
    "Obelus",
    { command, args: ["lsp"] },
    {
      // Documents that are not saved yet, and those in a folder that is no file system, are documents too.
      documentSelector: [{ language: "obelus" }],
      // Findings are sent as one types, not only when VS Code asks for them.
      initializationOptions: { diagnostics: "push" },
    },
  );
  context.subscriptions.push(client);
  await client.start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}
