#!/bin/sh
# Print the path of a Chromium for the tests; install Debian's where none is found and apt-get can.
# CHROMIUM=/path names one. Everything but the path goes to standard error.
set -eu

found() {
    if [ -n "${CHROMIUM:-}" ]; then
        command -v "$CHROMIUM" || { echo "CHROMIUM names $CHROMIUM, which cannot be run." >&2; exit 1; }
        exit 0
    fi
    for name in chromium chromium-browser google-chrome-stable google-chrome; do
        command -v "$name" && exit 0
    done
    return 0
}

install() {
    as_root=""
    [ "$(id -u)" = 0 ] || as_root="sudo"
    [ -z "$as_root" ] || command -v sudo >/dev/null || return 0
    echo "Installing Chromium with apt-get ..." >&2
    export DEBIAN_FRONTEND=noninteractive
    # Fonts by name: a browser without any draws no letters.
    { $as_root apt-get update -q &&
        $as_root apt-get install -q -y --no-install-recommends chromium fonts-dejavu-core fonts-liberation; } >&2 || true
}

found
if command -v apt-get >/dev/null; then
    install
    found
fi
echo "Chromium is missing and could not be installed here: install it," \
    "or name a Chromium or Chrome with CHROMIUM=/path make test" >&2
exit 1
