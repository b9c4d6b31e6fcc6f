"""Who said what, in steps: reporting clauses and the model's attributions, speakers, relays, quotations carried on."""
