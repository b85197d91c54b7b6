"""Text, YAML and JSON to values, or a fault that says why."""
