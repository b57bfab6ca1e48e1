#!/bin/sh
# Kills and starts the server $1 times under a wall that nobody touches, then once for 3 minutes, once for 15 hours and
# once for a weekend (by the clock of the browser, which is turned on), and cuts the network and freezes the page.
set -eu
cd "$(dirname "$0")/../.."
. src/build/tools.sh
. src/build/browser.sh
need_jdk
need_maven
need_node
need_browser
maven verify -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false \
    -Dlongest.test.seconds=0 -Djunit.jupiter.execution.timeout.mode=disabled \
    -Dit.test='WallRestartIT,WallRecoveryIT#aNetworkCut*+aPageThatWasFrozen*' -Dwall.restarts="${1:-50}" -Dwall.outages=3,900,3600
