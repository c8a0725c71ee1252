package krait.runtime.lib;

import krait.runtime.AnyBytes;
import krait.runtime.Function;
import krait.runtime.Text;
import krait.runtime.Tuple;
import krait.runtime.TypeError;
import krait.runtime.Values;
import krait.runtime.json.JsonDecoder;
import krait.runtime.json.JsonEncoder;
import krait.runtime.json.JsonStyle;
import org.jspecify.annotations.Nullable;

/// The module `json`. The options of `dumps` come in the order of its signature.
public final class JsonModule {
    private JsonModule() {}

    /// `json.loads(document)`: a text, or bytes in UTF-8, UTF-16 or UTF-32.
    public static @Nullable Object loads(@Nullable Object document) {
        if (document instanceof CharSequence text) {
            if (Text.length(text) > 0 && Text.at(text, 0) == 0xFEFF) {
                throw fault("Unexpected UTF-8 BOM (decode using utf-8-sig)", text, 0);
            }
            return JsonDecoder.decode(text, JsonModule::fault);
        }
        if (document instanceof AnyBytes bytes) {
            CharSequence text = bytes.decode(encoding(bytes), "surrogatepass");
            return JsonDecoder.decode(text, JsonModule::fault);
        }
        throw new TypeError(
                "the JSON object must be str, bytes or bytearray, not "
                        + Values.typeName(document));
    }

    private static JsonJSONDecodeError fault(String message, CharSequence text, long position) {
        return new JsonJSONDecodeError(message, text, position);
    }

    private static long at(AnyBytes bytes, int position) {
        return position < bytes.size() ? bytes.__getitem__(position) : -1;
    }

    /// By the byte order mark, else by which of the first bytes are zero.
    private static String encoding(AnyBytes bytes) {
        long first = at(bytes, 0);
        long second = at(bytes, 1);
        long third = at(bytes, 2);
        long fourth = at(bytes, 3);
        boolean big = first == 0xFE && second == 0xFF;
        boolean little = first == 0xFF && second == 0xFE;
        if ((little && third == 0 && fourth == 0)
                || (first == 0 && second == 0 && third == 0xFE && fourth == 0xFF)) {
            return "utf-32";
        }
        if (big || little) {
            return "utf-16";
        }
        if (first == 0xEF && second == 0xBB && third == 0xBF) {
            return "utf-8-sig";
        }
        if (bytes.size() >= 4) {
            if (first == 0) {
                return second != 0 ? "utf-16-be" : "utf-32-be";
            }
            if (second == 0) {
                return third != 0 || fourth != 0 ? "utf-16-le" : "utf-32-le";
            }
        } else if (bytes.size() == 2) {
            if (first == 0) {
                return "utf-16-be";
            }
            if (second == 0) {
                return "utf-16-le";
            }
        }
        return "utf-8";
    }

    /// `json.dumps(value)`.
    public static CharSequence dumps(@Nullable Object value) {
        return JsonEncoder.text(value, JsonStyle.DEFAULT);
    }

    /// `json.dumps` with the options up to `skipkeys`.
    public static CharSequence dumps(@Nullable Object value, boolean skipkeys) {
        return dumps(value, skipkeys, true);
    }

    /// `json.dumps` with the options up to `ensure_ascii`.
    public static CharSequence dumps(
            @Nullable Object value, boolean skipkeys, boolean ensure_ascii) {
        return dumps(value, skipkeys, ensure_ascii, true);
    }

    /// `json.dumps` with the options up to `check_circular`.
    public static CharSequence dumps(
            @Nullable Object value,
            boolean skipkeys,
            boolean ensure_ascii,
            boolean check_circular) {
        return dumps(value, skipkeys, ensure_ascii, check_circular, true);
    }

    /// `json.dumps` with the options up to `allow_nan`.
    public static CharSequence dumps(
            @Nullable Object value,
            boolean skipkeys,
            boolean ensure_ascii,
            boolean check_circular,
            boolean allow_nan) {
        return dumps(value, skipkeys, ensure_ascii, check_circular, allow_nan, null);
    }

    /// `json.dumps` with the options up to `indent`.
    public static CharSequence dumps(
            @Nullable Object value,
            boolean skipkeys,
            boolean ensure_ascii,
            boolean check_circular,
            boolean allow_nan,
            @Nullable Object indent) {
        return dumps(value, skipkeys, ensure_ascii, check_circular, allow_nan, indent, null);
    }

    /// `json.dumps` with the options up to `separators`.
    public static CharSequence dumps(
            @Nullable Object value,
            boolean skipkeys,
            boolean ensure_ascii,
            boolean check_circular,
            boolean allow_nan,
            @Nullable Object indent,
            @Nullable Tuple separators) {
        return dumps(
                value, skipkeys, ensure_ascii, check_circular, allow_nan, indent, separators, null);
    }

    /// `json.dumps` with the options up to `default`.
    public static CharSequence dumps(
            @Nullable Object value,
            boolean skipkeys,
            boolean ensure_ascii,
            boolean check_circular,
            boolean allow_nan,
            @Nullable Object indent,
            @Nullable Tuple separators,
            @Nullable Function default_) {
        return dumps(
                value,
                skipkeys,
                ensure_ascii,
                check_circular,
                allow_nan,
                indent,
                separators,
                default_,
                false);
    }

    /// `json.dumps` with all options.
    ///
    /// @param indent a number of spaces, a text, or None
    public static CharSequence dumps(
            @Nullable Object value,
            boolean skipkeys,
            boolean ensure_ascii,
            boolean check_circular,
            boolean allow_nan,
            @Nullable Object indent,
            @Nullable Tuple separators,
            @Nullable Function default_,
            boolean sort_keys) {
        CharSequence itemSeparator = indent == null ? ", " : ",";
        CharSequence keySeparator = ": ";
        if (separators != null) {
            itemSeparator = text(separators.get(0));
            keySeparator = text(separators.get(1));
        }
        JsonStyle style =
                new JsonStyle(
                        skipkeys,
                        ensure_ascii,
                        check_circular,
                        allow_nan,
                        indent(indent),
                        itemSeparator,
                        keySeparator,
                        default_,
                        sort_keys);
        return JsonEncoder.text(value, style);
    }

    /// `json.dump` with all options.
    public static void dump(
            @Nullable Object value,
            TextIO file,
            boolean skipkeys,
            boolean ensure_ascii,
            boolean check_circular,
            boolean allow_nan,
            @Nullable Object indent,
            @Nullable Tuple separators,
            @Nullable Function default_,
            boolean sort_keys) {
        file.write(
                dumps(
                        value,
                        skipkeys,
                        ensure_ascii,
                        check_circular,
                        allow_nan,
                        indent,
                        separators,
                        default_,
                        sort_keys));
    }

    /// `json.load(file)`.
    public static @Nullable Object load(Object file) {
        return loads(file instanceof TextIO text ? text.read() : ((BinaryIO) file).read());
    }

    private static CharSequence text(@Nullable Object separator) {
        if (separator instanceof CharSequence text) {
            return text;
        }
        throw new TypeError("separators must be str, not " + Values.typeName(separator));
    }

    private static @Nullable CharSequence indent(@Nullable Object indent) {
        return switch (indent) {
            case null -> null;
            case CharSequence text -> text;
            case Long width -> Text.__mul__(" ", width);
            case Boolean truth -> truth ? " " : "";
            default ->
                    throw new TypeError(
                            "can't multiply sequence by non-int of type '"
                                    + Values.typeName(indent)
                                    + "'");
        };
    }
}
