"""Teams side by side: up to four, put together in the reader's browser from what each team's folder says of it."""
