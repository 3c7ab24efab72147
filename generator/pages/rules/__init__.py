"""Every rule."""
