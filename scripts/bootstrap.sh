# Sourced by ./jochi and scripts/with-node.sh: makes Node 24 and the packages present, once.
# Speaks on standard error only: standard output belongs to the command that is about to run.
#
#   .node/node             the Node to use: a link to the one on PATH if that is new enough,
#                          else to the one fetched from npm into .node/node_modules
#   .node/checked          has the time of that binary: it was found to be new enough
#   node_modules/.jochi    has the time of package-lock.json: the packages are those of the lock
#                          file; holds "run" (what the program needs) or "all" (and the tools)
#   .cache/unfinished      an installation began and did not end; the next run starts it again

node_wanted=24
node_pinned=24.21.0

say() { # ko en
  if [[ $speech == en ]]; then printf 'jochi: %s\n' "$2" >&2; else printf 'jochi: %s\n' "$1" >&2; fi
}

# The language as main.ts chooses it: --lang, then the locale, then Korean.
speech_of() {
  local locale="${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" previous="" word
  speech=ko
  [[ $locale == en* ]] && speech=en
  for word in "$@"; do
    [[ $word == -- ]] && break
    [[ $word == --lang=en || ($previous == --lang && $word == en) ]] && speech=en
    [[ $word == --lang=ko || ($previous == --lang && $word == ko) ]] && speech=ko
    previous="$word"
  done
}

# bootstrap ROOT run|all [ARGUMENT...]
bootstrap() {
  local root="$1" kind="$2"
  shift 2
  speech_of "$@"
  mkdir -p "$root/.cache" "$root/.node" 2>/dev/null
  take_lock || return
  ensure_node && ensure_packages
  local code=$?
  release_lock
  return "$code"
}

# --- one installation at a time -------------------------------------------------------------

take_lock() {
  local lock="$root/.cache/install.lock"
  if command -v flock >/dev/null; then
    # npm inherits the descriptor, so the lock lasts as long as the installation really does.
    { exec 9>"$lock"; } 2>/dev/null || return 0 # read-only checkout: nothing to install into
    flock -n 9 && return
    say "다른 실행이 설치 중입니다. 끝나기를 기다립니다." "another run is installing; waiting for it."
    flock -w 900 9 && return
  else
    local waited=0 holder
    until mkdir "$lock.d" 2>/dev/null; do
      [[ -w $root/.cache ]] || return 0
      holder="$(cat "$lock.d/pid" 2>/dev/null)"
      if [[ -n $holder ]] && ! kill -0 "$holder" 2>/dev/null; then
        rm -rf "$lock.d"
        continue
      fi
      ((waited++ == 0)) &&
        say "다른 실행이 설치 중입니다. 끝나기를 기다립니다." "another run is installing; waiting for it."
      ((waited > 900)) && break
      sleep 1
    done
    ((waited <= 900)) && echo $$ >"$lock.d/pid" && return
  fi
  say "다른 설치가 15분 안에 끝나지 않았습니다." "another installation did not end within 15 minutes."
  return 2
}

release_lock() {
  { exec 9>&-; } 2>/dev/null
  [[ -d $root/.cache/install.lock.d ]] && rm -rf "$root/.cache/install.lock.d"
  return 0
}

# --- Node ----------------------------------------------------------------------------------

new_enough() { # path of a node
  local version
  version="$("$1" --version 2>/dev/null)" || return
  version="${version#v}"
  [[ ${version%%.*} =~ ^[0-9]+$ ]] && ((${version%%.*} >= node_wanted))
}

use_node() { # path of a node; may be a version manager's shim, so it is not dereferenced
  node="$root/.node/node"
  if [[ ! $1 -ef $node ]]; then
    ln -sfn "${1#"$root/.node/"}" "$node" 2>/dev/null || node="$1"
  fi
  touch -r "$1" "$root/.node/checked" 2>/dev/null || true
}

node_package() {
  local system machine
  case "$(uname -s)" in
    Linux) system=linux ;;
    Darwin) system=darwin ;;
    *) return 1 ;;
  esac
  case "$(uname -m)" in
    x86_64 | amd64) machine=x64 ;;
    aarch64 | arm64) machine=arm64 ;;
    *) return 1 ;;
  esac
  echo "node-$system-$machine"
}

