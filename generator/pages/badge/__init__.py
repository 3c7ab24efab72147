"""A team's badge: one picture for places that allow no frame."""
