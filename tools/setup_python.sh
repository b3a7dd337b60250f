#!/usr/bin/env bash
# Makes .venv with everything the playbook needs from PyPI, in the versions of uv.lock.
# Use another Python:  PYTHON=/path/to/python3.12 make setup
# Only what the playbook itself needs:  PLAYBOOK_GROUPS=--no-dev tools/setup_python.sh
# The machine's proxy and mirror settings (pip's and uv's own) stay in force.
set -euo pipefail
cd -P "$(dirname "$0")/.."

# The environment is always .venv in this folder, whatever environment the terminal has active.
export UV_PROJECT_ENVIRONMENT="$PWD/.venv"
unset VIRTUAL_ENV PYTHONHOME
groups="${PLAYBOOK_GROUPS:---all-groups}"
ready=.venv/.ready # holds the folder's path; the Makefile reads it too

say() { echo "setup: $*"; }
stop() {
  echo "setup: $1" >&2
  shift
  for line in "$@"; do echo "  $line" >&2; done
  exit 1
}

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

find_python() {
  local name
  if [ -n "${PYTHON:-}" ]; then
    new_enough "$PYTHON" || stop "PYTHON=$PYTHON is not a Python 3.11 or newer."
    echo "$PYTHON"
    return
  fi
  for name in python3 python3.14 python3.13 python3.12 python3.11; do
    if command -v "$name" >/dev/null && new_enough "$name"; then
      command -v "$name"
      return
    fi
  done
  stop "Python 3.11 or newer is needed. Install it, then run the same make command again:" \
    "Debian/Ubuntu:  sudo apt-get install python3 python3-venv" \
    "macOS:          brew install python@3.13"
}

# uv older than 0.9 does not count: it may not read uv.lock the way it was written.
machine_has_uv() {
  case "$(uv --version 2>/dev/null)" in
    "" | "uv 0."[0-8].*) return 1 ;;
  esac
}

# Debian and Ubuntu keep the part of Python that makes environments in a package of its own.
need_venv_module() {
  local package
  "$1" -c 'import ensurepip, venv' 2>/dev/null && return
  package="$("$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"
  local -a apt=(apt-get)
  [ "$(id -u)" = 0 ] || apt=(sudo -n apt-get)
  if command -v apt-get >/dev/null && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }; then
    say "installing $package"
    "${apt[@]}" update -qq && "${apt[@]}" install -y -qq --no-install-recommends "$package" || true
  fi
  "$1" -c 'import ensurepip, venv' 2>/dev/null ||
    stop "Python's venv module is missing. Type this, then run the same make command again:" \
      "sudo apt-get install $package"
}

no_download() {
  stop "The download did not work (see above). Check the internet connection or proxy, then type:" "the same command again (or: make setup)"
}

# `uv sync` takes the addresses written in uv.lock and passes over a package mirror, so with a mirror
# the same versions and checksums go through the tool whose settings name it.
own_mirror() {
  if [ $uv = uv ]; then
    echo "${UV_DEFAULT_INDEX:-}${UV_INDEX_URL:-}"
  else
    .venv/bin/python -m pip config list | grep -E "[.]index-url=" || true
  fi
}

from_mirror() {
  local -a install=(.venv/bin/python -m pip install --quiet --disable-pip-version-check)
  [ $uv = .venv/bin/uv ] || install=(uv pip install --quiet --python .venv/bin/python)
  $uv export --quiet --frozen "$groups" --no-emit-project --output-file .venv/locked.txt >/dev/null &&
    "${install[@]}" --require-hashes --requirement .venv/locked.txt &&
    "${install[@]}" --no-deps --editable .
}

# Scripts inside .venv hold the folder's path, so a moved or broken .venv is made again.
if [ -d .venv ]; then
  if ! new_enough .venv/bin/python || { [ -f $ready ] && [ "$(cat $ready)" != "$PWD" ]; }; then
    rm -rf .venv
  fi
fi
rm -f $ready

if machine_has_uv; then
  uv=uv
else
  uv=.venv/bin/uv
fi

if [ ! -d .venv ]; then
  python="$(find_python)"
  say "making .venv with $("$python" --version) (once; takes a minute or two)"
  if [ $uv = uv ]; then
    uv venv --quiet --python "$python" .venv
  else
    need_venv_module "$python"
    "$python" -m venv .venv || { rm -rf .venv && stop "$python could not make .venv; see the lines above."; }
  fi
fi

if [ $uv = .venv/bin/uv ] && [ ! -x $uv ]; then
  .venv/bin/python -m pip install --quiet --disable-pip-version-check 'uv>=0.9,<1' || no_download
fi

if [ -n "$(own_mirror)" ]; then
  from_mirror || no_download
else
  $uv sync --quiet --frozen --inexact "$groups" --python .venv/bin/python || no_download
fi

# What was set up without the tests' tools is not ready for make.
[ "$groups" = --all-groups ] || ready=.venv/.ready-to-build
echo "$PWD" >$ready
say "ready"
