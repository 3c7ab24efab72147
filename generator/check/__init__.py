"""The rules: what must hold, each with its clause, its fix and its examples."""
