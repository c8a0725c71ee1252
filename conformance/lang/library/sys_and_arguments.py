import sys


def main() -> None:
    print(len(sys.argv), sys.argv[1:], sys.maxsize, sys.byteorder, sys.maxunicode)
    print(sys.version_info >= (3, 11), sys.getrecursionlimit() > 100)
    text = sys.stdin.read()
    print(repr(text))
    try:
        input("prompt: ")
    except EOFError as e:
        print(type(e).__name__, e)


main()
