#!/bin/sh
# Plays a day of changes, one for each minute, to $1 displays and two real browsers, at sixty times its speed; $2 hours of it.
set -eu
cd "$(dirname "$0")/../.."
. src/build/main.sh
run_main io.raceboard.bench.WallDay "${1:-200}" "${2:-24}"
