"""Gives what the base pipeline's components give, for less work."""
