#!/bin/sh
# Kills and starts the server $1 times under a wall that nobody touches.
set -eu
cd "$(dirname "$0")/../.."
. src/build/tools.sh
. src/build/browser.sh
need_jdk
need_maven
need_node
need_browser
maven verify -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=WallRestartIT -Dwall.restarts="${1:-50}"
