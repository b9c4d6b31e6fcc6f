"""Scores against gold, and counts to check by hand."""
