"""What reviewers said of claims and figures, and which of it still holds."""
