//! The binary under test.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use serde_json::Value;

/// The binary `obelus`: the file that the variable `OBELUS` names, else the one built from this
/// workspace, in the profile of the test.
///
/// Cargo tells only a package's own tests where its binary is, so it is asked to build it; where
/// nothing has changed that takes a fraction of a second, once a test program.
pub fn obelus() -> &'static Path {
    static BINARY: OnceLock<PathBuf> = OnceLock::new();
    BINARY.get_or_init(|| std::env::var_os("OBELUS").map_or_else(build, PathBuf::from))
}

fn build() -> PathBuf {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command
        .args(["build", "--quiet", "--package", "obelus", "--bin", "obelus"])
        .args(["--message-format", "json"])
        .current_dir(workspace())
        .stderr(Stdio::inherit());
    if let Some(target) = target_folder() {
        command.arg("--target-dir").arg(target);
    }
    if !cfg!(debug_assertions) {
        command.arg("--release");
    }
    let output = command.output().expect("cargo can be run");
    assert!(output.status.success(), "obelus cannot be built");
    let messages = String::from_utf8_lossy(&output.stdout);
    let executable = messages.lines().find_map(|line| {
        let message: Value = serde_json::from_str(line).ok()?;
        Some(PathBuf::from(message.get("executable")?.as_str()?))
    });
    executable.expect("cargo names the binary that it has built")
}

/// The root of the workspace.
pub fn workspace() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the tests are a folder of the workspace")
}

/// The folder that the test was built into: `target` in `target/debug/deps/protocol-1a2b`.
fn target_folder() -> Option<PathBuf> {
    let program = std::env::current_exe().ok()?;
    let above = program.ancestors().skip(1).find(|folder| folder.ends_with("deps"))?;
    Some(above.parent()?.parent()?.to_owned())
}
