#!/bin/sh
# Measures the packaged program beside a bare page that draws the same charts, and prints each figure with its goal.
set -eu
cd "$(dirname "$0")/../.."
. src/build/main.sh
run_main io.raceboard.bench.Bench "$@"
