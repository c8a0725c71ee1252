print("a" + str(1))
