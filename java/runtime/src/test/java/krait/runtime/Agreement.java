package krait.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Expressions for CPython, each with what of ours must give the same: the same repr, or the same
/// exception with the same text. One interpreter evaluates all of them.
final class Agreement {
    private static final int DIFFERENCES_SHOWN_MAX = 25;

    /// Messages changed up to this version.
    private static final int VERSION_OF_MESSAGES = 14;

    private static final String DRIVER =
            """
            import sys, math, random, struct, base64, hashlib, zlib, operator, re
            import datetime, json
            from math import inf, nan
            def plain(text):
                return "".join(
                    c if " " <= c <= "~" and c != "\\\\" else "\\\\%x;" % ord(c) for c in text)
            def shown(match):
                return match and (
                    [match.span(i) for i in range(match.re.groups + 1)], match.lastindex)
            scope = dict(globals())
            with open(sys.argv[1], encoding="ascii") as lines:
                for line in lines:
                    try:
                        text = repr(eval(line, scope))
                    except Exception as error:
                        text = "!" + type(error).__name__ + ": " + str(error)
                    print(plain(text))
            """;

    private final List<String> expressions = new ArrayList<>();
    private final List<String> ours = new ArrayList<>();

    /// Adds a case.
    ///
    /// @param expression in Python, in ASCII on one line
    /// @param own what gives the same
    void add(String expression, Supplier<@Nullable Object> own) {
        expressions.add(expression);
        String text;
        try {
            text = Values.repr(own.get()).toString();
        } catch (PyBaseException error) {
            text = "!" + PyType.of(error).name() + ": " + error.__str__();
        } catch (ArithmeticException overflow) {
            text = "overflow of a long";
        }
        ours.add(plain(text));
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints()
                .forEach(point -> {
                    if (point >= ' ' && point <= '~' && point != '\\') {
                        plain.append((char) point);
                    } else {
                        plain.append('\\').append(Integer.toHexString(point)).append(';');
                    }
                });
        return plain.toString();
    }

    /// Fails when any case differs.
    void check() {
        Interpreter python = Interpreter.newest();
        List<String> theirs;
        try {
            Path cases = Files.createTempFile("cases", ".txt");
            Files.write(cases, expressions);
            theirs = python.run("-W", "ignore", "-c", DRIVER, cases.toString()).lines().toList();
            Files.delete(cases);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(theirs).hasSameSizeAs(expressions);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < theirs.size(); i++) {
            if (!same(theirs.get(i), ours.get(i), python.version())) {
                differences.add(
                        expressions.get(i)
                                + "\n  CPython: "
                                + theirs.get(i)
                                + "\n  ours:    "
                                + ours.get(i));
            }
        }
        int shown = Math.min(DIFFERENCES_SHOWN_MAX, differences.size());
        assertThat(differences.subList(0, shown))
                .as("%d of %d differ", differences.size(), theirs.size())
                .isEmpty();
    }

    private static boolean same(String theirs, String own, int version) {
        if (version < VERSION_OF_MESSAGES && theirs.startsWith("!") && own.startsWith("!")) {
            return theirs.replaceAll(":.*", "").equals(own.replaceAll(":.*", ""));
        }
        return theirs.equals(own);
    }

    /// A value as Python writes it.
    static String literal(@Nullable Object value) {
        return switch (value) {
            case null -> "None";
            case BigInteger wide ->
                    (wide.signum() < 0 ? "(-0x" : "(0x") + wide.abs().toString(16) + ")";
            case Long number -> "(" + number + ")";
            case Double number -> "float('" + number.toString().replace("Infinity", "inf") + "')";
            case Boolean truth -> truth ? "True" : "False";
            case CharSequence text -> literalOfText(text);
            default -> throw new IllegalArgumentException("no literal for " + value.getClass());
        };
    }

    private static String literalOfText(CharSequence text) {
        StringBuilder literal = new StringBuilder("'");
        for (int point : text.toString().codePoints().toArray()) {
            if (point >= ' ' && point <= '~' && point != '\'' && point != '\\') {
                literal.append((char) point);
            } else {
                literal.append(String.format("\\U%08x", point));
            }
        }
        return literal.append('\'').toString();
    }
}
