"""What the server adds to Streamlit: documents, assets, data, headers."""
