#!/bin/sh
# networkx 3.6.1: two links between the same two places are two for bridges(), one for edge_connectivity().
#
# Guess:  in a MultiGraph a place joined by rail and by sea hangs on two links, for bridges() and for the functions of
#         connectivity alike, or these refuse such graphs as maximum_flow() does.
# Seen:   edge_connectivity() says 1, and minimum_edge_cut() names one pair of places as if one closure cut them off;
#         bridges() on the same graph finds no bridge there. No error, no warning.
# So:     how many closures cut two places off is counted on a graph with a node of its own for each link.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'networkx==3.6.1'
cd "$work"
cat > links.py <<'END'
import networkx as nx

links = nx.MultiGraph([("island", "coast", {"mode": "rail"}), ("island", "coast", {"mode": "sea"})])
print("bridges:", list(nx.bridges(links)), "edge_connectivity:", nx.edge_connectivity(links, "island", "coast"),
      "minimum_edge_cut:", nx.minimum_edge_cut(links, "island", "coast"))
try:
    print(nx.maximum_flow_value(links, "island", "coast"))
except nx.NetworkXError as fault:
    print("maximum_flow refuses:", fault)
apart = nx.Graph()
for number, (start, end) in enumerate(links.edges()):
    nx.add_path(apart, [start, number, end])
print("a node for each link: edge_connectivity:", nx.edge_connectivity(apart, "island", "coast"))
END
seen=$(venv/bin/python links.py)
echo "$seen" | grep -q '^bridges: \[\] edge_connectivity: 1 ' || { echo "CHANGED: $seen"; exit 1; }
echo "$seen" | grep -q '^maximum_flow refuses' || { echo "CHANGED: $seen"; exit 1; }
echo "$seen" | grep -q 'for each link: edge_connectivity: 2$' || { echo "CHANGED: $seen"; exit 1; }
echo "$seen" | sed -n '1p;3p'
