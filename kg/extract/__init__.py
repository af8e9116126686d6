"""Articles in, mentions and claims out; the only room that sees spaCy."""
