package krait.runtime.re;

/// The instructions of a [Program], with what follows each of them.
///
/// `next` is where the pattern goes on. `in` is 1 inside the body of a repetition of more than one
/// code point: a choice made there restores all groups when it fails, any other only forgets those
/// that came after it. That is what CPython does, and a pattern can tell.
final class Opcode {
    /// `point`.
    static final int CHAR = 0;

    /// `point`.
    static final int NOT_CHAR = 1;

    /// `lower`: compares lower cases.
    static final int CHAR_FOLD = 2;

    /// `lower`.
    static final int NOT_CHAR_FOLD = 3;

    /// `lower`: lower cases of ASCII.
    static final int CHAR_FOLD_ASCII = 4;

    /// `lower`.
    static final int NOT_CHAR_FOLD_ASCII = 5;

    /// `set`.
    static final int SET = 6;

    /// Anything but a newline.
    static final int ANY = 7;

    /// Anything.
    static final int ANY_ALL = 8;

    /// `mark`.
    static final int MARK = 9;

    /// `next`.
    static final int JUMP = 10;

    /// `in count first second …`.
    static final int BRANCH = 11;

    /// `in min max next unit`.
    static final int GREEDY_UNIT = 12;

    /// `in min max next unit`.
    static final int LAZY_UNIT = 13;

    /// `in min max next unit`.
    static final int POSSESSIVE_UNIT = 14;

    /// `id until`.
    static final int REPEAT = 15;

    /// `in id min max body`; the pattern goes on behind it.
    static final int GREEDY_UNTIL = 16;

    /// `in id min max body`.
    static final int LAZY_UNTIL = 17;

    /// `id min max next body`.
    static final int POSSESSIVE = 18;

    /// `start`: of the repetition.
    static final int POSSESSIVE_END = 19;

    /// `id`.
    static final int ATOMIC = 20;

    /// `id`.
    static final int ATOMIC_END = 21;

    /// `id back`.
    static final int LOOK = 22;

    /// `id`.
    static final int LOOK_END = 23;

    /// `in id back next`.
    static final int NOT_LOOK = 24;

    /// `id`.
    static final int NOT_LOOK_END = 25;

    /// `group`, counted from 0.
    static final int BACKREFERENCE = 26;

    /// `group`.
    static final int BACKREFERENCE_FOLD = 27;

    /// `group`.
    static final int BACKREFERENCE_FOLD_ASCII = 28;

    /// `group else`.
    static final int CONDITIONAL = 29;

    static final int FAIL = 30;

    static final int SUCCESS = 31;

    // places without width

    static final int AT_BEGINNING = 32;
    static final int AT_LINE_BEGINNING = 33;
    static final int AT_END = 34;
    static final int AT_LINE_END = 35;
    static final int AT_STRING_END = 36;
    static final int AT_BOUNDARY = 37;
    static final int AT_BOUNDARY_ASCII = 38;
    static final int AT_NOT_BOUNDARY = 39;
    static final int AT_NOT_BOUNDARY_ASCII = 40;

    private Opcode() {}
}
