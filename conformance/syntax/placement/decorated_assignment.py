@f
@g
x = 1
