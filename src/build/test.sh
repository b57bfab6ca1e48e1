#!/bin/sh
# Runs every test: plain ones, store (H2 and PostgreSQL), views, and a real browser on the production front end.
set -eu
cd "$(dirname "$0")/../.."
. src/build/tools.sh
. src/build/browser.sh
need_jdk
need_maven
need_node
need_browser

rm -rf target/surefire-reports target/failsafe-reports target/browser
mkdir -p target
log=target/test.log
{ maven verify "$@" && status=0 || status=$?; echo "$status" >target/test.status; } 2>&1 | tee "$log"
status=$(cat target/test.status)

# Adds up one of Maven's own sums, for example "Failures". Reports would not do: a class that runs on both stores writes
# two of them under one name.
total() {
    sed -n "s/.*Tests run: [0-9]*, Failures: [0-9]*, Errors: [0-9]*, Skipped: [0-9]*\$/&, /p" "$log" |
        sed -n "s/.*$1: \([0-9]*\),.*/\1/p" | awk '{ sum += $1 } END { print sum + 0 }'
}
skipped=$(total Skipped)
failed=$(($(total Errors) + $(total Failures)))
passed=$(($(total "Tests run") - failed - skipped))

if cat target/failsafe-reports/TEST-*.xml 2>/dev/null | grep -q 'NO BROWSER'; then
    say
    say "*** NO BROWSER: THE BROWSER TESTS WERE LEFT OUT. Install Chromium (Debian: apt-get install chromium)."
    [ "${CI:-}" = true ] && status=1
fi
if [ $failed -gt 0 ]; then
    say
    say "Reports: target/surefire-reports, target/failsafe-reports; pictures of pages: target/browser (traces: -Dbrowser.trace=true)"
    cat target/surefire-reports/*.txt target/failsafe-reports/*.txt 2>/dev/null | grep -E '<<< (FAILURE|ERROR)!' >&2 || true
fi
echo
echo "$passed passed, $failed failed, $skipped skipped"
exit $status
