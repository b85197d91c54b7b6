#!/bin/sh
# See to it that tesseract is there, which reads the presenter's screen as the last row would; without it those tests are skipped.
set -eu
. "${0%/*}/debian.sh"

command -v tesseract >/dev/null || from_debian tesseract-ocr tesseract-ocr-eng
command -v tesseract >/dev/null || echo "No tesseract here: the tests that read the screen are skipped." >&2
