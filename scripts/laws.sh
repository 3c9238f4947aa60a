#!/usr/bin/env bash
# Tries every law on new random samples for some minutes, round after round, and names the seed of every sample that broke one. ./test tries the same few
# thousand samples on every run; this looks for what those do not show. A seed found here goes into `brokeOnce:` of the law it broke.
#   scripts/laws.sh [MINUTES] [NAME]           default 10 minutes and every test project; NAME takes those whose name holds it
#   scripts/laws.sh --samples COUNT CLASS[.LAW]   just so many new samples of each law of one class, or of one law, and how many held of each:
#                                                 scripts/laws.sh --samples 100000 RepairLaws
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/build.sh"

samples=
if [[ ${1:-} == --samples ]]; then
  samples=${2:-} laws=${3:-}; class=${laws%%.*}
  [[ $samples =~ ^[1-9][0-9]{0,8}$ ]] || { say "laws: samples are a whole number, not '$samples'"; exit 64; }
  [[ -n $class ]] || { say "laws: name the class of the law, as in: scripts/laws.sh --samples 100000 RepairLaws"; exit 64; }
  shift 3
fi

minutes=${1:-10}
filter=${2:-}
[[ $minutes =~ ^[1-9][0-9]{0,3}$ ]] || { say "laws: minutes are a whole number from 1 to 9999, not '$minutes'"; exit 64; }
log=$(mktemp)
trap 'rm -f "$log"' EXIT

# law_classes PROJECT_FOLDER: the test classes that hold laws, as the filter of a test program wants them. A file has the name of its class.
law_classes() {
  grep -rlE '\.Obeys\(' "$1" --include='*.cs' --exclude-dir=bin --exclude-dir=obj | sed 's|.*/||; s|\.cs$||; s|^|*.|' | sort
}

# sample_class: tries each law of one class on so many new samples, and says how many held.
sample_class() {
  local file folder code=0 started=$SECONDS
  file=$(grep -rlE '\.Obeys\(' "$root/tests" --include="$class.cs" --exclude-dir=bin --exclude-dir=obj | head -n 1 || true)
  [[ -n $file ]] || { say "laws: no class '$class' holds laws"; exit 64; }
  folder=$(dirname "$file")
  until compgen -G "$folder/*.Tests.csproj" > /dev/null; do folder=$(dirname "$folder"); done
  quietly dotnet build "$folder" -c Release -v q -nologo
  (cd "$folder" && FURROW_LAWS_SAMPLES=$samples "bin/Release/net10.0/$(basename "$folder")" --no-ansi --progress off --parallel none \
    --show-live-output on --filter-method "*.$laws$([[ $laws == *.* ]] || echo '.*')" < /dev/null >> "$log" 2>&1) || code=$?
  sed -nE "s/.*[^A-Za-z0-9_]([A-Za-z0-9_]+: [0-9]+ samples held\.).*/\1/p" "$log" | sort -u
  # What a law counted beside it: the share of workbooks that are read without a question.
  sed -nE 's/^OUTPUT: \[[^]]*\] ([0-9].*)/\1/p' "$log"
  printf 'Laws of %s: %s, on %s new samples each, in %d s.\n' "$laws" "$(grep -cE ': [0-9]+ samples held\.' "$log")" "$samples" $(( SECONDS - started ))
  (( code == 0 )) || { grep -E '^failed |Broken by seed|^ *Smaller: seed' "$log" | awk '!seen[$0]++'; exit 1; }
}

if [[ -n $samples ]]; then
  sample_class
  exit 0
fi

folders=()
for project in "$root"/tests/*"$filter"*/*.Tests.csproj; do
  [[ -f $project && -n $(law_classes "$(dirname "$project")") ]] || continue
  folders+=("$(dirname "$project")")
  quietly dotnet build "$project" -c Release -v q -nologo
done
(( ${#folders[@]} > 0 )) || { say "laws: no project with laws is named like '$filter'"; exit 64; }

# Laws run one after another, each on all processors and for its share of seconds; those that come after the end try nothing.
FURROW_LAWS_UNTIL=$(( $(date +%s) + minutes * 60 ))
FURROW_LAWS_SHARE=2
export FURROW_LAWS_UNTIL FURROW_LAWS_SHARE
while (( $(date +%s) < FURROW_LAWS_UNTIL )); do
  for folder in "${folders[@]}"; do
    (( $(date +%s) < FURROW_LAWS_UNTIL )) || break
    mapfile -t classes < <(law_classes "$folder")
    # A law that does not come back from one sample is ended a while after the end.
    code=0
    (cd "$folder" && timeout --kill-after=10 $(( FURROW_LAWS_UNTIL - $(date +%s) + 180 )) "bin/Release/net10.0/$(basename "$folder")" --no-ansi \
      --progress off --parallel none --show-live-output on --filter-class "${classes[@]}" < /dev/null >> "$log" 2>&1) || code=$?
    # 2 is what a test program answers when a test failed, and that is told below by name.
    (( code == 0 || code == 2 )) || printf 'A run of %s ended with %d.\n' "$(basename "$folder")" "$code" >> "$log"
  done
done

held=$(sed -nE 's/.*[^0-9]([0-9]+) samples held\..*/\1/p' "$log" | paste -sd+ | sed 's/^$/0/')
printf '%d random samples held in %d minutes.\n' "$(( held ))" "$minutes"
if grep -qE '^failed |^A run of .* ended' "$log"; then
  grep -E '^failed |Broken by seed|^ *Smaller: seed|^A run of .* ended' "$log" | sed -E 's/ \([^()]*s\)$//' | awk '!seen[$0]++'
  exit 1
fi
