//! A real Neovim with the configuration that the repository offers.
//!
//! Where there is no Neovim (`NVIM`, else `nvim` on the `PATH`) or one before 0.10, the test says so and
//! passes.

#![allow(clippy::unwrap_used, reason = "what cannot be unwrapped is a failed test")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use expect_test::expect;
use obelus_tests::binary::{obelus, workspace};

/// A Neovim of 0.10 or newer.
fn neovim() -> Result<PathBuf, String> {
    let program = std::env::var_os("NVIM").unwrap_or_else(|| "nvim".into());
    let program = PathBuf::from(program);
    let output = Command::new(&program).arg("--version").output();
    let output = output.map_err(|_| format!("there is no Neovim `{}`", program.display()))?;
    let version = String::from_utf8_lossy(&output.stdout);
    let numbers = version.trim_start_matches("NVIM v").split(['.', '-', '\n']);
    let numbers: Vec<u32> = numbers.map_while(|number| number.parse().ok()).take(2).collect();
    if numbers >= vec![0, 10] { Ok(program) } else { Err(format!("Neovim is too old: {version}")) }
}

/// Runs a script in a Neovim that has loaded nothing but the repository's configuration.
fn run(neovim: &Path, document: &Path, script: &str) -> Output {
    let folder = document.parent().unwrap();
    let scripts = [folder.join("before.lua"), folder.join("after.lua")];
    let server = obelus().display().to_string();
    std::fs::write(&scripts[0], format!("vim.g.obelus_command = {{ [==[{server}]==], 'lsp' }}\n"))
        .unwrap();
    std::fs::write(&scripts[1], script).unwrap();
    let load = |path: &Path| format!("luafile {}", path.display());
    Command::new(neovim)
        .args(["--headless", "-u", "NONE", "-i", "NONE", "-n"])
        .args(["--cmd", &load(&scripts[0])])
        .args(["--cmd", &load(&workspace().join("editors/neovim/obelus.lua"))])
        .args(["--cmd", "filetype on"])
        .arg(document)
        .args(["-c", &load(&scripts[1]), "-c", "quitall!"])
        .env("XDG_CONFIG_HOME", folder)
        .env("XDG_STATE_HOME", folder)
        .output()
        .unwrap()
}

/// Each `vim.wait` ends as soon as its condition holds; the time is only the bound after which it fails.
const SCRIPT: &str = r#"
local function say(...) io.stdout:write(string.format(...) .. '\n') end
local function wait(what, condition)
  if not vim.wait(60000, condition, 10) then say('no %s', what) end
end
local function unclosed()
  return #vim.tbl_filter(function(one)
    return one.code == 'brackets/unclosed'
  end, vim.diagnostic.get(0))
end
local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params, 60000)
  for _, answer in pairs(answers or {}) do return answer.result end
end

say('filetype %s', vim.bo.filetype)
wait('server', function() return #vim.lsp.get_clients({ bufnr = 0 }) == 1 end)
local client = vim.lsp.get_clients({ bufnr = 0 })[1]
say('%s, root %s', client.name, vim.fs.basename(client.root_dir or client.config.root_dir))
wait('finding', function() return unclosed() == 1 end)
vim.api.nvim_buf_set_lines(0, 2, 3, false, { 'Brandt: Then [he] went; see [^1].' })
wait('end of the finding', function() return unclosed() == 0 end)
local here = { uri = vim.uri_from_bufnr(0) }
local mine = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n') .. '\n'
say('in step: %s', tostring(ask('obelus/text', { textDocument = here }).text == mine))
local place = { textDocument = here, position = { line = 2, character = 29 } }
say('hover: %s', vim.trim(ask('textDocument/hover', place).contents.value))
local target = ask('textDocument/definition', place)[1]
say('definition: line %d', target.range.start.line + 1)
local symbols = ask('textDocument/documentSymbol', { textDocument = here })
say('first symbol: %s', symbols[1].name)
client:stop()
wait('good-bye', function() return client:is_stopped() end)
"#;

#[test]
fn the_configuration_for_neovim_works() {
    let neovim = match neovim() {
        Ok(neovim) => neovim,
        Err(reason) => return println!("skipped: {reason}"),
    };
    let folder = tempfile::tempdir().unwrap();
    let edition = folder.path().join("talks");
    std::fs::create_dir(&edition).unwrap();
    std::fs::write(edition.join("edition.toml"), "title = \"Talks\"\n").unwrap();
    let document = edition.join("a.obl");
    std::fs::write(
        &document,
        "# Talk by the lake\n\nBrandt: Then [he went; see [^1].\n\n[^1]: A word in the margin.\n",
    )
    .unwrap();
    let output = run(&neovim, &document, SCRIPT);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    expect![[r#"
        filetype obelus
        obelus, root talks
        in step: true
        hover: A word in the margin.
        definition: line 5
        first symbol: Talk by the lake
    "#]]
    .assert_eq(&said);
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}
