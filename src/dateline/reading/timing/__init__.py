"""When, in steps: words that tell time, the grammar of their patterns, what they are anchored to, the calendar."""
