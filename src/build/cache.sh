#!/bin/sh
# Unpacks target/raceboard.jar into target/run and lets the JVM write its ahead-of-time cache in a practice start
# against a store that is thrown away: later starts then take a fraction of the time.
set -eu
cd "$(dirname "$0")/../.."
. src/build/tools.sh
need_jdk

jar=target/raceboard.jar
run=target/run
# The cache only fits the JVM, the options and the jar that it was made with.
key="$(cat "$JAVA_HOME/release" config/jvm.options src/build/cache.sh; ls -l "$jar")"
[ -e $run/raceboard.aot ] && [ "$(cat $run/key 2>/dev/null)" = "$key" ] && exit

say "Preparing a fast start (once after each build) ..."
rm -rf $run
java -Djarmode=tools -jar "$jar" extract --destination $run
if java @config/jvm.options -XX:AOTCacheOutput=$run/raceboard.aot -jar $run/raceboard.jar --raceboard.practice=true \
        --server.port=0 --spring.datasource.url="jdbc:h2:file:./$run/practice/raceboard" >$run/practice.log 2>&1; then
    printf '%s' "$key" >$run/key
else
    rm -f $run/raceboard.aot
    say "The practice start failed (see $run/practice.log); starting will be slower."
fi
rm -rf $run/practice
