import sys


def main() -> None:
    print("a", "b", sep="-")
    print("a", end="")
    print("b", end="|\n")
    print(1, 2.5, None, True, "x", [1], sep=", ", end=".\n")
    print()
    print("", "")
    print(sep="x")
    print("to stdout", file=sys.stdout, flush=True)
    print(*[1, 2, 3], sep="\n")
    print(*"abc")
    sys.stdout.write("written\n")


main()
