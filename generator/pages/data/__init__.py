"""Open data and the field dictionary."""
