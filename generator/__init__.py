"""明账 (Mingzhang): from YAML records to a public account that anyone can check."""

__version__ = "0.1.0"
