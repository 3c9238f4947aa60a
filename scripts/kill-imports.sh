#!/usr/bin/env bash
# Kills the real import, again and again, and checks after each kill that every answered import is whole and none is half there.
# It prints how many kills fell before, into and after the writing of a batch, and ends by itself: two hundred take about four minutes.
#   scripts/kill-imports.sh [KILLS]      default 200
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/build.sh"

project=$root/tests/Furrow.Server.Tests
dotnet build "$project" -c Release -v q -nologo > /dev/null
FURROW_KILLS=${1:-200} exec timeout --kill-after=10 60m dotnet "$project/bin/Release/net10.0/Furrow.Server.Tests.dll" \
  --no-ansi --progress off --show-live-output on --filter-class '*ImportKillTests'
