"""Event frames from tables: what the rows for verbs and nouns find in the parse of each sentence."""
