"""What a record may say: every field once, with label, help, need and clause; the vocabulary."""
