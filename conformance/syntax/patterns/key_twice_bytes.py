match x:
    case {b"k": 1, b"k": 2}:
        pass
