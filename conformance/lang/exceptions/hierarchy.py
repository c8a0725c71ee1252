def kind(n: int) -> str:
    try:
        if n == 0:
            raise IndexError("i")
        if n == 1:
            raise KeyError("k")
        if n == 2:
            raise OverflowError("o")
        if n == 3:
            raise FileNotFoundError("f")
        if n == 4:
            raise RecursionError("r")
        if n == 5:
            raise UnicodeError("u")
        if n == 6:
            raise NotImplementedError("n")
        raise KeyboardInterrupt("b")
    except LookupError as e:
        return f"lookup {e!r}"
    except ArithmeticError as e:
        return f"arithmetic {e!r}"
    except OSError as e:
        return f"os {e!r}"
    except RuntimeError as e:
        return f"runtime {e!r}"
    except Exception as e:
        return f"exception {e!r}"
    except BaseException as e:
        return f"base {e!r}"


def main() -> None:
    print([kind(n) for n in range(8)])
    print(issubclass(KeyError, LookupError), issubclass(SystemExit, Exception))


main()
