x = f"\N{nothing of that kind}"
