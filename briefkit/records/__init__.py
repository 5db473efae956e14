"""The nouns of an evidence base, one file a kind: what a record may say, and what each of its fields means."""
