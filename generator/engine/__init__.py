"""Pelican, Jinja2 and Markdown live here and nowhere else."""
