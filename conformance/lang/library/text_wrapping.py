import textwrap
from textwrap import dedent, indent, fill, wrap, shorten, TextWrapper

text = """The quick brown-fox jumps over the lazy dog. "Hello!" he said -- and then--suddenly--left
\tbuilding's well-known mother-in-law e-mail x-ray supercalifragilisticexpialidocious."""
for w in [1, 2, 5, 10, 20, 33, 70]:
    print(w, wrap(text, w))
    print(fill(text, w, break_long_words=False, break_on_hyphens=False))
    print(wrap(text, w, fix_sentence_endings=True, drop_whitespace=False))
    try:
        print(shorten(text, w))
    except ValueError as e:
        print(e)
    try:
        print(
            textwrap.wrap(
                text,
                w,
                max_lines=2,
                placeholder="..",
                initial_indent="* ",
                subsequent_indent="    ",
            )
        )
    except ValueError as e:
        print(e)
for block in ["  a\n    b\n\n   \n  c", "\ta\n\t b", "", " a\n\tb"]:
    print(repr(dedent(block)))
print(repr(indent("a\n\nb\n", "> ")), repr(indent("a\n\nb", "> ", lambda line: True)))
tw = TextWrapper(width=10, initial_indent="- ")
tw.width = 12
print(tw.fill("hello wide world of things"), wrap(""), wrap("   "), wrap("  a b"))
print(wrap("abc", 0))
