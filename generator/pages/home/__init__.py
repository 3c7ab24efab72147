"""The first page: what this is, how the teams stand, where to look."""
