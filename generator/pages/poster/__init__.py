"""A team's account on one sheet of paper, for a notice board: who, three verdicts, the figures, where to ask."""
