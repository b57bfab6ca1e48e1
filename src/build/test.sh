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

# Runs Maven, shows what it says and keeps it in the log; its status is in $status afterwards.
verify() {
    { maven verify "$@" && status=0 || status=$?; echo "$status" >target/test.status; } 2>&1 | tee "$log"
    status=$(cat target/test.status)
}

# Adds up one of Maven's own sums, for example "Failures". Reports would not do: a class that runs on both stores writes
# two of them under one name.
total() {
    sed -n "s/.*Tests run: [0-9]*, Failures: [0-9]*, Errors: [0-9]*, Skipped: [0-9]*\$/&, /p" "$log" |
        sed -n "s/.*$1: \([0-9]*\),.*/\1/p" | awk '{ sum += $1 } END { print sum + 0 }'
}
count() {
    skipped=$(total Skipped)
    failed=$(($(total Errors) + $(total Failures)))
    passed=$(($(total "Tests run") - failed - skipped))
}

# The browser tests that were ended because the browser did not answer for minutes, as Maven wants to be told of them.
hung() {
    cat target/failsafe-reports/*.txt 2>/dev/null | awk '
        /<<< ERROR!$/ { test = $1; sub(/\(.*/, "", test); sub(/\.[^.]*$/, "#" substr(test, match(test, /[^.]*$/)), test); next }
        test && /^java\.util\.concurrent\.TimeoutException/ { print test }
        { test = "" }'
}

# The classes of browser tests without an end, when their process had to be ended or ended by itself.
unfinished() {
    grep -qE 'There was a timeout in the fork|The forked VM terminated without' "$log" || return 0
    ls target/failsafe-reports/*.xml >/dev/null 2>&1 || return 0
    find src/test/java -name '*IT.java' | sed 's|^src/test/java/||; s|\.java$||; s|/|.|g' | sort | while read -r class; do
        [ -e "target/failsafe-reports/TEST-$class.xml" ] || echo "$class"
    done
}

verify "$@"
count
hung=$(hung)
unfinished=$(unfinished)
if [ -n "$hung$unfinished" ] && [ "$(echo "$hung" | grep -c .)" -eq $failed ]; then
    # Only a hang is tried again, in new processes: a test that fails has failed. What hung is in the log and in hung.txt.
    again=$(printf '%s\n%s\n' "$hung" "$unfinished" | grep . | sort -u)
    say
    say "*** THE BROWSER TESTS HUNG in" $again"; these run once more."
    cp "$log" target/test-hung.log
    before=$passed
    verify -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false -Dit.test="$(echo "$again" | paste -sd, -)"
    count
    passed=$((before + passed))
    say
    say "*** A FIRST TIME THESE HUNG:" $again "(target/test-hung.log)"
    grep -hE -A 40 '^\*\*\* .* is not over after' target/test-hung.log | grep -E '^\*\*\*|io\.raceboard' >&2 || true
fi

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
