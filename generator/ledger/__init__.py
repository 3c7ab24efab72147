"""What the records amount to: balances, traces, stock, calendar, completeness. Pure functions."""
