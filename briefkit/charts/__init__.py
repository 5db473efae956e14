"""Pictures of the evidence: what is drawn where, made from the figures of a table, before anybody paints it."""
