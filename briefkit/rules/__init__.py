"""Rules that an evidence base and a brief have to keep: each a function from what is read to problems."""
