"""A report with every donation, use, goods row and anchor."""
