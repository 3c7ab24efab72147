"""The same tables and records as CSV, JSON, schemas and feeds."""
