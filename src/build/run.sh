#!/bin/sh
# Serves http://localhost:${PORT:-8080} in production mode, with the store in ./data.
set -eu
cd "$(dirname "$0")/../.."
. src/build/tools.sh

src/build/package.sh
need_jdk

# Ctrl-C reaches the server too, which then ends in order; this shell only waits for it.
trap : INT TERM
java -jar target/raceboard.jar && exit || status=$?
[ "$status" -eq 130 ] || [ "$status" -eq 143 ] || exit "$status"
