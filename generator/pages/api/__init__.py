"""The static interface for programs, explained with examples that run."""
