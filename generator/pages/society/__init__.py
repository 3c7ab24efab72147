"""A society and its board."""
