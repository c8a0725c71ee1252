def main() -> None:
    error = "before"
    try:
        raise ValueError("x")
    except ValueError as e:
        error = str(e)
    print(error)
    for k in range(2):
        try:
            if k:
                raise KeyError(k)
        except KeyError as e:
            print("key", e)
        else:
            print("fine")
    try:
        raise TypeError("later")
    except (ValueError, TypeError) as e:
        print(repr(e))


main()
