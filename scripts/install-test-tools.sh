#!/usr/bin/env bash
# Installs the Debian packages the tests need, those that are missing alone: the oracles (PostGIS, GDAL, GeographicLib) and a browser with fonts.
# The browser is Chromium without its windows and bars: it draws the same pages in two thirds of the time. Where only the whole one is to be had, that does.
set -euo pipefail

packages=(postgresql postgresql-postgis gdal-bin geographiclib-tools chromium-headless-shell fonts-noto-core zip unzip)

is_installed() { dpkg-query -W -f '${db:Status-Status}' "$1" 2> /dev/null | grep -qx installed; }

missing=()
for package in "${packages[@]}"; do
  is_installed "$package" || missing+=("$package")
done
(( ${#missing[@]} > 0 )) || exit 0

command -v apt-get > /dev/null || { echo "The tests need these Debian packages, and there is no apt-get here: ${missing[*]}" >&2; exit 69; }
as_root=()
if (( EUID != 0 )); then
  command -v sudo > /dev/null || { echo "The tests need these packages, and there is no sudo to install them: ${missing[*]}" >&2; exit 69; }
  as_root=(sudo)
fi
echo "Installing for the tests: ${missing[*]}" >&2
install() {
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" > /dev/null
}
if [[ ${missing[*]} == chromium-headless-shell ]] && is_installed chromium; then
  install || echo "The tests use the whole Chromium, which is slower." >&2
else
  install
fi
