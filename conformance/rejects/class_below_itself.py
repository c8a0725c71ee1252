class A(B):  # error: KR402
    pass


class B(A):
    pass
