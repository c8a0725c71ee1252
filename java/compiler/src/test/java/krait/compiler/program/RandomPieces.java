package krait.compiler.program;

import java.util.Random;

/// What [RandomProgram] makes of classes, containers and texts: dataclasses, overrides, `*args`,
/// `match`, sets, slices, methods of str, format specifications, generators kept in variables.
final class RandomPieces {
    /// Gives an expression of a type, no deeper than asked for.
    interface Source {
        String expression(String type, int depth);
    }

    /// Definitions that stand at the head of each program.
    static final String DEFINITIONS =
            """
            @dataclass(order=True)
            class Point:
                x: int
                y: int = 3
                tag: str = "t"

                def moved(self, dx: int) -> "Point":
                    return Point(self.x + dx, self.y, self.tag)


            class Shape:
                def __init__(self, size: int) -> None:
                    self.size = size

                def area(self) -> int:
                    return self.size * 2

                def __str__(self) -> str:
                    return f"{type(self).__name__}({self.area()})"


            class Square(Shape):
                def __init__(self, size: int, name: str = "sq") -> None:
                    super().__init__(size - 1)
                    self.name = name

                def area(self) -> int:
                    return super().area() + self.size * self.size


            def rest(*args: int, start: int = 1) -> int:
                total = start
                for i, each in enumerate(args):
                    total = (total * 3 + each * (i + 1)) % (2**67 - 1)
                return total


            def steps(a: int, b: int) -> Iterator[int]:
                for _ in range(3):
                    yield a
                    a, b = b, (a + b) % (2**65 + 1)


            def kind(value: int | str | list[int] | Point | None) -> str:
                match value:
                    case None:
                        return "none"
                    case 0 | 1 | -1:
                        return f"small {value}"
                    case int() if value > 2**62:
                        return "wide"
                    case str() as text if len(text) < 2:
                        return f"short {text!r}"
                    case str():
                        return "text"
                    case [0, y]:
                        return f"axis {y}"
                    case [x, y]:
                        return f"pair {x} {y}"
                    case [first, *_, last]:
                        return f"list {first} {last}"
                    case [only]:
                        return f"one {only}"
                    case []:
                        return "empty"
                    case Point(x=0, tag=tag):
                        return f"origin {tag}"
                    case Point(x, y):
                        return f"point {x} {y}"
                    case _:
                        return "int"


            """;

    private static final String[] INT_SPECS = {
        "", "d", "5", "<6", "^7", "+d", ",", "_", "x", "#x", "b", "08", "=+9", "*>4", "o", "e",
        ".2f"
    };
    private static final String[] FLOAT_SPECS = {
        "", ".2f", "8.3f", "e", "g", ".3g", "%", "+.1f", ",.2f", "010.2f", "<9", "^12.1e"
    };
    private static final String[] TEXT_SPECS = {"", "5", ">6", "^7", "*<4", ".2", "-^9.3"};
    private static final String[] TEXT_METHODS = {
        ".strip()",
        ".title()",
        ".swapcase()",
        ".zfill(4)",
        ".center(7, \"*\")",
        ".replace(\"a\", \"bb\")",
        ".replace(\"\", \"-\", 2)",
        ".ljust(4) + \"|\"",
        ".lstrip(\"-0\")",
        ".removeprefix(\"a\")",
        ".partition(\"b\")[2]",
        "[::-1]",
        "[1::2]",
        ".capitalize()",
        ".expandtabs(3)"
    };

    private final Random random;
    private final Source source;

    RandomPieces(Random random, Source source) {
        this.random = random;
        this.source = source;
    }

    private String of(String type, int depth) {
        return "(" + source.expression(type, depth) + ")";
    }

    private String pick(String... items) {
        return items[random.nextInt(items.length)];
    }

    String integer(int depth) {
        String number = of("int", depth);
        String list = of("list[int]", depth);
        return switch (random.nextInt(10)) {
            case 0 -> "rest(*" + list + ", start=" + number + ")";
            case 1 -> "rest(" + number + ", " + of("int", depth) + ")";
            case 2 -> "sum(x for x in " + list + " if x > " + number + ")";
            case 3 -> "max(" + list + ", default=" + number + ")";
            case 4 -> "len({x % 5 for x in " + list + "})";
            case 5 -> "Point(" + number + ", tag=" + of("str", depth) + ").moved(2).x";
            case 6 -> "Square(" + number + " % 1000).area()";
            case 7 -> of("dict[str, int]", depth) + ".get(" + of("str", depth) + ", 7)";
            case 8 -> list + ".count(" + number + ")";
            default -> of("str", depth) + ".find(" + of("str", 0) + ")";
        };
    }

    String text(int depth) {
        return switch (random.nextInt(8)) {
            case 0 -> "f\"{" + of("int", 0) + ":" + pick(INT_SPECS) + "}\"";
            case 1 -> "f\"{" + of("float", 0) + ":" + pick(FLOAT_SPECS) + "}\"";
            case 2 -> "format(" + of("str", depth) + ", \"" + pick(TEXT_SPECS) + "\")";
            case 3 -> "str(Square(" + of("int", depth) + " % 99))";
            case 4 -> "kind(" + subject(depth) + ")";
            case 5 -> "\"/\".join(sorted(" + of("dict[str, int]", depth) + "))";
            default -> of("str", depth) + pick(TEXT_METHODS);
        };
    }

    private String subject(int depth) {
        return switch (random.nextInt(6)) {
            case 0 -> "None";
            case 1 -> of("str", depth);
            case 2 -> "[" + of("int", 0) + ", " + of("int", 0) + "]";
            case 3 -> of("list[int]", depth);
            case 4 -> "Point(" + of("int", 0) + ")";
            default -> of("int", depth);
        };
    }

    String list(int depth) {
        String list = of("list[int]", depth);
        return switch (random.nextInt(7)) {
            case 0 -> "sorted(" + list + ", key=lambda x: -x)";
            case 1 -> "sorted({x % 7 for x in " + list + "} | {1, 2})";
            case 2 -> "[x for x in " + list + " if x % 2 == 0]";
            case 3 -> list + "[" + pick("::-1", "1:", "::2", ":-1", "-2::-1") + "]";
            case 4 -> "list(" + of("dict[str, int]", depth) + ".values())";
            case 5 -> "[*" + list + ", " + of("int", 0) + "]";
            default -> "[i * v % 1001 for i, v in enumerate(" + list + ")]";
        };
    }

    /// A statement of one line or more, to be indented.
    String statement(String name) {
        String number = of("int", 0);
        String list = of("list[int]", 1);
        String[] forms = {
            "@ = steps(" + number + ", 3)\nprint(next(@), [v for v in @])",
            "@ = set(" + list + ")\n@.add(" + number + ")\nprint(len(@), sorted(@ - {1, 4}))",
            "@a, *@b = [0, *" + list + "]\nprint(@a, @b)",
            "@ = sorted([Point(" + number + "), Point(1, 2), Point(1)])\nprint(@, @[0] < @[-1])",
            "@ = " + of("dict[str, int]", 1) + "\n@[" + of("str", 0) + "] = " + number,
            "@ = {k: v for k, v in " + of("dict[str, int]", 1) + ".items() if v > 0}\nprint(@)",
            "for @, (x, y) in enumerate(zip(" + list + ", \"abc\")):\n    print(@, x, y, kind(x))"
        };
        return pick(forms).replace("@", name);
    }
}
