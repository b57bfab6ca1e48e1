#!/bin/sh
# Makes target/raceboard.jar, with the production front end, when a source is newer than it.
set -eu
cd "$(dirname "$0")/../.."
. src/build/tools.sh

jar=target/raceboard.jar

# The two folders left out are Vaadin's own products, written anew by every build.
changed() {
    [ ! -e "$jar" ] || find pom.xml vite.config.ts frontend src/main -newer "$jar" -type f \
            ! -path 'frontend/generated/*' ! -path 'src/main/bundles/*' | grep -q .
}
changed || exit 0

need_jdk
need_maven
need_node
say "Building Raceboard (the first time takes some minutes) ..."
maven --quiet -Dmaven.test.skip=true package
