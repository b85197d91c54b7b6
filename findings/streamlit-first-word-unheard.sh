#!/bin/sh
# streamlit 1.67.0: what a page says first to a new session is taken for how things were, and calls no callback.
#
# Guess:  a page that stayed open while its server was started again goes on: the box that is ticked then arrives as a
#         change, on_change is called, and what it writes into the session's state is there.
# Seen:   the page reconnects without a word, and the tick itself begins the new session. The widget's value is the
#         ticked one, although its default is not, but on_change is not called. In the same session, before the
#         restart or at the second click after it, it is called.
# So:     a page that keeps what was chosen in a callback loses the first click after every restart. Ours speaks to the
#         new session by itself as soon as the connection is back, before anybody clicks.
set -eu
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server"; rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'streamlit==1.67.0' 'websockets==15.0.1'
cd "$work"
cat > page.py <<'END'
import streamlit as st

def count():
    st.session_state.calls = st.session_state.get("calls", 0) + 1

closed = st.checkbox("Close the border", key="closed", on_change=count)
st.text(f"ticked {closed}, called {st.session_state.get('calls', 0)} times")
END
cat > ask.py <<'END'
import sys

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

def run(socket, box=None, ticked=None):
    """Ask for a run with the box as it is on the page; return the box's id and the text."""
    message = BackMsg()
    message.rerun_script.query_string = ""
    if box:
        state = message.rerun_script.widget_states.widgets.add()
        state.id, state.bool_value = box, ticked
    socket.send(message.SerializeToString())
    found = {}
    while True:
        got = ForwardMsg.FromString(socket.recv(timeout=20, decode=False))
        element = got.delta.new_element
        if element.WhichOneof("type") == "checkbox":
            found["box"] = element.checkbox.id
        if element.WhichOneof("type") == "text":
            found["text"] = element.text.body
        if got.WhichOneof("type") == "script_finished":
            return found["box"], found["text"]

def page():
    return connect(f"ws://127.0.0.1:{sys.argv[1]}/_stcore/stream", subprotocols=["streamlit"], max_size=None)

with page() as socket:
    box, _ = run(socket)
    print("a session that knows the page:", run(socket, box, True)[1])
with page() as socket:
    print("a new session, first word:", run(socket, box, True)[1])
    print("a new session, second word:", run(socket, box, False)[1])
END
port=$(venv/bin/python -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
venv/bin/python -m streamlit run page.py --server.port "$port" --server.address 127.0.0.1 --server.headless true \
    --browser.gatherUsageStats false --server.fileWatcherType none >server.log 2>&1 &
server=$!
for _ in $(seq 60); do
    venv/bin/python -c "import urllib.request as u; u.urlopen('http://127.0.0.1:$port/_stcore/health')" 2>/dev/null && break
    sleep 1
done
seen=$(venv/bin/python ask.py "$port")
expected='a session that knows the page: ticked True, called 1 times
a new session, first word: ticked True, called 0 times
a new session, second word: ticked False, called 1 times'
[ "$seen" = "$expected" ] || { echo "CHANGED: $seen"; exit 1; }
echo "$seen" | sed -n 2p
