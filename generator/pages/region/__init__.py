"""A region and its teams."""
