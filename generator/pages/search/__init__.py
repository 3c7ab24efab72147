"""Search: one line for a name, a receipt, a question, a rule."""
