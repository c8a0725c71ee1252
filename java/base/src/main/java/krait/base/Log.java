package krait.base;

import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;

/// The log of a room: one line a record (text), or one JSON object a line. Records go to one sink
/// for the whole process, standard error unless [#configure] says otherwise. Thread-safe.
public final class Log {
    /// Severities, least severe first.
    public enum Level {
        DEBUG,
        INFO,
        WARNING,
        ERROR;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Shapes of a record.
    public enum Format {
        TEXT,
        JSON
    }

    private record Sink(Consumer<String> out, Format format, Level least) {}

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    private static volatile Sink sink = new Sink(direct(System.err), Format.TEXT, Level.INFO);

    private final String room;

    private Log(String room) {
        this.room = room;
    }

    public static Log of(String room) {
        return new Log(room);
    }

    /// Records go to `out` before the call that logs them returns.
    public static void configure(PrintStream out, Format format, Level least) {
        sink = new Sink(direct(out), format, least);
    }

    /// Records go to `writer`, which makes nobody wait.
    public static void configure(LogWriter writer, Format format, Level least) {
        sink = new Sink(writer::write, format, least);
    }

    private static Consumer<String> direct(PrintStream out) {
        return line -> {
            out.append(line);
            out.flush();
        };
    }

    public static boolean enabled(Level level) {
        return level.compareTo(sink.least()) >= 0;
    }

    public void debug(String message, Object... fields) {
        write(Level.DEBUG, message, fields);
    }

    public void info(String message, Object... fields) {
        write(Level.INFO, message, fields);
    }

    public void warning(String message, Object... fields) {
        write(Level.WARNING, message, fields);
    }

    public void error(String message, Object... fields) {
        write(Level.ERROR, message, fields);
    }

    /// A problem at the level that its blame asks for.
    public void problem(Problem problem, Object... fields) {
        Level level = problem.blame() == Blame.USER ? Level.WARNING : Level.ERROR;
        write(level, problem.text() + " [" + problem.code() + ", " + problem.blame() + "]", fields);
    }

    /// Writes one record. `fields` alternate names and values.
    public void write(Level level, String message, Object... fields) {
        Sink to = sink;
        if (level.compareTo(to.least()) < 0) {
            return;
        }
        StringBuilder line = new StringBuilder(96 + message.length());
        switch (to.format()) {
            case TEXT -> text(line, level, message, fields);
            case JSON -> json(line, level, message, fields);
        }
        line.append('\n');
        to.out().accept(line.toString());
    }

    private void text(StringBuilder line, Level level, String message, Object[] fields) {
        TIME.formatTo(Instant.now(), line);
        line.append(' ').append(level.label()).append(' ').append(room).append(": ");
        line.append(message);
        for (int i = 0; i + 1 < fields.length; i += 2) {
            line.append(' ').append(fields[i]).append('=').append(fields[i + 1]);
        }
    }

    private void json(StringBuilder line, Level level, String message, Object[] fields) {
        line.append("{\"time\":\"").append(Instant.now()).append("\",\"level\":\"");
        line.append(level.label()).append("\",\"room\":\"").append(room).append("\",\"message\":");
        Json.quote(line, message);
        for (int i = 0; i + 1 < fields.length; i += 2) {
            line.append(',');
            Json.quote(line, String.valueOf(fields[i]));
            line.append(':');
            Object value = fields[i + 1];
            if (value instanceof Number || value instanceof Boolean) {
                line.append(value);
            } else {
                Json.quote(line, String.valueOf(value));
            }
        }
        line.append('}');
    }
}
