try:
x = 1
except A:
    pass
