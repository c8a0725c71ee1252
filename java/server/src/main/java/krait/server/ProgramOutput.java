package krait.server;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import krait.base.Log;

/// Standard output or error of compiled applications: each line becomes a record of the log.
/// Thread-safe.
final class ProgramOutput extends OutputStream {
    private static final int LINE_BYTES_MAX = 64 * 1024;

    private final Log log;
    private final Log.Level level;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    ProgramOutput(Log log, Log.Level level) {
        this.log = log;
        this.level = level;
    }

    @Override
    public synchronized void write(int octet) {
        if (octet == '\n') {
            end();
        } else {
            line.write(octet);
            if (line.size() == LINE_BYTES_MAX) {
                end();
            }
        }
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            write(bytes[i]);
        }
    }

    private void end() {
        log.write(level, line.toString(StandardCharsets.UTF_8));
        line.reset();
    }
}
