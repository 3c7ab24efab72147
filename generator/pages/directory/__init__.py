"""Every team."""
