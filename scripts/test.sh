#!/usr/bin/env bash
# test.sh [all|unit|lab|windows|check|format] [FILE...]: what `npm test` and its parts run.
#   check  types, format and lint, generated files up to date
#   unit   tests without a network; lab: tests inside network namespaces; all: everything
#   windows  the program for Windows, built and then run under Wine
#   format formats, and applies safe fixes
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)"
cd "$root"
suite="${1:-all}"
shift || true

# A run that takes longer than this hangs; a single test has two minutes.
run_seconds=1560
test_ms=120000

with_node() { bash "$root/scripts/with-node.sh" "$@" </dev/null; }

# The lab is made of the system's own tools. Without them, and without root, its tests skip.
lab_tools() {
  local pair missing=() packages=()
  for pair in nft:nftables ip:iproute2 unshare:util-linux socat:socat openssl:openssl ps:procps \
    strace:strace pdftotext:poppler-utils iptables-nft-restore:iptables python3:python3 \
    osslsigncode:osslsigncode zbarimg:zbar-tools; do
    PATH="$PATH:/usr/sbin:/sbin" command -v "${pair%%:*}" >/dev/null && continue
    missing+=("${pair%%:*}")
    packages+=("${pair##*:}")
  done
  ((${#missing[@]})) || return 0
  if [[ $(id -u) == 0 ]] && command -v apt-get >/dev/null; then
    echo "installing for the lab: ${packages[*]}" >&2
    mkdir -p "$root/.cache"
    export DEBIAN_FRONTEND=noninteractive
    { apt-get update -qq && apt-get install -qq -y --no-install-recommends "${packages[@]}"; } \
      </dev/null >"$root/.cache/apt.log" 2>&1 && return 0
  fi
  echo "missing: ${missing[*]} (Debian: apt install ${packages[*]}); the tests that need them are skipped" >&2
}

# The page is looked at in Debian's own browsers. Without them, and without root, its tests skip.
browsers() {
  command -v chromium >/dev/null && command -v firefox-esr >/dev/null && return 0
  if [[ $(id -u) == 0 ]] && command -v apt-get >/dev/null; then
    echo "installing for the page: chromium firefox-esr" >&2
    mkdir -p "$root/.cache"
    export DEBIAN_FRONTEND=noninteractive
    { apt-get update -qq && apt-get install -qq -y --no-install-recommends chromium firefox-esr; } \
      </dev/null >"$root/.cache/apt-browsers.log" 2>&1 && return 0
  fi
  echo "missing: chromium, firefox-esr (Debian: apt install chromium firefox-esr); the tests that need them are skipped" >&2
}

# The program for Windows, and a Windows to run it on. Without Wine its tests skip.
windows_program() {
  local code=0
  echo "program for Windows" >&2
  { with_node node scripts/build/build.ts --if-changed &&
    with_node node scripts/build/fixtures.ts; } || failed+=("build")
  bash "$root/scripts/wine/prepare.sh" </dev/null || code=$?
  ((code == 0 || code == 3)) || failed+=("Wine's template of a PC")
}

# Code and settings. Guides and scenarios are laid out by hand, for people who read data.
biome_check() {
  local path paths=()
  for path in src test scripts bench package.json tsconfig.json biome.json; do
    [[ -e $path ]] && paths+=("$path")
  done
  with_node biome check "$@" "${paths[@]}"
}

# Everything is checked, whatever fails first; `failed` remembers what did.
failed=()
check() {
  echo "types" >&2
  { with_node tsc -p . && with_node tsc -p src/portal; } || failed+=("types")
  echo "format and lint" >&2
  biome_check --error-on-warnings || failed+=("format and lint (npm run format)")
  echo "generated files" >&2
  with_node bash scripts/generate.sh --check || failed+=("generated files")
}

is_lab() { [[ $1 == src/lab/* || $1 == test/lab/* || $1 == test/scenarios/real* || $1 == test/firewall/kernel/* || $1 == test/cli/lab* || $1 == test/cli/demo* || $1 == test/payment/* ]]; }

is_windows() { [[ $1 == test/windows/* ]]; }

is_browsing() { [[ $1 == test/page/* || $1 == test/payment/* || $1 == test/portal/* ]]; }

run_tests() {
  local files=() file
  while IFS= read -r file; do
    case "$suite" in
      unit) { is_lab "$file" || is_windows "$file"; } && continue ;;
      lab) is_lab "$file" || continue ;;
      windows) is_windows "$file" || continue ;;
      browsing) is_browsing "$file" || continue ;;
      rest) { is_browsing "$file" || is_windows "$file"; } && continue ;;
    esac
    files+=("$file")
  done < <(find src test -name '*.test.ts' | LC_ALL=C sort)
  (($#)) && files=("$@")
  # One process for all files: fast, and every test cleans up after itself. Nothing may leave
  # loopback; what still holds the process open after the last test is cut off.
  export JOCHI_NETWORK=none
  with_node timeout --foreground --kill-after=10 "$run_seconds" node --test --test-isolation=none \
    --test-timeout="$test_ms" --test-force-exit --test-reporter=spec \
    --import="$root/test/_seed.ts" "${files[@]}" || failed+=("tests")
}

# Much of a test in a browser is waiting: these go on beside everything else, and are told after it.
# Wine comes last and alone: a PC that starves answers too late.
run_all() {
  local told browsing
  told="$(mktemp)"
  # A group of its own, so that stopping the tests stops it whole.
  set -m
  (
    failed=() suite=browsing
    run_tests
    ((${#failed[@]} == 0))
  ) >"$told" 2>&1 &
  browsing=$!
  set +m
  trap 'kill -- -"$browsing" 2>/dev/null; rm -f "$told"' EXIT
  suite=rest
  run_tests
  wait "$browsing" || failed+=("tests in browsers")
  trap - EXIT
  cat "$told"
  rm -f "$told"
  suite=windows
  run_tests
}

case "$suite" in
  check) check ;;
  format) biome_check --write ;;
  unit) run_tests "$@" ;;
  lab)
    lab_tools
    browsers
    run_tests "$@"
    ;;
  windows)
    lab_tools
    windows_program
    run_tests "$@"
    ;;
  all)
    lab_tools
    browsers
    check
    windows_program
    run_all
    ;;
  *)
    echo "test.sh: unknown suite: $suite (all, unit, lab, windows, check, format)" >&2
    exit 2
    ;;
esac

if ((${#failed[@]})); then
  printf 'failed: %s\n' "${failed[@]}" >&2
  exit 1
fi
