"""The usual way: build the folium map anew on every rerun and hand it to st_folium.

Run: streamlit run naive.py -- FOLDER ADDRESS_OF_LEAFLET
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import folium
import streamlit as st
from streamlit_folium import st_folium  # type: ignore[import-untyped]

folder, leaflet = Path(sys.argv[1]), sys.argv[2]
folium.Map.default_js = [("leaflet", f"{leaflet}/leaflet.js")]
folium.Map.default_css = [("leaflet_css", f"{leaflet}/leaflet.css")]
FILL = {"world": "#ece7dd", "countries": "#f4f1ea", "lakes": "#d6e4ea"}


def read(name: str) -> Any:
    return json.loads((folder / name).read_text(encoding="utf-8"))


settings = read("settings.json")
st.set_page_config(layout="wide")
with st.sidebar:
    shown = [layer for layer in settings["layers"] if st.checkbox(layer["id"], value=layer["on"])]

atlas = folium.Map(location=[42, 50], zoom_start=5, tiles=None, prefer_canvas=True, zoomAnimation=False)
for name in settings["base"]:
    style = {
        "color": "#b7afa2",
        "weight": 0.6,
        "fill": name in FILL,
        "fillColor": FILL.get(name),
        "fillOpacity": 1,
    }
    folium.GeoJson(
        read(f"base-{name}.geojson"), control=False, style_function=lambda _, style=style: style
    ).add_to(atlas)
for layer in shown:
    style = {"color": layer["colour"], "weight": 4}
    folium.GeoJson(
        read(f"{layer['id']}.geojson"),
        name=layer["id"],
        style_function=lambda _, style=style: style,
        marker=folium.CircleMarker(radius=6),
        tooltip=folium.GeoJsonTooltip(["name"]),
        popup=folium.GeoJsonPopup(["name"]),
    ).add_to(atlas)
st_folium(atlas, width=1000, height=700, returned_objects=[])
st.caption("The text beside the map.")
