#!/bin/sh
# Lets a real wall rotate for $1 minutes, ten times as fast as it would, under $2 changes of the data.
set -eu
cd "$(dirname "$0")/../.."
. src/build/main.sh
run_main io.raceboard.bench.WallSoak "${1:-60}" "${2:-100000}"
