#!/usr/bin/env bash
# For macOS and Linux with Python 3.11 or newer: the first time it sets itself up and makes a shop; then it builds it
# and opens it. macOS: double-click. Linux: sh start.command. Another step: sh start.command check, or serve.
[ -n "${BASH_VERSION:-}" ] || exec bash "$0" "$@"
set -euo pipefail
cd -P "$(dirname "$0")"

case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in
  zh*) language=zh shop=我的店 ;;
  *) language=en shop=my-shop ;;
esac
# A shop that is there goes on, whatever the system speaks today.
for there in 我的店 my-shop; do [ ! -d "$there" ] || { shop="$there" && break; }; done
step="${1:-build}"
case "$step" in build | check | serve) ;; *) echo "sh start.command [build|check|serve]" >&2 && exit 2 ;; esac

[ "$(cat .venv/.ready .venv/.ready-to-build 2>/dev/null | head -n 1)" = "$PWD" ] || PLAYBOOK_GROUPS=--no-dev tools/setup_python.sh
# Under another name, too: check says how it should be called.
compgen -G "$shop/[Pp]laybook*" >/dev/null || .venv/bin/playbook new "$shop" --language "$language" --size team
.venv/bin/playbook "$step" --playbook "$shop"
[ "$step" = build ] || exit 0
for opener in open xdg-open; do
  if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$opener" = open ]; then
    command -v "$opener" >/dev/null && exec "$opener" "$shop/site/index.html"
  fi
done
