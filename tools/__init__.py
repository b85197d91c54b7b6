"""What keeps the project in order: Chromium for the tests, the picture of the README."""
