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
status=0
maven verify "$@" || status=$?

# Adds up one attribute of all test reports, for example "failures".
total() {
    cat target/surefire-reports/TEST-*.xml target/failsafe-reports/TEST-*.xml 2>/dev/null |
        sed -n "s/^<testsuite .* $1=\"\([0-9]*\)\".*/\1/p" | awk '{ sum += $1 } END { print sum + 0 }'
}
skipped=$(total skipped)
failed=$(($(total errors) + $(total failures)))
passed=$(($(total tests) - failed - skipped))

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
