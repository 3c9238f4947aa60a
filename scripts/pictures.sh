#!/usr/bin/env bash
# Makes the pictures of the README (map and balance of the EXERCISE programme) into docs/pictures.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/build.sh"

"$root/scripts/install-test-tools.sh"
install_map_packages
mkdir -p "$root/docs/pictures"
quietly dotnet build "$root/tests/Furrow.Browser.Tests" -c Release -v q -nologo
FURROW_PICTURES=$root/docs/pictures dotnet "$root/tests/Furrow.Browser.Tests/bin/Release/net10.0/Furrow.Browser.Tests.dll" --filter-class '*ReadmePictures'
