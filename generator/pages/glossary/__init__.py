"""The words of accounts in plain words, one anchor each."""
