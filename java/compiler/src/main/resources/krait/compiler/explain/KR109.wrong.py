def name(digit: int) -> str:
    match digit:
        case other:
            return "many"
        case 1:
            return "one"
