#!/usr/bin/env bash
# The generated parser is that of the grammar, and the grammar's own tests pass. Installs the tree-sitter
# command line under `target/` where it is not there.
set -euo pipefail
cd "$(dirname "$0")"

version=0.27.1
tools=$(cd .. && pwd)/target/tools
export PATH="$tools/bin:$PATH"
if ! tree-sitter --version 2>/dev/null | grep -q "$version"; then
  cargo install tree-sitter-cli --version "$version" --no-default-features --locked --quiet --root "$tools"
fi

fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT
cp -r grammar.js tree-sitter.json package.json src "$fresh"
(cd "$fresh" && tree-sitter generate)
for file in parser.c grammar.json node-types.json; do
  cmp "src/$file" "$fresh/src/$file" || { echo "grammar/src/$file is not that of grammar.js: run tree-sitter generate"; exit 1; }
done
tree-sitter test
