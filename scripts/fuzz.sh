#!/usr/bin/env bash
# Damages sound files of every reader at random and reads them, for some seconds each, and tells what it saw: how many, the slowest, what memory is held
# after them. It ends by itself; a file that crashes a reader, is not read after a minute or leaves memory behind is named with its seed. ./test tries the
# same few hundred seeds on every run; this looks for what those do not show.
#   scripts/fuzz.sh [SECONDS] [NAME]     default 60 seconds for each sample file; NAME takes those whose name holds it: scripts/fuzz.sh 1200 .shp
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/build.sh"

seconds=${1:-60}
name=${2:-}
[[ $seconds =~ ^[1-9][0-9]{0,4}$ ]] || { say "fuzz: seconds are a whole number from 1 to 99999, not '$seconds'"; exit 64; }
folder=$root/tests/Furrow.Exchange.Tests
quietly dotnet build "$folder" -c Release -v q -nologo
log=$(mktemp)
trap 'rm -f "$log"' EXIT

code=0
(cd "$folder" && FURROW_FUZZ_SECONDS=$seconds FURROW_FUZZ_NAME=$name bin/Release/net10.0/Furrow.Exchange.Tests --no-ansi --progress off --parallel none \
  --show-live-output on --filter-method '*.A_damaged_file_gives_rows_and_complaints_but_never_an_exception' < /dev/null > "$log" 2>&1) || code=$?
grep -oE '[^ ]+: [0-9]+ damaged files in .*none crashed\.' "$log" | awk '!seen[$0]++' || true
if (( code != 0 )); then
  grep -E 'seed [0-9]+:|MiB more are held|not read after' "$log" | awk '!seen[$0]++' | head -n 20
  say "fuzz: a reader failed (exit $code)"
  exit 1
fi
