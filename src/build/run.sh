#!/bin/sh
# Serves http://localhost:${PORT:-8080} in production mode, with the store in ./data.
set -eu
cd "$(dirname "$0")/../.."
. src/build/tools.sh

src/build/package.sh
src/build/cache.sh
need_jdk

# Whoever may read this file may ask for a visible test change: see demo-change.sh.
(umask 077 && od -An -N16 -tx1 /dev/urandom | tr -d ' \n' >target/demo.key)
RACEBOARD_DEMO_KEY=$(cat target/demo.key)
export RACEBOARD_DEMO_KEY

# Ctrl-C reaches the server too, which then ends in order; this shell only waits for it.
trap : INT TERM
status=0
# shellcheck disable=SC2046 # an option or nothing
java @config/jvm.options $([ -e target/run/raceboard.aot ] && echo -XX:AOTCache=target/run/raceboard.aot) \
        -jar target/run/raceboard.jar "$@" || status=$?
[ "$status" -eq 130 ] || [ "$status" -eq 143 ] || exit "$status"
