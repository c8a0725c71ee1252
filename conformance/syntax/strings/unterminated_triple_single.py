def f():
    '''text
    return 1
