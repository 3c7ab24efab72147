"""A service field and its teams."""
