"""Every society."""
