print("a".uper())
