"""Every question and answer."""
