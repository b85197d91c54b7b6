#!/bin/sh
# segno 1.6.6: an address with Cyrillic letters in it goes into the QR code as Japanese bytes.
#
# Guess:  text that is not Latin-1 becomes UTF-8, as an address is and as the package's guide says of byte mode.
# Seen:   when every letter is also in Shift_JIS, which Russian ones are, the bytes are Shift_JIS, in byte mode and
#         with nothing in the code that says so. jsQR 1.4.0 then reads an empty text. Georgian, Azerbaijani and
#         Ukrainian names are UTF-8, and so is all with encoding="utf-8".
# So:     a code for an address of ours is made from percent-encoded text or with the encoding named, and a test reads
#         one with a Cyrillic name back by another program.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'segno==1.6.6'
npm install --silent --no-audit --no-fund --prefix "$work" jsqr@1.4.0 pngjs@7.0.0
cd "$work"
cat > write.py <<'END'
import segno

for name, place, encoding in (("plain", "Баку", None), ("named", "Баку", "utf-8"), ("georgian", "ბაქო", None)):
    code = segno.make(f"https://atlas.example/#q={place}", micro=False, encoding=encoding)
    code.save(f"{name}.png", scale=6, border=4)
END
cat > read.cjs <<'END'
const { PNG } = require("pngjs")
const { default: read } = require("jsqr")
for (const name of ["plain", "named", "georgian"]) {
  const { data, width, height } = PNG.sync.read(require("fs").readFileSync(`${name}.png`))
  const code = read(new Uint8ClampedArray(data), width, height)
  const tail = Buffer.from(code.binaryData.slice("https://atlas.example/#q=".length)).toString("hex")
  console.log(`${name}: bytes ${tail}, read as "${code.data}"`)
}
END
venv/bin/python write.py
seen=$(node read.cjs)
echo "$seen" | grep -q '^plain: bytes 84418470847b8485, read as ""$' || { echo "CHANGED: $seen"; exit 1; }
echo "$seen" | grep -q '^named: bytes d091d0b0d0bad183, .*#q=Баку"$' || { echo "CHANGED: $seen"; exit 1; }
echo "$seen" | grep -q '^georgian: .*#q=ბაქო"$' || { echo "CHANGED: $seen"; exit 1; }
echo "$seen" | head -n 2
