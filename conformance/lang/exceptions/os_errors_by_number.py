import errno
import os


class Loud(ValueError):
    pass


def main() -> None:
    error = ValueError("with notes")
    error.add_note("first note")
    error.add_note("second\nnote")
    print(error.__notes__)
    try:
        raise error
    except ValueError as e:
        print(e, e.__notes__)
    try:
        try:
            raise KeyError("a")
        except KeyError:
            raise ValueError("b") from None
    except ValueError as e:
        print(repr(e), e.__cause__, repr(e.__context__), e.__suppress_context__)
    for number in [1, 2, 4, 10, 11, 13, 17, 20, 21, 22, 32, 104, 110, 111]:
        e2 = OSError(number, "text", "file")
        print(type(e2).__name__, e2, e2.errno, e2.filename, repr(e2))
    print(type(OSError(2)).__name__, repr(OSError(2)), type(OSError("x", "y")).__name__)
    print(errno.ENOENT, os.strerror(2), errno.errorcode[2])
    raise Loud("end") from error


main()
