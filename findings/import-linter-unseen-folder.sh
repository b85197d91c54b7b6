#!/bin/sh
# import-linter 2.17: a folder of modules without __init__.py is not there for it.
#
# Guess:  a contract of layers that is `exhaustive` names every folder of the package that it does not list, and
#         an import of a module in such a folder counts like any other, for Python runs it without complaint.
# Seen:   the folder is in no count, `exhaustive` does not miss it, and a low module that imports from it keeps
#         the contract. With an empty __init__.py in it the same tree breaks the contract.
# So:     a test of ours asks that every folder of modules has one.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'import-linter==2.17' 'grimp==3.20'
cd "$work"
mkdir -p house/low house/attic
touch house/__init__.py house/low/__init__.py house/attic/roof.py
echo 'from house.attic import roof' > house/low/floor.py
cat > .importlinter <<'END'
[importlinter]
root_package = house

[importlinter:contract:floors]
name = floors
type = layers
containers = house
layers =
    low
exhaustive = true
END

venv/bin/python -c 'import house.low.floor' && echo "Python imports it"
without=$(venv/bin/lint-imports --no-cache || true)
touch house/attic/__init__.py
with=$(venv/bin/lint-imports --no-cache || true)
echo "$without" | grep -q 'Analyzed 3 files, 0 dependencies' || { echo "CHANGED: $without"; exit 1; }
echo "$without" | grep -q 'floors KEPT' || { echo "CHANGED: $without"; exit 1; }
echo "$with" | grep -q 'floors BROKEN' || { echo "CHANGED: $with"; exit 1; }
echo "without __init__.py: 0 dependencies, contract kept; with it: broken"
