"""Measures the build on generated teams: ``make bench``. Nothing here is a test of time."""
