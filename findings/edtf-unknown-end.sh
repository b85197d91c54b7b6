#!/bin/sh
# edtf 5.0.2 (PyPI): what has no known end ends after ten years.
#
# Guess:  "2017/" (begun 2017, end not known) has no upper bound, like the open "2017/..", or none at all; "/2021" the
#         same downwards; the winter of 2021 ("2021-24") runs over the turn of the year.
# Seen:   upper_strict() of "2017/" is 1 January 2027, lower_strict() of "/2021" 31 December 2011, bounds called
#         strict that nobody stated; only ".." gives infinity. Winter 2021 is December alone. And the reader of
#         English makes "/2028" of "not before 2028", which is before 2028.
# So:     "running since" is written with "..", our own dates stay text, and no sentence is turned into dates by it.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
    'edtf==5.0.2' 'pyparsing==3.3.3' 'python-dateutil==4.0.0' 'convertdate==2.5.1'
cd "$work"
cat > dates.py <<'END'
from edtf import parse_edtf, text_to_edtf


def day(bound):
    return str(bound) if isinstance(bound, float) else "-".join(str(part) for part in bound[:3])


for text in "2017/", "2017/..", "/2021", "2021-24":
    date = parse_edtf(text)
    print(f"{text} from {day(date.lower_strict())} to {day(date.upper_strict())}")
print("not before 2028 ->", text_to_edtf("not before 2028"))
END
seen=$(venv/bin/python dates.py)
for line in '2017/ from 2017-1-1 to 2027-1-1' '2017/.. from 2017-1-1 to inf' '/2021 from 2011-12-31 to 2021-12-31' \
    '2021-24 from 2021-12-1 to 2021-12-31' 'not before 2028 -> /2028'; do
    echo "$seen" | grep -qxF -- "$line" || { echo "CHANGED: $seen"; exit 1; }
done
echo "$seen" | sed -n '1,2p'
