# Shared by ./run, ./furrow and ./test: builds what is out of date, says nothing when it works. Sourced, never run.
# Everything it prints goes to the error stream, so that `./furrow balance --json > file` holds JSON alone.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 NUGET_XMLDOC_MODE=skip
readonly furrow_dll=$root/src/Furrow.Server/bin/Release/net10.0/furrow.dll
readonly built_stamp=$root/src/Furrow.Server/bin/Release/.built
readonly map_source=$root/src/Furrow.Map
readonly map_built=$root/src/Furrow.Server/wwwroot/dist
readonly map_stamp=$map_source/node_modules/.built

say() { printf '%s\n' "$*" >&2; }

need() {
  command -v "$1" > /dev/null || { say "Furrow is built with $2, and there is no '$1' on the path."; exit 69; }
}

# Runs a command, and shows what it printed only when it fails.
quietly() {
  local log status=0
  log=$(mktemp)
  "$@" > "$log" 2>&1 < /dev/null || status=$?
  (( status == 0 )) || { cat "$log" >&2; say "failed ($status): $*"; }
  rm -f "$log"
  return "$status"
}

# True when some source is newer than the stamp of the last build, or there is none.
program_is_stale() {
  [[ -f $furrow_dll && -f $built_stamp ]] || return 0
  [[ -n $(find "$root/src" "$root/Directory.Build.props" "$root/Directory.Packages.props" "$root/global.json" \
    \( -name bin -o -name obj -o -name node_modules \) -prune -o -type f -newer "$built_stamp" -print -quit) ]]
}

map_is_stale() {
  [[ -f $map_source/package.json ]] || return 1
  [[ -f $map_stamp && -d $map_built ]] || return 0
  [[ -n $(find "$map_source" -name node_modules -prune -o -type f -newer "$map_stamp" -print -quit) ]]
}

# Installs the map's packages when the lock file is newer than they are.
install_map_packages() {
  [[ ! $map_source/node_modules/.package-lock.json -nt $map_source/package-lock.json ]] || return 0
  need npm "Node 20"
  say "Installing the packages of the map ..."
  quietly npm --prefix "$map_source" ci --no-audit --no-fund
}

build_map() {
  map_is_stale || return 0
  install_map_packages || return
  say "Building the map ..."
  local started
  started=$(mktemp)
  quietly npm --prefix "$map_source" run build && mv "$started" "$map_stamp"
}

# The stamp carries the time the build began: a file saved while it ran is built next time.
build_program() {
  program_is_stale || return 0
  need dotnet "the .NET 10 SDK"
  say "Building furrow ..."
  local started
  started=$(mktemp)
  quietly dotnet build "$root/src/Furrow.Server" -c Release -v q -nologo
  mkdir -p "$(dirname "$built_stamp")"
  mv "$started" "$built_stamp"
}

# The map first: the program serves what it leaves behind. One build at a time, also from two terminals.
build_furrow() {
  program_is_stale || map_is_stale || return 0
  mkdir -p "$root/src/Furrow.Server/obj"
  exec 9> "$root/src/Furrow.Server/obj/.building"
  flock 9
  build_map
  build_program
  exec 9>&-
}
