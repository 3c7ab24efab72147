"""Every correction."""
