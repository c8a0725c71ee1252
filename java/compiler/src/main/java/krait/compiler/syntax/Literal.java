package krait.compiler.syntax;

import java.math.BigInteger;
import java.util.Arrays;

/// The value of a constant in a program.
public sealed interface Literal {
    /// As Python's `repr` shows it.
    default String repr() {
        return PythonText.repr(this);
    }

    /// The constants that have a name or sign of their own.
    enum Singleton implements Literal {
        NONE("None"),
        TRUE("True"),
        FALSE("False"),
        ELLIPSIS("Ellipsis");

        private final String text;

        Singleton(String text) {
            this.text = text;
        }

        /// As Python's `repr` shows it.
        public String text() {
            return text;
        }
    }

    /// An `int`, never negative: the sign is an operator.
    record Int(BigInteger value) implements Literal {}

    /// A `float`, never negative; infinite where the digits exceed the range.
    record Real(double value) implements Literal {}

    /// A `complex` without a real part.
    record Imaginary(double imaginary) implements Literal {}

    /// A `str`. Python's strings are sequences of code points, surrogates among them: where a pair
    /// of surrogates was written as two escapes, UTF-16 can't tell it from one code point, so such
    /// a string keeps its code points.
    final class Str implements Literal {
        private static final int[] PLAIN = {};

        private final String text;
        private final int[] codePoints;

        /// Text without lone surrogates.
        public Str(String text) {
            this.text = text;
            this.codePoints = PLAIN;
        }

        /// Any code points, surrogates among them.
        public Str(int[] codePoints) {
            this.text = new String(codePoints, 0, codePoints.length);
            this.codePoints = hasSurrogate(codePoints) ? codePoints.clone() : PLAIN;
        }

        private static boolean hasSurrogate(int[] codePoints) {
            for (int point : codePoints) {
                if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                    return true;
                }
            }
            return false;
        }

        /// The text in UTF-16; exact unless [#hasSurrogates].
        public String text() {
            return text;
        }

        /// Whether a code point is a surrogate, so that no encoding can write the string.
        public boolean hasSurrogates() {
            return codePoints.length > 0;
        }

        public int[] codePoints() {
            return hasSurrogates() ? codePoints.clone() : text.codePoints().toArray();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Str that
                    && text.equals(that.text)
                    && Arrays.equals(codePoints, that.codePoints);
        }

        @Override
        public int hashCode() {
            return text.hashCode();
        }

        @Override
        public String toString() {
            return "Str[" + text + "]";
        }
    }

    /// A `bytes`, one character for each byte.
    record Bytes(String latin1) implements Literal {}
}
