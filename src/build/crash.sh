#!/bin/sh
# Kills the process that writes ROUNDS times, on H2 and on PostgreSQL, and looks for what was confirmed and is lost. Then
# damages a closed store in as many ways, and looks whether it ever opens with other rows. Then takes in a hundred times
# as many files that nobody would write.
set -eu
cd "$(dirname "$0")/../.."
. src/build/tools.sh
need_jdk
need_maven
maven --quiet test -Dtest='CrashTest,DamagedStoreTest,ImportFuzzTest' -Dsurefire.failIfNoSpecifiedTests=false -Dlongest.test.seconds=0 \
        -Dcrash.rounds="${ROUNDS:-100}" -Ddamage.variants="${ROUNDS:-100}" \
        -Dfuzz.files="$((${ROUNDS:-100} * 100))"
