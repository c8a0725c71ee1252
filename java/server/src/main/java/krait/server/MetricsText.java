package krait.server;

import java.time.Duration;

/// Writes Prometheus' text format, version 0.0.4: families of samples, each with its help and type.
final class MetricsText {
    static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final StringBuilder out = new StringBuilder(16 * 1024);

    /// Begins a family; its samples follow.
    ///
    /// @param type `counter`, `gauge`, `histogram` or `summary`
    MetricsText family(String name, String type, String help) {
        out.append("# HELP ").append(name).append(' ').append(help).append('\n');
        out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        return this;
    }

    /// @param labels names and values in turn
    MetricsText sample(String name, long value, String... labels) {
        begin(name, labels);
        out.append(value).append('\n');
        return this;
    }

    MetricsText seconds(String name, Duration value, String... labels) {
        begin(name, labels);
        seconds(value.toNanos());
        out.append('\n');
        return this;
    }

    /// A whole family of one sample without labels.
    MetricsText single(String name, String type, String help, long value) {
        return family(name, type, help).sample(name, value);
    }

    private void begin(String name, String... labels) {
        out.append(name);
        for (int i = 0; i < labels.length; i += 2) {
            out.append(i == 0 ? '{' : ',').append(labels[i]).append("=\"");
            escaped(labels[i + 1]);
            out.append('"');
        }
        out.append(labels.length > 0 ? "} " : " ");
    }

    private void escaped(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '"' -> out.append("\\\"");
                case '\n' -> out.append("\\n");
                default -> out.append(c);
            }
        }
    }

    /// Plain decimal digits, without what a double would round.
    private void seconds(long nanos) {
        out.append(secondsOf(nanos));
    }

    /// `0.0005` for 500,000.
    static String secondsOf(long nanos) {
        String digits = Long.toString(nanos % 1_000_000_000L + 1_000_000_000L).substring(1);
        int end = digits.length();
        while (end > 0 && digits.charAt(end - 1) == '0') {
            end--;
        }
        String whole = Long.toString(nanos / 1_000_000_000L);
        return end == 0 ? whole : whole + "." + digits.substring(0, end);
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
