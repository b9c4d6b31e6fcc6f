"""How contacts are read: what stands where, who takes part, which words tell of one, and which tell of the same."""
