#!/bin/bash
# Kills the console at every point of one long run with every kind of step that needs no engine.
# Takes long; run it by hand: tests/soak/crashpoints.sh [build folder]
set -euo pipefail
build=${1:-build/dev}
cd "$(dirname "$0")/../.."
SLIPWAY_SOAK=1 "$build/tests/tst_crashpoints" everyPoint:all
