"""The old address of a team."""
