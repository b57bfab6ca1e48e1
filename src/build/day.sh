#!/bin/sh
# Plays two days of changes, one for each minute, to $1 displays and two real browsers, as fast as they take them.
set -eu
cd "$(dirname "$0")/../.."
. src/build/main.sh
run_main io.raceboard.bench.WallDay "${1:-200}"
