package krait.compiler.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Writes typed programs by chance, one for each seed. They end soon, print what they compute, and
/// lean towards the edges: ints about the borders of machine words, negative divisors and shifts,
/// NaN and -0.0, exceptions in the middle of things, generators that nobody finishes.
final class RandomProgram {
    private static final String[] INTS = {
        "0",
        "1",
        "-1",
        "2",
        "3",
        "7",
        "-5",
        "10",
        "255",
        "2**31 - 1",
        "2**31",
        "-(2**31)",
        "2**53 + 1",
        "2**62",
        "-(2**62)",
        "2**63 - 1",
        "2**63",
        "-(2**63)",
        "-(2**63) - 1",
        "2**64",
        "10**20",
        "-(10**25)"
    };
    private static final String[] FLOATS = {
        "0.0",
        "-0.0",
        "1.5",
        "-2.25",
        "1e308",
        "-1e308",
        "5e-324",
        "float(\"nan\")",
        "float(\"inf\")",
        "float(\"-inf\")",
        "9007199254740993.0",
        "0.1"
    };
    private static final String[] TEXTS = {
        "\"\"",
        "\"a\"",
        "\"abc\"",
        "\"\\u00e9\"",
        "\"\\U0001f600x\"",
        "\"  b \"",
        "\"0\"",
        "\"-12\""
    };
    private static final String[] EXCEPTIONS = {
        "ZeroDivisionError",
        "IndexError",
        "ValueError",
        "KeyError",
        "OverflowError",
        "ArithmeticError",
        "LookupError",
        "Exception"
    };
    private static final int FUNCTIONS = 4;
    private static final int DEPTH_MAX = 3;

    /// A type with what makes values of it.
    private enum Kind {
        INT("int"),
        FLOAT("float"),
        BOOL("bool"),
        TEXT("str"),
        INTS("list[int]"),
        MAP("dict[str, int]");

        final String annotation;

        Kind(String annotation) {
            this.annotation = annotation;
        }
    }

    private record Name(String name, Kind kind) {}

    private final Random random;
    private final RandomPieces pieces;
    private final StringBuilder out = new StringBuilder();
    private final List<String> callable = new ArrayList<>();
    private List<Name> names = new ArrayList<>();
    private int fresh;
    private int loops;
    private Kind result = Kind.INT;

    private RandomProgram(long seed) {
        this.random = new Random(seed);
        this.pieces = new RandomPieces(random, this::typed);
    }

    static String of(long seed) {
        return new RandomProgram(seed).program();
    }

    private String program() {
        out.append("from collections.abc import Iterator\n");
        out.append("from dataclasses import dataclass\n\n\n");
        out.append(RandomPieces.DEFINITIONS);
        out.append("class Cell:\n    def __init__(self, n: int, x: float) -> None:\n");
        out.append("        self.n = n\n        self.x = x\n\n");
        out.append("    def add(self, k: int) -> int:\n        self.n += k\n");
        out.append("        return self.n\n\n\n");
        for (int i = 0; i < FUNCTIONS; i++) {
            function(i);
        }
        generator();
        main();
        return out.toString();
    }

    private void function(int number) {
        result = number % 2 == 0 ? Kind.INT : pick(Kind.values());
        names = new ArrayList<>();
        String name = "f" + number;
        List<String> parameters = new ArrayList<>();
        Kind[] kinds = {Kind.INT, Kind.INT, pick(Kind.values())};
        for (int i = 0; i < kinds.length; i++) {
            names.add(new Name("p" + i, kinds[i]));
            parameters.add("p" + i + ": " + kinds[i].annotation);
        }
        line(
                0,
                "def "
                        + name
                        + "("
                        + String.join(", ", parameters)
                        + ") -> "
                        + result.annotation
                        + ":");
        line(1, "c = Cell(p0, 0.5)");
        block(1, 5 + random.nextInt(5));
        line(1, "return " + expression(result, 2));
        out.append("\n\n");
        if (result == Kind.INT && kinds[2] == Kind.INT) {
            callable.add(name);
        }
        out.append("def call_").append(name).append("(n: int) -> None:\n");
        line(1, "try:");
        line(
                2,
                "print(\""
                        + name
                        + "\", "
                        + name
                        + "(n, "
                        + literal(Kind.INT)
                        + ", "
                        + literal(kinds[2])
                        + "))");
        line(1, "except ArithmeticError as e:");
        line(2, "print(\"" + name + " arithmetic\", e)");
        line(1, "except (LookupError, ValueError) as e:");
        line(2, "print(\"" + name + " other\", repr(e))");
        out.append("\n\n");
    }

