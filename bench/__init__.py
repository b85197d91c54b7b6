"""The benchmark: the atlas beside a static Leaflet page and a naive Streamlit page with the same data."""
