"""Answers of the engine in words and as JSON."""
