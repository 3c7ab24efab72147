"""A team's card for its own site: a small page for an iframe, without script."""
