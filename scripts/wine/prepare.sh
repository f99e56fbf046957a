#!/usr/bin/env bash
# prepare.sh: makes Wine present and a template of a Windows 10 PC in .cache/wine/template, once.
# Tests clone it (test/windows/stage/wine-pc.ts). Ends with 3, and one line, where that cannot be.
#
#   .cache/wine/template   the PC; template/made tells of what Wine, and by which recipe
#   .cache/wine/locale     a Korean locale: Windows' own programs then speak CP949
#   .cache/wine/home       the home folder that Wine may write into
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)"
cache="$root/.cache/wine"
recipe=2
# One program of Wine never takes longer on a machine that works.
limit=(timeout --kill-after=5 120)

mkdir -p "$cache"
exec 9>"$cache/lock"
flock -w 600 9

find_wine() {
  local path
  for path in /usr/lib/wine/wine64 /usr/lib/wine/wine; do
    [[ -x $path ]] && wine="$path" && return
  done
  wine="$(command -v wine64 || command -v wine)"
}

if ! find_wine || ! command -v localedef >/dev/null || ! [[ -e /usr/share/i18n/locales/ko_KR ]]; then
  if [[ $(id -u) == 0 ]] && command -v apt-get >/dev/null; then
    echo "installing for the Windows tests: wine locales" >&2
    export DEBIAN_FRONTEND=noninteractive
    { apt-get update -qq &&
      apt-get install -qq -y --no-install-recommends wine wine64 locales ca-certificates; } \
      </dev/null >"$cache/apt.log" 2>&1 || true
  fi
  if ! find_wine; then
    echo "missing: wine (Debian: apt install wine wine64 locales); the Windows tests are skipped" >&2
    exit 3
  fi
fi

server="${wine/%wine64/wineserver64}"
[[ -x $server ]] || server="$(dirname "$wine")/wineserver"
[[ -x $server ]] || server="$(command -v wineserver)"
version="$("$wine" --version 2>/dev/null)"
made="$recipe $version"

if ! [[ -e $cache/locale/ko_KR.UTF-8 ]] && command -v localedef >/dev/null; then
  mkdir -p "$cache/locale"
  localedef -i ko_KR -f UTF-8 "$cache/locale/ko_KR.UTF-8" 2>/dev/null || true
fi
mkdir -p "$cache/home" "$cache/pcs"
# What a test that was killed has left; none takes two hours.
find "$cache/pcs" -mindepth 1 -maxdepth 1 -mmin +120 -exec rm -rf {} +
printf '%s\n%s\n' "$wine" "$server" >"$cache/programs"

[[ -e $cache/template/made && $(<"$cache/template/made") == "$made" ]] && exit 0

echo "making the template of a Windows PC, with $version" >&2
rm -rf "$cache/template" "$cache/making"
unset DISPLAY
export WINEPREFIX="$cache/making" WINEARCH=win64 WINEDEBUG=-all HOME="$cache/home" \
  WINEDLLOVERRIDES="mscoree,mshtml=;winemenubuilder.exe=d"

# Wine's programs end with what they like; what they did is looked at below.
in_wine() {
  {
    env LOCPATH="$cache/locale" LC_ALL=ko_KR.UTF-8 "${limit[@]}" "$wine" "$@" || true
    "${limit[@]}" "$server" -w || true
  } </dev/null >>"$cache/making.log" 2>&1
}

: >"$cache/making.log"
in_wine wineboot -i
in_wine winecfg -v win10
if ! [[ -e $WINEPREFIX/system.reg && -e $WINEPREFIX/drive_c/windows/system32/kernelbase.dll ]]; then
  echo "Wine made no PC; details: $cache/making.log" >&2
  exit 1
fi

# Wine before 10 has VirtualAlloc2, but not the placeholders that V8 asks it for. Without that name
# V8 does without. Only this copy of the library changes, and no program under test.
number="${version#wine-}"
if ((${number%%.*} < 10)); then
  libraries=("$(dirname "$wine")"/x86_64-windows/kernelbase.dll /usr/lib/*/wine/x86_64-windows/kernelbase.dll)
  for library in "${libraries[@]}"; do [[ -e $library ]] && break; done
  bash "$root/scripts/with-node.sh" node "$root/scripts/wine/hide-export.ts" "$library" \
    "$WINEPREFIX/drive_c/windows/system32/kernelbase.dll" VirtualAlloc2
  in_wine reg add 'HKCU\Software\Wine\DllOverrides' /v kernelbase /d native /f
fi
# A person's folders are links to the home folder; each PC of a test gets its own.
find "$WINEPREFIX/drive_c/users" -type l -print0 | while IFS= read -r -d '' link; do
  rm "$link" && mkdir "$link"
done
echo "$made" >"$WINEPREFIX/made"
mv "$cache/making" "$cache/template"
