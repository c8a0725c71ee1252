import random
import textwrap

r = random.Random(5)
WORDS = (
    "a|bb|mother-in-law|x-|-y|--|a--b|e-mail|1-2|ab1-cd|" + "long" * 8 + "|end.|Q?\"|_a-b_|é-ü|"
    "\t|\n|  |a-b-c-d|foo---bar|.--x|ab-\u0661c|x\xa0y"
)
words = WORDS.split("|")
total = 0
for i in range(150):
    text = "".join([r.choice(words) + r.choice(["", " ", "  "]) for _ in range(r.randint(0, 14))])
    width = r.randint(6, 25)
    lines = r.choice([0, 1, 2, 3])
    most: int | None = lines if lines else None
    try:
        print(
            textwrap.wrap(
                text,
                width,
                max_lines=most,
                placeholder=r.choice(["", "..", " [...]"]),
                initial_indent=r.choice(["", "> "]),
                subsequent_indent=r.choice(["", "   "]),
                drop_whitespace=r.random() < 0.7,
                break_long_words=r.random() < 0.7,
                break_on_hyphens=r.random() < 0.7,
                fix_sentence_endings=r.random() < 0.5,
                replace_whitespace=r.random() < 0.7,
                expand_tabs=r.random() < 0.7,
            )
        )
    except ValueError as e:
        print(e)
    print(repr(textwrap.dedent(text)), repr(textwrap.indent(text, "+")))
