"""Reading and checking an atlas: definitions, tours, texts, and what stands between files."""
