"""Report -> Record. One module a question; `reader.py` runs them in order."""
