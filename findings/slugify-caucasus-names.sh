#!/bin/sh
# python-slugify 9.2.0: names of the Caucasus lose letters, gain hyphens, or vanish.
#
# Guess:  Şəki becomes seki or sheki, თბილისი tbilisi, and the same name in Georgian capitals, which is what Python's
#         upper() makes of it, gives the same slug.
# Seen:   ə, the commonest vowel of Azerbaijani, becomes a hyphen (s-ki, xank-ndi), Georgian's aspirated letters too
#         (t-bilisi), for text-unidecode 1.3 writes them with signs that are then cut; of capitals nothing is left, so
#         that all such names have one and the same empty slug. anyascii 0.3.3 gives Seki, tbilisi, TBILISI.
# So:     names in addresses go through anyascii first, and an empty or a second equal id is a fault that is told.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
    'python-slugify==9.2.0' 'text-unidecode==1.3' 'anyascii==0.3.3'
cd "$work"
cat > slugs.py <<'END'
from anyascii import anyascii
from slugify import slugify

names = "Şəki", "Xankəndi", "თბილისი", "თბილისი".upper()
print("slugify:", [slugify(name) for name in names])
print("anyascii:", [anyascii(name) for name in names])
END
seen=$(venv/bin/python slugs.py)
echo "$seen" | grep -qF "slugify: ['s-ki', 'xank-ndi', 't-bilisi', '']" || { echo "CHANGED: $seen"; exit 1; }
echo "$seen" | grep -qF "anyascii: ['Seki', 'Xankendi', 'tbilisi', 'TBILISI']" || { echo "CHANGED: $seen"; exit 1; }
echo "$seen"
