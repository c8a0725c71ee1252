package krait.http;

/// Lists of entity tags, as in If-Match and If-None-Match (RFC 9110 section 8.8.3).
final class EntityTags {
    private EntityTags() {}

    static boolean strong(String etag) {
        return !etag.startsWith("W/");
    }

    /// Whether a list holds `*` or a tag that equals `etag` while both are strong.
    static boolean matchStrongly(String list, String etag) {
        return list.equals("*") || (strong(etag) && holds(list, etag, false));
    }

    /// Whether a list holds `*` or a tag that equals `etag`, weak or strong.
    static boolean matchWeakly(String list, String etag) {
        return list.equals("*") || holds(list, strong(etag) ? etag : etag.substring(2), true);
    }

    /// Reading stops at the first thing that is no entity tag.
    private static boolean holds(String list, String opaque, boolean weakToo) {
        int at = 0;
        while (true) {
            while (at < list.length() && " \t,".indexOf(list.charAt(at)) >= 0) {
                at++;
            }
            boolean weak = list.startsWith("W/", at);
            int open = weak ? at + 2 : at;
            int close = open < list.length() ? list.indexOf('"', open + 1) : -1;
            if (close < 0 || list.charAt(open) != '"') {
                return false;
            }
            if ((weakToo || !weak)
                    && close + 1 - open == opaque.length()
                    && list.startsWith(opaque, open)) {
                return true;
            }
            at = close + 1;
        }
    }
}
