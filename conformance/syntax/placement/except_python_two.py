try:
    pass
except A, b:
    pass
except C, d as e:
    pass
