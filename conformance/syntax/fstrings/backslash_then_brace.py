x = f"\{a"
