"""Records from files: strict YAML, typed by the schema, every fault with its place."""
