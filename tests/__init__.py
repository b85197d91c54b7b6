"""The tests: what a user would miss, from one function to the whole page in a real browser."""
