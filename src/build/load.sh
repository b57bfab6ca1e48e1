#!/bin/sh
# Puts $1 displays on one wall, a few of them real, and prints what a change costs beside its goal.
set -eu
cd "$(dirname "$0")/../.."
. src/build/main.sh
run_main io.raceboard.bench.WallLoad "${1:-1000}"
