class A:
    pass


class B:
    pass


class C(A, B):  # error: KR402
    pass


print(C() is None)
