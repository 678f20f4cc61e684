#!/usr/bin/env bash
# The generated parser is that of the grammar, the grammar's own tests pass, and a short fuzz finds nothing.
# Installs the tree-sitter command line under `target/` where it is not there; says `skipped: …` and passes
# where that cannot be done.
set -euo pipefail
cd "$(dirname "$0")"

version=0.27.1
tools=$(cd .. && pwd)/target/tools
export PATH="$tools/bin:$PATH"
if ! tree-sitter --version 2>/dev/null | grep -q "$version"; then
  cargo install tree-sitter-cli --version "$version" --no-default-features --locked --quiet --root "$tools" || {
    echo "skipped: tree-sitter $version is not here and could not be installed"
    exit 0
  }
fi

fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT
cp -r ./*.js tree-sitter.json package.json src "$fresh"
(cd "$fresh" && tree-sitter generate)
for file in parser.c grammar.json node-types.json; do
  cmp "src/$file" "$fresh/src/$file" || { echo "grammar/src/$file is not that of grammar.js: run tree-sitter generate"; exit 1; }
done
# Rebuilt, since the command line keeps one library by the name of the grammar, whatever its folder.
tree-sitter test --rebuild
# The seed is fixed, so that a failure can be repeated. The exit status of `fuzz` does not tell of failures.
TREE_SITTER_SEED=1 tree-sitter fuzz --rebuild --iterations "${FUZZ_ITERATIONS:-10}" --edits 5 >"$fresh/fuzz.log" 2>&1 || failed=yes
if [ -n "${failed:-}" ] || grep -q "failed fuzzing" "$fresh/fuzz.log"; then
  grep -v "^ *[0-9]*\\. " "$fresh/fuzz.log" | tail -n 60
  exit 1
fi
echo "fuzz: nothing found"
