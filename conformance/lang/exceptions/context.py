def main() -> None:
    try:
        try:
            print({"a": 1}["missing"])
        except KeyError:
            print(1 // 0)
    except ZeroDivisionError as e:
        print(repr(e), repr(e.__context__), e.__cause__)
    try:
        try:
            raise ValueError("first")
        except ValueError as first:
            try:
                raise TypeError("second")
            except TypeError as second:
                print(repr(second.__context__), second.__context__ is first)
                raise RuntimeError("third") from first
    except RuntimeError as e:
        print(repr(e.__cause__), repr(e.__context__))


main()
