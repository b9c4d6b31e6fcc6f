"""How the weights of ``dating.csv`` were learnt."""
