"""How the weights of positions are learnt."""
