package krait.runtime.re;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import krait.runtime.TextClass;

/// A set of code points, asked for each code point of a subject.
final class CodePointSet {
    private static final int BITMAP = 256;
    private static final int BMP_END = 0x10000;

    private final boolean negated;
    private final boolean folded;
    private final boolean ascii;

    /// What is asked for code points below 256, everything considered.
    private final boolean[] low = new boolean[BITMAP];

    /// First and last, sorted and apart.
    private final int[] ranges;

    /// Of code points beyond the BMP, whose lower or upper case counts.
    private final int[] caseRanges;

    private final Node.ClassItem[] classes;

    /// @param flags those that hold here
    CodePointSet(boolean negated, List<Node.SetItem> items, int flags) {
        this.negated = negated;
        this.ascii = (flags & Flags.UNICODE) == 0;
        boolean ignoreCase = (flags & Flags.IGNORECASE) != 0;
        this.classes =
                items.stream()
                        .filter(Node.ClassItem.class::isInstance)
                        .map(Node.ClassItem.class::cast)
                        .toArray(Node.ClassItem[]::new);
        Node.Range[] plain =
                items.stream()
                        .filter(Node.Range.class::isInstance)
                        .map(Node.Range.class::cast)
                        .toArray(Node.Range[]::new);
        this.folded = ignoreCase && Arrays.stream(plain).anyMatch(this::hasCased);
        BitSet points = new BitSet();
        int wide = 0;
        int[] beyond = new int[plain.length * 2];
        for (Node.Range range : plain) {
            if (folded) {
                addFolded(points, range);
                if (range.last() >= BMP_END) {
                    beyond[wide++] = range.first();
                    beyond[wide++] = range.last();
                }
            } else {
                points.set(range.first(), range.last() + 1);
            }
        }
        this.caseRanges = Arrays.copyOf(beyond, wide);
        this.ranges = ranges(points);
        for (int i = 0; i < BITMAP; i++) {
            low[i] = compute(i);
        }
    }

    private boolean hasCased(Node.Range range) {
        if (range.last() >= BMP_END && range.first() < range.last()) {
            return true;
        }
        for (int point = range.first(); point <= range.last(); point++) {
            if (LetterCase.isCased(point, ascii)) {
                return true;
            }
        }
        return false;
    }

    private void addFolded(BitSet points, Node.Range range) {
        for (int point = range.first(); point <= Math.min(range.last(), BMP_END - 1); point++) {
            int lower = LetterCase.lower(point, ascii);
            points.set(lower);
            for (int relative : LetterCase.relatives(lower, ascii)) {
                points.set(relative);
            }
        }
    }

    private static int[] ranges(BitSet points) {
        int[] ranges = new int[8];
        int size = 0;
        for (int from = points.nextSetBit(0); from >= 0; ) {
            int to = points.nextClearBit(from);
            if (size == ranges.length) {
                ranges = Arrays.copyOf(ranges, size * 2);
            }
            ranges[size++] = from;
            ranges[size++] = to - 1;
            from = points.nextSetBit(to);
        }
        return Arrays.copyOf(ranges, size);
    }

    boolean has(int point) {
        return point < BITMAP ? low[point] : compute(point);
    }

    private boolean compute(int point) {
        int asked = folded ? LetterCase.lower(point, ascii) : point;
        boolean found = inRanges(asked) || inCaseRanges(asked);
        for (int i = 0; i < classes.length && !found; i++) {
            found = isOf(classes[i].category(), asked, ascii) != classes[i].negated();
        }
        return found != negated;
    }

    private boolean inRanges(int point) {
        int at = Arrays.binarySearch(ranges, point);
        return at >= 0 || (-at - 1) % 2 != 0;
    }

    private boolean inCaseRanges(int lower) {
        for (int i = 0; i < caseRanges.length; i += 2) {
            if (caseRanges[i] <= lower && lower <= caseRanges[i + 1]) {
                return true;
            }
            int upper = ascii ? lower : LetterCase.upper(lower);
            if (caseRanges[i] <= upper && upper <= caseRanges[i + 1]) {
                return true;
            }
        }
        return false;
    }

    static boolean isOf(Node.Category category, int point, boolean ascii) {
        if (ascii && point >= 128) {
            return false;
        }
        return switch (category) {
            case DIGIT -> TextClass.isDecimal(point);
            case SPACE ->
                    ascii
                            ? point == ' ' || (point >= '\t' && point <= '\r')
                            : TextClass.isSpace(point);
            case WORD -> point == '_' || TextClass.isAlnum(point);
        };
    }
}
