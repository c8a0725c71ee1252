import string
import textwrap


def main() -> None:
    print(string.ascii_lowercase, string.digits, string.punctuation, string.hexdigits)
    print(repr(string.whitespace), string.ascii_letters[24:28], string.capwords("a bc  d"))
    text = "The quick brown fox jumps over the lazy dog and keeps on running"
    print(textwrap.fill(text, 24))
    print(textwrap.wrap(text, 20), textwrap.shorten(text, 22))
    print(textwrap.dedent("  a\n    b\n  c"), textwrap.indent("x\ny", "> "))


main()
