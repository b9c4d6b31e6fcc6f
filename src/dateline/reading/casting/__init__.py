"""Who, in steps: names and titles found, mentions assembled, each given its figure, pronouns resolved, the cast."""
