match x:
    case [a, (b, 1) | (1, b), b]:
        pass
