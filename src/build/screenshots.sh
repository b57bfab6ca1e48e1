#!/bin/sh
# Pictures of every public page into ./screenshots; with arguments, of these paths instead.
set -eu
cd "$(dirname "$0")/../.."
. src/build/main.sh
run_main io.raceboard.browser.Screenshots "$@"
