"""Values every stage shares: money, dates, identifiers, absence, findings. Standard library only."""
