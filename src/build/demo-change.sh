#!/bin/sh
# Writes a visible test change into the server that `make run` started; the next time takes it back.
set -eu
cd "$(dirname "$0")/../.."
. src/build/tools.sh
need_jdk
exec java src/build/DemoChange.java "${PORT:-8080}" target/demo.key
