"""A team: who it is, what it received, what became of it, how it is run."""
