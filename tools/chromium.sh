#!/bin/sh
# Print the path of a Chromium for the tests; install Debian's where none is found and apt-get can.
# CHROMIUM=/path names one. Everything but the path goes to standard error.
set -eu
. "${0%/*}/debian.sh"

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

found
from_debian chromium fonts-dejavu-core fonts-liberation # fonts by name: a browser without any draws no letters
found
echo "Chromium is missing and could not be installed here: install it," \
    "or name a Chromium or Chrome with CHROMIUM=/path make test" >&2
exit 1
