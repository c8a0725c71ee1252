import program

SIZE = 1
