package krait.http;

import java.nio.charset.StandardCharsets;

/// Methods as Strings: one shared String for each known method.
final class Methods {
    /// Longest method token that is read; every registered one is far shorter.
    static final int BYTES_MAX = 32;

    private Methods() {}

    static String of(byte[] in, int start, int end) {
        String known =
                switch (in[start]) {
                    case 'G' -> "GET";
                    case 'H' -> "HEAD";
                    case 'P' ->
                            switch (end - start) {
                                case 3 -> "PUT";
                                case 4 -> "POST";
                                default -> "PATCH";
                            };
                    case 'D' -> "DELETE";
                    case 'O' -> "OPTIONS";
                    case 'C' -> "CONNECT";
                    case 'T' -> "TRACE";
                    default -> "";
                };
        return equals(in, start, end, known)
                ? known
                : new String(in, start, end - start, StandardCharsets.US_ASCII);
    }

    private static boolean equals(byte[] in, int start, int end, String text) {
        if (end - start != text.length()) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (in[i] != text.charAt(i - start)) {
                return false;
            }
        }
        return true;
    }
}
