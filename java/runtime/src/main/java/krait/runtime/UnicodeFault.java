package krait.runtime;

import org.jspecify.annotations.Nullable;

/// The messages of [UnicodeEncodeError] and [UnicodeDecodeError].
final class UnicodeFault {
    private UnicodeFault() {}

    static CharSequence inText(
            @Nullable Object encoding,
            String verb,
            CharSequence text,
            long start,
            long end,
            @Nullable Object reason) {
        TextBuilder message =
                new TextBuilder()
                        .append("'")
                        .append(Values.str(encoding))
                        .append("' codec can't ")
                        .append(verb)
                        .append(" character");
        if (start < Text.length(text) && end == start + 1) {
            message.append(" '");
            TextRepr.escape(message, Text.at(text, (int) start));
            message.append("' in position ").append(Long.toString(start));
        } else {
            message.append("s in position ").append(start + "-" + (end - 1));
        }
        return message.append(": ").append(Values.str(reason)).build();
    }

    static CharSequence inBytes(
            @Nullable Object encoding, Bytes bytes, long start, long end, @Nullable Object reason) {
        TextBuilder message =
                new TextBuilder()
                        .append("'")
                        .append(Values.str(encoding))
                        .append("' codec can't decode byte");
        if (start < bytes.size() && end == start + 1) {
            String hex = Integer.toHexString((bytes.array()[(int) start] & 0xFF) | 0x100);
            message.append(" 0x").append(hex.substring(1)).append(" in position " + start);
        } else {
            message.append("s in position ").append(start + "-" + (end - 1));
        }
        return message.append(": ").append(Values.str(reason)).build();
    }
}
