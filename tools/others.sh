#!/bin/sh
# Install Debian's Firefox and WebKit for a small part of the tests, which is skipped where they are missing.
set -eu
. "${0%/*}/debian.sh"

has() {
    command -v "$1" >/dev/null
}
{ has firefox-esr || has firefox; } && has WebKitWebDriver && has Xvfb || from_debian firefox-esr webkit2gtk-driver xvfb
