#!/usr/bin/env bash
# with-node.sh COMMAND...: runs a command with Node 24 and the packages' tools first on PATH.
# npm itself may run under an older Node; this is how package.json's scripts get the right one.
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)"
source "$root/scripts/bootstrap.sh"
bootstrap "$root" all || exit 2
export PATH="$root/.node:$root/node_modules/.bin:$PATH"
export UV_THREADPOOL_SIZE="${UV_THREADPOOL_SIZE:-16}"
export NODE_COMPILE_CACHE="${NODE_COMPILE_CACHE:-$root/.cache/compile}"
cd "$root" && exec "$@"
