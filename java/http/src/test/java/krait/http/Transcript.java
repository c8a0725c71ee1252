package krait.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import krait.base.Limits;

/// What a decoder says to bytes, as lines: to be the same however the bytes were cut.
final class Transcript {
    private final RequestDecoder decoder;
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder body = new StringBuilder();
    private boolean refused;

    Transcript(Limits limits) {
        decoder = new RequestDecoder(limits, new ByteArrayPool(64));
    }

    static List<String> of(Limits limits, byte[] bytes) {
        Transcript transcript = new Transcript(limits);
        transcript.feed(bytes, 0, bytes.length);
        return transcript.lines();
    }

    List<String> lines() {
        return lines;
    }

    RequestDecoder decoder() {
        return decoder;
    }

    void feed(byte[] bytes, int from, int to) {
        if (refused) {
            return;
        }
        decoder.append(bytes, from, to - from);
        while (decode()) {
            // Until the bytes end.
        }
    }

    private boolean decode() {
        RequestDecoder.Step step = decoder.next();
        switch (step) {
            case HEAD -> {
                body.setLength(0);
                lines.add(describe(decoder.head()));
            }
            case DATA ->
                    body.append(
                            new String(
                                    decoder.buffer(),
                                    decoder.dataStart(),
                                    decoder.dataEnd() - decoder.dataStart(),
                                    StandardCharsets.ISO_8859_1));
            case END -> {
                lines.add("body " + body);
                decoder.recycle();
            }
            case REFUSED -> {
                lines.add("refused " + decoder.refusal());
                refused = true;
            }
            case MORE -> {}
        }
        return step != RequestDecoder.Step.MORE && step != RequestDecoder.Step.REFUSED;
    }

    static String describe(ReceivedHead head) {
        StringBuilder text = new StringBuilder();
        text.append(head.method()).append(" [").append(head.target()).append("] path ");
        text.append(text(head, head.pathStart(), head.pathEnd())).append(" query ");
        text.append(text(head, head.queryStart(), head.queryEnd()));
        text.append(" 1.").append(head.minorVersion()).append(" length ");
        text.append(head.contentLength()).append(head.keepsAlive() ? " keep" : " close");
        text.append(head.repeatsHeaders() ? " again" : "");
        for (int i = 0; i < head.headers(); i++) {
            text.append(" {").append(text(head, head.nameStart(i), head.nameEnd(i)));
            text.append('=').append(text(head, head.valueStart(i), head.valueEnd(i))).append('}');
        }
        return text.toString();
    }

    private static String text(RequestHead head, int start, int end) {
        return new String(head.bytes(), start, end - start, StandardCharsets.ISO_8859_1);
    }
}