    private void generator() {
        names = new ArrayList<>(List.of(new Name("p0", Kind.INT), new Name("p1", Kind.INT)));
        result = Kind.INT;
        out.append("def numbers(p0: int, p1: int) -> Iterator[int]:\n");
        line(1, "c = Cell(p0, 0.5)");
        line(1, "yield " + expression(Kind.INT, 2));
        line(1, "for step in range(3):");
        names.add(new Name("step", Kind.INT));
        line(2, "p1 = " + expression(Kind.INT, 2));
        line(2, "yield p1");
        line(1, "yield c.add(" + expression(Kind.INT, 1) + ")");
        out.append("\n\n");
    }

    private void main() {
        out.append("def main() -> None:\n");
        line(1, "for n in [" + String.join(", ", some(6)) + "]:");
        for (int i = 0; i < FUNCTIONS; i++) {
            line(2, "call_f" + i + "(n)");
        }
        line(2, "taken = 0");
        line(2, "try:");
        line(3, "for value in numbers(n, " + literal(Kind.INT) + "):");
        line(4, "print(value)");
        line(4, "taken += 1");
        line(4, "if taken == " + (1 + random.nextInt(5)) + ":");
        line(5, "break");
        line(2, "except (ArithmeticError, LookupError, ValueError) as e:");
        line(3, "print(repr(e))");
        out.append("\n\nmain()\n");
    }

