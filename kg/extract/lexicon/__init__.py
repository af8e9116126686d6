"""Word lists of general English: what nouns denote people, bodies and places, and what words build names."""
