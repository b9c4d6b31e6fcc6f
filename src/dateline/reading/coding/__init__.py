"""From event frames to the events of the record: sides, codes, days, places."""
