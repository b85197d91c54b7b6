"""The page beside the map; the only wing that knows Streamlit."""
