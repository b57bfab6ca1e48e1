#!/bin/sh
# Serves http://localhost:${PORT:-8080} in development mode with a store of its own in ./data/dev: what changes in
# frontend/ is in the browser at once, what changes in src/main is compiled and the program restarted in place.
set -eu
cd "$(dirname "$0")/../.."
. src/build/tools.sh
need_jdk
need_maven
need_node

mkdir -p target
touch target/compiled
recompile() {
    while sleep 2; do
        [ -n "$(find src/main -type f -newer target/compiled ! -path 'src/main/bundles/*' | head -n 1)" ] || continue
        touch target/compiled
        say "Compiling what changed ..."
        maven --quiet --offline -Pdev compile || say "That does not compile yet; the last good version keeps running."
    done
}

maven --quiet -Pdev compile
recompile &
watcher=$!
trap 'kill $watcher 2>/dev/null' EXIT
trap : INT TERM
maven --quiet -Pdev spring-boot:run "-Dspring-boot.run.arguments=--spring.datasource.url=jdbc:h2:file:./data/dev/raceboard;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE" || true
