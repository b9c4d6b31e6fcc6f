"""How the shipped model is made; README.md beside this file tells how to run it."""
