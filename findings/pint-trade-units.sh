#!/bin/sh
# pint 0.25.3: the short units of trade statistics are there, and mean something else.
#
# Guess:  what is not a unit of physics raises (as TEU and bcm do): dwt, the deadweight tons of a ship, and mcm, a
#         million cubic metres of gas. A barrel, bbl, is the 42 US gallons in which oil is counted.
# Seen:   dwt is the pennyweight of jewellers, 1.6 g; mcm a micrometre; bbl is 31.5 gallons, a quarter too small, with
#         oil's own called oil_bbl. Sums of like units hide it: only a conversion or the dimension shows.
# So:     units of facts are a closed list of our own; nothing parses them out of text.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'pint==0.25.3'
cd "$work"
cat > units.py <<'END'
import pint

unit = pint.UnitRegistry()
print("60000 dwt =", round(unit("60000 dwt").to("kg").magnitude, 1), "kg;",
      "1 mcm =", f'{unit("mcm").to("m").magnitude:.0e}', "m;",
      "1 bbl =", round(unit("bbl").to("US_liquid_gallon").magnitude, 1), "gallons")
for name in "TEU", "bcm":
    try:
        unit(name)
    except pint.UndefinedUnitError:
        print(name, "refused")
END
seen=$(venv/bin/python units.py)
echo "$seen" | grep -q '^60000 dwt = 93.3 kg; 1 mcm = 1e-06 m; 1 bbl = 31.5 gallons$' ||
    { echo "CHANGED: $seen"; exit 1; }
test "$(echo "$seen" | grep -c refused)" = 2 || { echo "CHANGED: $seen"; exit 1; }
echo "$seen" | head -n 1
