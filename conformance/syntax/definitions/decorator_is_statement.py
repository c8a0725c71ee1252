@return
def f():
    pass
