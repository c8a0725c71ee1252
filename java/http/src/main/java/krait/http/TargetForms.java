package krait.http;

/// Splits a request target by its form (RFC 9112 section 3.2): origin, absolute or asterisk form.
final class TargetForms {
    private TargetForms() {}

    /// Sets path, query and authority of `head`. False for any other form.
    static boolean split(ReceivedHead head) {
        byte[] in = head.bytes;
        int start = head.targetStart;
        int end = head.targetEnd;
        if (in[start] == '/') {
            path(head, start);
            return true;
        }
        if (in[start] == '*') {
            head.pathStart = end;
            head.pathEnd = end;
            head.queryStart = end;
            head.queryEnd = end;
            return end == start + 1 && head.method.equals("OPTIONS");
        }
        return absolute(head);
    }

    private static void path(ReceivedHead head, int start) {
        byte[] in = head.bytes;
        int end = head.targetEnd;
        int p = start;
        while (p < end && in[p] != '?') {
            p++;
        }
        head.pathStart = start;
        head.pathEnd = p;
        head.queryStart = Math.min(p + 1, end);
        head.queryEnd = end;
    }

    private static boolean absolute(ReceivedHead head) {
        byte[] in = head.bytes;
        int end = head.targetEnd;
        int authority = authorityStart(in, head.targetStart, end);
        if (authority < 0) {
            return false;
        }
        int p = authority;
        while (p < end && in[p] != '/' && in[p] != '?') {
            p++;
        }
        head.authorityStart = authority;
        head.authorityEnd = p;
        if (p == authority || !Authority.isValid(in, authority, p)) {
            return false;
        }
        path(head, p);
        if (head.pathStart == head.pathEnd) {
            // An empty path is `/` (RFC 9110 section 4.2.3): there is one in front of the
            // authority.
            head.pathStart = authority - 1;
            head.pathEnd = authority;
        }
        return true;
    }

    private static int authorityStart(byte[] in, int start, int end) {
        for (String scheme : new String[] {"http://", "https://"}) {
            int after = start + scheme.length();
            if (after <= end && Chars.equalsIgnoreCase(in, start, after, scheme)) {
                return after;
            }
        }
        return -1;
    }

    /// Whether the authority of an absolute form is that of the Host field. A server may go by the
    /// target alone (RFC 9112 section 3.2.2), but what stood before us may have gone by the field.
    static boolean agreesWithHost(ReceivedHead head) {
        if (head.authorityStart == head.authorityEnd || !head.known.hasHost) {
            return true;
        }
        boolean https = Chars.lower(head.bytes[head.targetStart + 4]) == 's';
        return Authority.same(
                head.bytes,
                head.authorityStart,
                head.authorityEnd,
                head.known.hostStart,
                head.known.hostEnd,
                https ? "443" : "80");
    }
}