ensure_node() {
  local found package fetched incoming
  found="$root/.node/node"
  [[ -x $found ]] && new_enough "$found" && use_node "$found" && return
  found="$(type -P node)"
  [[ -n $found ]] && new_enough "$found" && use_node "$found" && return
  if ! package="$(node_package)"; then
    say "이 컴퓨터($(uname -sm))에는 Node $node_wanted 이상을 직접 설치해 주세요." \
      "please install Node $node_wanted or newer yourself on this machine ($(uname -sm))."
    return 2
  fi
  fetched="$root/.node/node_modules/$package/bin/node"
  if ! { [[ -x $fetched ]] && new_enough "$fetched"; }; then
    need_npm || return
    say "Node $node_pinned을(를) npm에서 받습니다. 처음 한 번만 합니다." \
      "fetching Node $node_pinned from npm; only this first time."
    # Into a folder of its own and then renamed, so that a half-fetched Node is never used.
    incoming="$root/.node/incoming"
    rm -rf "$incoming"
    if ! npm_quiet install --prefix "$incoming" --no-save "$package@$node_pinned" ||
      ! new_enough "$incoming/node_modules/$package/bin/node"; then
      npm_failed "Node $node_pinned을(를) 받지 못했습니다" "could not fetch Node $node_pinned"
      return
    fi
    rm -rf "${fetched%/bin/node}"
    mkdir -p "$root/.node/node_modules" &&
      mv "$incoming/node_modules/$package" "$root/.node/node_modules/" && rm -rf "$incoming" || return 2
  fi
  use_node "$fetched"
}

# --- packages ------------------------------------------------------------------------------

ensure_packages() {
  local present omit=()
  present="$("$node" "$root/scripts/installed.ts" "$kind")" || return 2
  if [[ -z $present || -e $root/.cache/unfinished ]]; then
    need_npm || return
    say "필요한 패키지를 설치합니다. 처음 한 번만 합니다." \
      "installing the packages it needs; only this first time."
    : >"$root/.cache/unfinished" || return 2
    [[ -e $root/node_modules/typescript ]] && kind=all # never take the tools away again
    [[ $kind == run ]] && omit=(--omit=dev)
    rm -f "$root/node_modules/.jochi"
    # Not `npm ci`: it refuses a lock file that lacks packages of other platforms, and registries
    # inside closed networks often lack those. With a lock file this installs the same versions,
    # held to the same hashes.
    if ! (cd "$root" && npm_quiet install --no-save "${omit[@]}"); then
      npm_failed "패키지를 설치하지 못했습니다" "could not install the packages"
      return
    fi
    present="$("$node" "$root/scripts/installed.ts" "$kind")"
    if [[ -z $present ]]; then
      npm_failed "설치된 패키지가 package-lock.json과 다릅니다" \
        "the installed packages differ from package-lock.json"
      return
    fi
    rm -f "$root/.cache/unfinished"
  fi
  { echo "$present" >"$root/node_modules/.jochi"; } 2>/dev/null &&
    touch -r "$root/package-lock.json" "$root/node_modules/.jochi"
  return 0
}

need_npm() {
  command -v npm >/dev/null && return
  say "npm이 없습니다. 먼저 설치해 주세요 (Debian: apt install npm)." \
    "npm is missing; please install it first (Debian: apt install npm)."
  return 2
}

npm_quiet() {
  npm "$@" --ignore-scripts --no-audit --no-fund --no-update-notifier --no-progress \
    --loglevel=error --fetch-retries=1 --fetch-retry-mintimeout=1000 --fetch-timeout=60000 \
    </dev/null >"$root/.cache/npm.log" 2>&1
}

npm_failed() { # ko en
  local code
  code="$(sed -n 's/^npm error code //p' "$root/.cache/npm.log" 2>/dev/null | head -n 1)"
  say "$1${code:+ ($code)}. 자세한 내용: $root/.cache/npm.log" \
    "$2${code:+ ($code)}. Details: $root/.cache/npm.log"
  return 2
}
