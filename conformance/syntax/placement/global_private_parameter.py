class C:
    def f(self, __x):
        global __x
