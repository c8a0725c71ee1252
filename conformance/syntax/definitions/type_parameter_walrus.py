class C[T: (x := int)]:
    pass
