"""Questions to the archive: lines in order of time, page by page, each page found by an index."""
