def late() -> str:
    value = "first"
    try:
        return value
    finally:
        value = "second"
        print("value is now", value)


def nested() -> str:
    try:
        try:
            return "inner"
        finally:
            print("one")
    finally:
        print("two")


def raised_in_finally() -> None:
    try:
        raise ValueError("original")
    finally:
        raise KeyError("replacement")


def main() -> None:
    print(late(), nested())
    try:
        raised_in_finally()
    except KeyError as e:
        print(repr(e), repr(e.__context__))


main()
