"""Bodies of evidence: what the studies of a synthesis record say together, worked out from their figures at each build."""
