"""The reviewer's page of a brief: every claim with all that stands behind it, and what was said of it."""
