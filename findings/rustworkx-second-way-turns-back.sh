#!/bin/sh
# rustworkx 0.18.1: the second shortest of k_shortest_path_lengths() is the shortest with a piece driven there and back.
#
# Guess:  "k shortest paths" are ways that pass no place twice, as in networkx's shortest_simple_paths() and in igraph's
#         get_k_shortest_paths(): where a valley of 20 km and a road round of 100 km join two towns, the second is 100.
# Seen:   for k = 2 the answer is 40, the valley with one of its halves driven back and forth, and for k = 3 it is 40 again. A place
#         is counted each time that it is reached; the words of the function do not say that ways may turn.
# So:     how much longer the next way is cannot be asked of it; our search for ways that pass no place twice is its own.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'rustworkx==0.18.1' 'networkx==3.6.1'
cd "$work"
cat > second.py <<'END'
from itertools import islice

import networkx as nx
import rustworkx as rx

LINKS = [(0, 1, 10), (1, 2, 10), (0, 3, 50), (3, 2, 50)]
valley = rx.PyGraph()
valley.add_nodes_from(["west", "gorge", "east", "pass"])
valley.add_edges_from(LINKS)
print("rustworkx:", [rx.k_shortest_path_lengths(valley, 0, k, float, goal=2)[2] for k in (1, 2, 3)])
same = nx.Graph()
same.add_weighted_edges_from(LINKS)
print("networkx:", [nx.path_weight(same, way, "weight") for way in islice(nx.shortest_simple_paths(same, 0, 2, "weight"), 3)])
END
seen=$(venv/bin/python second.py)
echo "$seen" | grep -q '^rustworkx: \[20.0, 40.0, 40.0\]$' || { echo "CHANGED: $seen"; exit 1; }
echo "$seen" | grep -q '^networkx: \[20, 100\]$' || { echo "CHANGED: $seen"; exit 1; }
echo "$seen"
