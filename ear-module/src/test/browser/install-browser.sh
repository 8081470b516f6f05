#!/bin/sh
# Installs Chromium and its driver for the browser tests where they are missing.
set -eu
if command -v chromium >/dev/null && command -v chromedriver >/dev/null; then
    exit 0
fi
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    echo "The browser tests need chromium and chromedriver on the PATH." >&2
    echo "On Debian: sudo apt-get install chromium chromium-driver" >&2
    echo "Without them: mvn verify -Dit.test='!*BrowserIT'" >&2
    exit 1
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -q
apt-get install -q -y --no-install-recommends chromium chromium-driver
