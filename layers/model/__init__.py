"""What there is: layers, claims, verdicts, modes, tours, references, the catalogue."""
