@f def g():
    pass
