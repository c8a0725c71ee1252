class C[T]([x := 1 for a in b]):
    pass
