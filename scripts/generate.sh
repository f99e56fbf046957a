#!/usr/bin/env bash
# generate.sh [--check]: writes everything that is generated; with --check, fails if that changed
# anything (the new content stays, ready to be committed).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
generated=(schemas docs/examples)

state() { find "${generated[@]}" -type f -exec sha256sum {} + 2>/dev/null | LC_ALL=C sort -k 2; }

before="$(state || true)"
for generator in scripts/generate-*.ts; do
  node "$generator"
done
[[ ${1:-} == --check ]] || exit 0
if changed="$(diff <(echo "$before") <(state || true))"; then exit 0; fi
echo "generated files were out of date; commit them:" >&2
sed -n 's/^[<>] [0-9a-f]*  /  /p' <<<"$changed" | sort -u >&2
exit 1
