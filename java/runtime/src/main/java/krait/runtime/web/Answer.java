package krait.runtime.web;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import krait.runtime.Bytes;
import krait.runtime.Dict;
import krait.runtime.Ints;
import krait.runtime.PyList;
import krait.runtime.Text;
import krait.runtime.Values;
import krait.runtime.json.JsonEncoder;
import krait.runtime.json.JsonStyle;
import org.jspecify.annotations.Nullable;

/// What a request gets. Immutable, as nobody changes the body.
public final class Answer implements Outcome {
    private static final byte[] NOTHING = {};
    private static final Answer NO_CONTENT = new Answer(204, ContentType.NONE, NOTHING, "");
    private static final long SMALL = 10;

    /// Standard JSON, without spaces: numbers that JSON does not have are refused.
    private static final JsonStyle STANDARD =
            new JsonStyle(false, false, true, false, null, ",", ":", null, false);

    static final Answer NOT_FOUND = refusal(404, "Not Found", "", "");

    /// When the handler raised.
    public static final Answer FAILED = refusal(500, "Internal Server Error", "", "");

    private final int status;
    private final ContentType type;
    private final byte[] body;
    private final String allow;

    private Answer(int status, ContentType type, byte[] body, String allow) {
        this.status = status;
        this.type = type;
        this.body = body;
        this.allow = allow;
    }

    /// Status code.
    public int status() {
        return status;
    }

    public ContentType type() {
        return type;
    }

    /// Not a copy.
    public byte[] body() {
        return body;
    }

    /// Value of the header `Allow`; empty for none.
    public String allow() {
        return allow;
    }

    static Answer notAllowed(String allow) {
        return refusal(405, "Method Not Allowed", "", allow);
    }

    static Answer unprocessable(String why) {
        return refusal(422, "Unprocessable Content", why + "\n", "");
    }

    private static Answer refusal(int status, String reason, String why, String allow) {
        byte[] page = (status + " " + reason + "\n" + why).getBytes(StandardCharsets.UTF_8);
        return new Answer(status, ContentType.TEXT, page, allow);
    }

    /// What a handler returned, by its type.
    ///
    /// @throws krait.runtime.PyException when the value has no such form: a lone surrogate, an int
    ///   of too many digits, NaN in JSON
    static Answer of(@Nullable Object result) {
        return switch (result) {
            case null -> NO_CONTENT;
            case CharSequence text -> ok(ContentType.TEXT, Text.encode(text).toArray());
            case Long number -> ok(ContentType.TEXT, decimal(number));
            case BigInteger number -> ok(ContentType.TEXT, ascii(Ints.str(number)));
            case Bytes bytes -> ok(ContentType.BINARY, bytes.toArray());
            case Dict _, PyList _ ->
                    ok(ContentType.JSON, JsonEncoder.utf8(result, STANDARD).toArray());
            case Object other ->
                    throw new IllegalStateException("a handler returned " + Values.typeName(other));
        };
    }

    private static Answer ok(ContentType type, byte[] body) {
        return new Answer(200, type, body, "");
    }

    private static byte[] decimal(long number) {
        if (number >= 0 && number < SMALL) {
            return new byte[] {(byte) ('0' + number)};
        }
        return ascii(Long.toString(number));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
