"""The attribution model: pieces of words in, source, cue and content spans out."""