    private List<String> some(int count) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(literal(Kind.INT));
        }
        return values;
    }

    private void line(int depth, String text) {
        out.append("    ".repeat(depth)).append(text).append('\n');
    }

    private void block(int depth, int statements) {
        int known = names.size();
        for (int i = 0; i < statements; i++) {
            statement(depth);
        }
        if (depth > 1) {
            // What a branch defines may have no value behind it.
            names.subList(known, names.size()).clear();
        }
    }

    private void statement(int depth) {
        switch (random.nextInt(depth > DEPTH_MAX ? 5 : 13)) {
            case 0, 1 -> define(depth);
            case 2 -> assign(depth);
            case 3 -> augment(depth);
            case 4 -> effect(depth);
            case 5 -> choice(depth);
            case 6 -> countedLoop(depth);
            case 7 -> guarded(depth);
            case 8 -> whileLoop(depth);
            case 9 -> closure(depth);
            case 10, 11 ->
                    pieces.statement("q" + fresh++).lines().forEach(each -> line(depth, each));
            default -> leave(depth);
        }
    }

    private void define(int depth) {
        Kind kind = pick(Kind.values());
        String name = "v" + fresh++;
        line(depth, name + ": " + kind.annotation + " = " + expression(kind, 2));
        names.add(new Name(name, kind));
    }

    private void assign(int depth) {
        Name target = pick(names);
        line(depth, target.name + " = " + expression(target.kind, 2));
    }

    private void augment(int depth) {
        Name target = name(Kind.INT);
        String[] operators = {"+=", "-=", "*=", "//=", "%=", "&=", "|=", "^="};
        line(depth, target.name + " " + pick(operators) + " " + expression(Kind.INT, 1));
        // Products of products would fill the memory.
        line(depth, target.name + " %= 10**30 + 7");
    }

    private void effect(int depth) {
        switch (random.nextInt(4)) {
            case 0 -> line(depth, "c.n = " + expression(Kind.INT, 2));
            case 1 -> line(depth, "c.x = " + expression(Kind.FLOAT, 1));
            case 2 -> line(depth, "print(" + expression(pick(Kind.values()), 2) + ")");
            default -> line(depth, "c.add(" + expression(Kind.INT, 1) + ")");
        }
    }

    private void choice(int depth) {
        line(depth, "if " + expression(Kind.BOOL, 2) + ":");
        block(depth + 1, 1 + random.nextInt(2));
        if (random.nextBoolean()) {
            line(depth, "else:");
            block(depth + 1, 1 + random.nextInt(2));
        }
    }

    private void countedLoop(int depth) {
        String name = "i" + fresh++;
        line(
                depth,
                "for " + name + " in range(" + random.nextInt(4) + ", " + random.nextInt(8) + "):");
        loop(depth, name);
    }

    private void whileLoop(int depth) {
        String name = "w" + fresh++;
        line(depth, name + " = " + random.nextInt(4));
        line(depth, "while " + name + " > 0:");
        line(depth + 1, name + " -= 1");
        loop(depth, name);
    }

    private void loop(int depth, String name) {
        loops++;
        int known = names.size();
        // Assigned nowhere else, so that loops end.
        String copy = "k" + fresh++;
        line(depth + 1, copy + " = " + name);
        names.add(new Name(copy, Kind.INT));
        block(depth + 1, 1 + random.nextInt(3));
        names.subList(known, names.size()).clear();
        loops--;
    }

    private void guarded(int depth) {
        line(depth, "try:");
        block(depth + 1, 1 + random.nextInt(2));
        boolean handles = random.nextInt(3) > 0;
        if (handles) {
            line(depth, "except " + pick(EXCEPTIONS) + " as e:");
            line(depth + 1, "print(\"caught\", repr(e))");
            block(depth + 1, 1);
        }
        if (handles && random.nextInt(3) == 0) {
            line(depth, "else:");
            block(depth + 1, 1);
        }
        if (!handles || random.nextBoolean()) {
            line(depth, "finally:");
            line(depth + 1, "print(\"finally\", c.n)");
        }
    }

    private void closure(int depth) {
        Name captured = name(Kind.INT);
        String name = "g" + fresh++;
        line(depth, "def " + name + "(d: int) -> int:");
        line(depth + 1, "nonlocal " + captured.name);
        line(depth + 1, captured.name + " = (" + captured.name + " + d) % (2**66 + 1)");
        line(depth + 1, "return " + captured.name + " * 2");
        line(depth, "print(" + name + "(" + literal(Kind.INT) + "), " + captured.name + ")");
    }

    private void leave(int depth) {
        switch (random.nextInt(loops > 0 ? 4 : 2)) {
            case 0 -> {
                line(depth, "if " + expression(Kind.BOOL, 1) + ":");
                line(depth + 1, "return " + expression(result, 2));
            }
            case 1 -> {
                line(depth, "if " + expression(Kind.BOOL, 1) + ":");
                line(depth + 1, "raise ValueError(" + expression(Kind.INT, 1) + ")");
            }
            case 2 -> {
                line(depth, "if " + expression(Kind.BOOL, 1) + ":");
                line(depth + 1, "break");
            }
            default -> {
                line(depth, "if " + expression(Kind.BOOL, 1) + ":");
                line(depth + 1, "continue");
            }
        }
    }

    private Name name(Kind kind) {
        List<Name> fitting = names.stream().filter(each -> each.kind == kind).toList();
        return pick(fitting);
    }

    private boolean has(Kind kind) {
        return names.stream().anyMatch(each -> each.kind == kind);
    }

    private String expression(Kind kind, int depth) {
        if (has(kind) && random.nextInt(3) == 0) {
            return name(kind).name;
        }
        if (depth == 0) {
            return has(kind) && random.nextBoolean() ? name(kind).name : literal(kind);
        }
        return switch (kind) {
            case INT -> integer(depth - 1);
            case FLOAT -> real(depth - 1);
            case BOOL -> truth(depth - 1);
            case TEXT -> text(depth - 1);
            case INTS -> list(depth - 1);
            case MAP -> map(depth - 1);
        };
    }

    private String typed(String type, int depth) {
        for (Kind kind : Kind.values()) {
            if (kind.annotation.equals(type)) {
                return expression(kind, depth);
            }
        }
        throw new IllegalArgumentException(type);
    }

    private String integer(int depth) {
        String a = "(" + expression(Kind.INT, depth) + ")";
        String b = "(" + expression(Kind.INT, depth) + ")";
        return switch (random.nextInt(24)) {
            case 20, 21, 22, 23 -> pieces.integer(depth);
            case 0, 1 -> a + " + " + b;
            case 2, 3 -> a + " - " + b;
            case 4, 5 -> a + " * " + b;
            case 6 -> a + " // " + b;
            case 7 -> a + " % " + b;
            case 8 -> a + " & " + b;
            case 9 -> a + " | " + b;
            case 10 -> a + " ^ " + b;
            case 11 -> a + " << " + random.nextInt(70);
            case 12 -> a + " >> " + random.nextInt(70);
            case 13 -> "-" + a;
            case 14 -> "~" + a;
            case 15 -> "abs(" + a + ")";
            case 16 -> "(" + a + " if " + expression(Kind.BOOL, depth) + " else " + b + ")";
            case 17 ->
                    "len(" + expression(random.nextBoolean() ? Kind.TEXT : Kind.INTS, depth) + ")";
            case 18 ->
                    callable.isEmpty()
                            ? "(" + a + " * " + b + ") & 0xFFFFFFFF"
                            : pick(callable) + "(" + a + " % 7, " + b + " % 7, 3)";
            default -> "c.n";
        };
    }

    private String real(int depth) {
        String a = "(" + expression(Kind.FLOAT, depth) + ")";
        String b = "(" + expression(Kind.FLOAT, depth) + ")";
        return switch (random.nextInt(8)) {
            case 0 -> a + " + " + b;
            case 1 -> a + " - " + b;
            case 2 -> a + " * " + b;
            case 3 -> a + " / " + b;
            case 4 -> "-" + a;
            case 5 -> "abs(" + a + ")";
            case 6 -> "float((" + expression(Kind.INT, depth) + ") % 1000003)";
            default -> "c.x";
        };
    }

    private String truth(int depth) {
        String[] comparisons = {"<", "<=", ">", ">=", "==", "!="};
        Kind kind = pick(new Kind[] {Kind.INT, Kind.INT, Kind.FLOAT, Kind.TEXT});
        String left = "(" + expression(kind, depth) + ")";
        String right = "(" + expression(kind, depth) + ")";
        return switch (random.nextInt(6)) {
            case 0 -> "not (" + expression(Kind.BOOL, depth) + ")";
            case 1 ->
                    "("
                            + expression(Kind.BOOL, depth)
                            + ") and ("
                            + expression(Kind.BOOL, depth)
                            + ")";
            case 2 ->
                    "("
                            + expression(Kind.BOOL, depth)
                            + ") or ("
                            + expression(Kind.BOOL, depth)
                            + ")";
            case 3 ->
                    "("
                            + expression(Kind.INT, depth)
                            + ") in ("
                            + expression(Kind.INTS, depth)
                            + ")";
            default -> left + " " + pick(comparisons) + " " + right;
        };
    }

    private String text(int depth) {
        String a = "(" + expression(Kind.TEXT, depth) + ")";
        return switch (random.nextInt(10)) {
            case 7, 8, 9 -> pieces.text(depth);
            case 0 -> a + " + (" + expression(Kind.TEXT, depth) + ")";
            case 1 -> a + ".upper()";
            case 2 -> "str(" + expression(Kind.INT, depth) + ")";
            case 3 -> a + "[" + (random.nextInt(5) - 2) + ":]";
            case 4 -> a + "[" + expression(Kind.INT, 0) + "]";
            case 5 -> "f\"{" + name(Kind.INT).name + "}:{" + name(Kind.INT).name + ":>5}\"";
            default -> "repr(" + expression(pick(Kind.values()), depth) + ")";
        };
    }

    private String list(int depth) {
        return switch (random.nextInt(6)) {
            case 4, 5 -> pieces.list(depth);
            case 0 -> "[" + expression(Kind.INT, depth) + ", " + expression(Kind.INT, depth) + "]";
            case 1 -> "(" + expression(Kind.INTS, depth) + ") + [" + literal(Kind.INT) + "]";
            case 2 ->
                    "[x + "
                            + name(Kind.INT).name
                            + " for x in ("
                            + expression(Kind.INTS, depth)
                            + ")]";
            default -> "(" + expression(Kind.INTS, depth) + ")[" + (random.nextInt(5) - 2) + ":]";
        };
    }

    private String map(int depth) {
        return random.nextBoolean()
                ? "{" + expression(Kind.TEXT, depth) + ": " + expression(Kind.INT, depth) + "}"
                : "{str(x): x for x in (" + expression(Kind.INTS, depth) + ")}";
    }

    private String literal(Kind kind) {
        return switch (kind) {
            case INT -> pick(INTS);
            case FLOAT -> pick(FLOATS);
            case BOOL -> random.nextBoolean() ? "True" : "False";
            case TEXT -> pick(TEXTS);
            case INTS -> "[" + pick(INTS) + ", " + pick(INTS) + ", 4]";
            case MAP -> "{\"k\": " + pick(INTS) + "}";
        };
    }

    private <T> T pick(T[] items) {
        return items[random.nextInt(items.length)];
    }

    private <T> T pick(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }
}
