"""One rule with its examples."""
