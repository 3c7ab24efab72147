"""What git tells of a team's records: when each was first there, what changed since, which correction says so."""
