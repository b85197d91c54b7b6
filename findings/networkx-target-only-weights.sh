#!/bin/sh
# networkx 3.6.1: asked for the ways to one target, it hands the weight function each edge the wrong way round.
#
# Guess:  shortest_path(G, target=t, weight=f) gives for each start what shortest_path(G, s, t, weight=f) gives, for
#         f(u, v, data) is the cost of going from u to v and the ways end in t.
# Seen:   with a target and no source every edge is weighed as f(v, u, data), in a Graph and in a DiGraph: up a river
#         costs what down does, and the answer is another way. No error; with both ends, or a source alone, all right.
# So:     a function that tells directions apart (stream, slope, waiting on entering a country) is asked with a source,
#         or the graph is turned round by us and the function with it.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'networkx==3.6.1'
cd "$work"
cat > ways.py <<'END'
import networkx as nx

days = {("source", "mouth"): 2, ("mouth", "source"): 9, ("source", "rail"): 3, ("rail", "source"): 3,
        ("rail", "mouth"): 3, ("mouth", "rail"): 3}


def cost(u, v, data):
    return days[u, v]


for graph in (nx.Graph(list(days)), nx.DiGraph(list(days))):
    both = nx.shortest_path(graph, "source", "mouth", weight=cost)
    alone = nx.shortest_path(graph, target="mouth", weight=cost)["source"]
    print(type(graph).__name__, "both ends:", " ".join(both), "| target alone:", " ".join(alone))
END
seen=$(venv/bin/python ways.py)
for kind in Graph DiGraph; do
    echo "$seen" | grep -q "^$kind both ends: source mouth | target alone: source rail mouth\$" ||
        { echo "CHANGED: $seen"; exit 1; }
done
echo "$seen"
