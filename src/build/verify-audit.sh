#!/bin/sh
# Computes every hash of the desk's log anew. The board must be stopped, since one process at a time opens its store.
set -eu
cd "$(dirname "$0")/../.."
. src/build/tools.sh

src/build/package.sh
need_jdk
exec java @config/jvm.options -jar target/raceboard.jar --raceboard.verify=audit --server.port=0 \
        --server.address=127.0.0.1 "$@"
