"""The map document: folium and the scripts that draw one self-contained page; no Streamlit."""
