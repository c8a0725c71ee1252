import io
import sys


def main() -> None:
    out = io.StringIO()
    out.write("one\n")
    print("two", 2, file=out)
    print(out.getvalue().splitlines(), out.tell())
    source = io.StringIO("a b\nc d\n")
    for line in source:
        print(line.rstrip().split())
    data = io.BytesIO(b"abcdef")
    print(data.read(2), data.read(), data.read(), data.getvalue())
    print("to stderr", file=sys.stderr)
    sys.stdout.write("written\n")


main()
