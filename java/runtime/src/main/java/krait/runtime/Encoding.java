package krait.runtime;

import java.util.Locale;

/// The encodings that [TextCodec] knows, by the names Python has for them.
enum Encoding {
    UTF_8("utf-8"),
    UTF_8_SIGNED("utf-8"),
    ASCII("ascii"),
    LATIN_1("latin-1"),
    UTF_16("utf-16"),
    UTF_16_LE("utf-16-le"),
    UTF_16_BE("utf-16-be"),
    UTF_32("utf-32"),
    UTF_32_LE("utf-32-le"),
    UTF_32_BE("utf-32-be");

    private final String label;

    Encoding(String label) {
        this.label = label;
    }

    /// The name in messages.
    String label() {
        return label;
    }

    /// How many bytes a unit has.
    int width() {
        return switch (this) {
            case UTF_8, UTF_8_SIGNED, ASCII, LATIN_1 -> 1;
            case UTF_16, UTF_16_LE, UTF_16_BE -> 2;
            case UTF_32, UTF_32_LE, UTF_32_BE -> 4;
        };
    }

    /// The encoding of a name; LookupError when there is none.
    static Encoding of(CharSequence name) {
        String key = name.toString().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
        return switch (key) {
            case "utf-8", "utf8", "u8", "utf", "cp65001", "utf8-ucs2", "utf8-ucs4" -> UTF_8;
            case "utf-8-sig" -> UTF_8_SIGNED;
            case "ascii", "us-ascii", "646", "ansi-x3.4-1968", "iso646-us", "us" -> ASCII;
            case "latin-1",
                    "latin1",
                    "iso-8859-1",
                    "iso8859-1",
                    "8859",
                    "cp819",
                    "latin",
                    "l1",
                    "iso-ir-100" ->
                    LATIN_1;
            case "utf-16", "utf16", "u16" -> UTF_16;
            case "utf-16-le", "utf-16le", "utf16-le", "unicodelittleunmarked" -> UTF_16_LE;
            case "utf-16-be", "utf-16be", "utf16-be", "unicodebigunmarked" -> UTF_16_BE;
            case "utf-32", "utf32", "u32" -> UTF_32;
            case "utf-32-le", "utf-32le", "utf32-le" -> UTF_32_LE;
            case "utf-32-be", "utf-32be", "utf32-be" -> UTF_32_BE;
            default -> throw new LookupError("unknown encoding: " + name);
        };
    }
}
