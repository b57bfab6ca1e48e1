#!/bin/sh
# Kills the process that writes ROUNDS times, on H2 and on PostgreSQL, and looks for what was confirmed and is lost.
set -eu
cd "$(dirname "$0")/../.."
. src/build/tools.sh
need_jdk
need_maven
maven --quiet test -Dtest=CrashTest -Dsurefire.failIfNoSpecifiedTests=false -Dcrash.rounds="${ROUNDS:-100}"
grep -h 'kills' target/surefire-reports/*CrashTest*.txt target/surefire-reports/TEST-*CrashTest.xml 2>/dev/null | head -2 || true
