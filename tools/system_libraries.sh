#!/usr/bin/env bash
# Looks by name for what cannot come from PyPI, and installs what is missing where apt needs no password.
#   print  what the printed sheets need: Pango and HarfBuzz
#   test   that, and what the tests read sheets and workbooks with: a Chromium, Poppler, qpdf and LibreOffice Calc
set -euo pipefail
cd -P "$(dirname "$0")/.."

wanted="${1:-print}"
case "$wanted" in print | test) ;; *) echo "usage: tools/system_libraries.sh [print|test]" >&2 && exit 2 ;; esac

has() { command -v "$1" >/dev/null; }

# Prints the libraries that do not load; really loads them, as the sheets' PDF writer will.
missing_libraries() {
  local python=.venv/bin/python
  [ -x $python ] || python=python3
  "$python" -I - <<'PYTHON'
import ctypes

NAMES = {
    "pango": ("libpango-1.0.so.0", "libpango-1.0.dylib"),
    "pangoft2": ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib"),
    "harfbuzz": ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib"),
}


def loads(name):
    for folder in ("", "/opt/homebrew/lib/", "/usr/local/lib/"):
        try:
            ctypes.CDLL(folder + name)
            return True
        except OSError:
            pass
    return False


print(*[library for library, names in NAMES.items() if not any(map(loads, names))])
PYTHON
}

has_chromium() {
  local name folder
  for name in chromium google-chrome google-chrome-stable; do
    has $name && return
  done
  # Ubuntu's chromium-browser may be a stand-in that only asks for the snap.
  if has chromium-browser && { [ -x /snap/bin/chromium ] || ! grep -q /snap/bin "$(command -v chromium-browser)"; }; then
    return
  fi
  for folder in "/Applications/Google Chrome.app" /Applications/Chromium.app \
    "${PLAYWRIGHT_BROWSERS_PATH:-$HOME/.cache/ms-playwright}"/chromium-*; do
    [ -d "$folder" ] && return
  done
  return 1
}

find_missing() {
  missing_libraries
  [ "$wanted" = test ] || return 0
  has_chromium || echo chromium
  { has pdftotext && has pdffonts && has pdftoppm; } || echo poppler
  has qpdf || echo qpdf
  has soffice || has libreoffice || [ -d /Applications/LibreOffice.app ] || echo calc
}

is_ubuntu() { grep -qx 'ID=ubuntu' /etc/os-release 2>/dev/null; }

# The package of one missing thing: package apt|brew <thing>
package() {
  case "$1 $2" in
    "apt pango") echo libpango-1.0-0 ;;
    "apt pangoft2") echo libpangoft2-1.0-0 ;;
    "apt harfbuzz") echo libharfbuzz-subset0 ;;
    "apt poppler") echo poppler-utils ;;
    "apt calc") echo libreoffice-calc-nogui ;;
    "apt chromium") is_ubuntu || echo chromium ;; # Ubuntu has it as a snap only: see below
    "brew pangoft2") echo pango ;;
    "brew chromium") echo google-chrome ;;
    "brew calc") echo libreoffice ;;
    *) echo "$2" ;;
  esac
}

packages() { for thing in $missing; do package "$1" "$thing"; done | sort -u | xargs; }

missing="$(find_missing | xargs)"
[ -n "$missing" ] || exit 0

if [ "$(uname)" = Darwin ]; then
  command="brew install $(packages brew)"
elif has apt-get; then
  as_root=""
  [ "$(id -u)" = 0 ] || as_root="sudo "
  names="$(packages apt)"
  apt="apt-get install -y --no-install-recommends $names"
  browser=".venv/bin/playwright install --with-deps chromium"
  needs_browser="$(is_ubuntu && case " $missing " in *" chromium "*) echo yes ;; esac || true)"
  command="${names:+${as_root}apt-get update && $as_root$apt}"
  [ -z "$needs_browser" ] || command="${command:+$command && }$browser"
  if [ -z "$as_root" ] || sudo -n true 2>/dev/null; then
    echo "system libraries: installing $missing"
    export DEBIAN_FRONTEND=noninteractive
    # A step that fails shows in the second look below.
    if [ -n "$names" ]; then
      ${as_root:+sudo -n} apt-get update -qq || true
      # shellcheck disable=SC2086 # a command in words
      ${as_root:+sudo -n} $apt -qq >/dev/null || true
    fi
    if [ -n "$needs_browser" ]; then $browser || true; fi
    missing="$(find_missing | xargs)"
    [ -n "$missing" ] || exit 0
  fi
else
  command="(with this system's package manager) install: $missing"
fi

{
  echo "system libraries: missing here: $missing. Type this, then run the same make command again:"
  echo "  $command"
} >&2
exit 1
