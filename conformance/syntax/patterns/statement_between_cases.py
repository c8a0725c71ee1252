match x:
    case 1:
        pass
    y = 1
    case 2:
        pass
