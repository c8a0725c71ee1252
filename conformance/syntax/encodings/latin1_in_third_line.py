# one
# two
x = "é"
