"""The routes panel's question and answer, as HTML."""
