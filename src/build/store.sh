#!/bin/sh
# Does something to the store in ./data while the program does not run: restore FILE, rebuild, verify FILE.
set -eu
cd "$(dirname "$0")/../.."
. src/build/tools.sh
src/build/package.sh
need_jdk
exec java @config/jvm.options -jar target/raceboard.jar "$@"
