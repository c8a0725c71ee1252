package krait.base;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogWriterTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch opened = new CountDownLatch(1);

    @AfterEach
    void restore() {
        opened.countDown();
        Log.configure(System.err, Log.Format.TEXT, Log.Level.INFO);
    }

    @Test
    void recordsAreWrittenInTheirOrder() {
        try (LogWriter _ = log(new PrintStream(written, false, UTF_8))) {
            for (int i = 0; i < 1000; i++) {
                Log.of("room").info("record " + i);
            }
        }
        String[] lines = written.toString(UTF_8).split("\n");
        assertThat(lines).hasSize(1000);
        assertThat(lines[0]).endsWith(" info room: record 0");
        assertThat(lines[999]).endsWith(" info room: record 999");
    }

    @Test
    void recordsAfterTheCloseAreWrittenAtOnce() {
        log(new PrintStream(written, false, UTF_8)).close();
        Log.of("room").info("last words");
        assertThat(written.toString(UTF_8)).endsWith(" info room: last words\n");
    }

    @Test
    void streamThatNobodyReadsHoldsUpNobodyAndTheLossIsTold() throws Exception {
        LogWriter writer = log(stuck());
        Log.of("room").info("first");
        entered.await();
        String flood = "x".repeat(LogWriter.QUEUE_CHARS_MAX / 8);
        for (int i = 0; i < 12; i++) {
            Log.of("room").info(flood);
        }
        opened.countDown();
        writer.close();
        assertThat(written.toString(UTF_8))
                .contains("warning log: records were dropped: nobody read the log records=5\n");
    }

    @Test
    void closeDoesNotWaitForAStreamThatIsStuck() throws Exception {
        LogWriter writer = log(stuck());
        Log.of("room").info("first");
        entered.await();
        writer.close();
        Log.of("room").info("lost");
        assertThat(written.size()).isZero();
    }

    private static LogWriter log(PrintStream out) {
        LogWriter writer = new LogWriter(out);
        Log.configure(writer, Log.Format.TEXT, Log.Level.INFO);
        return writer;
    }

    private PrintStream stuck() {
        return new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int b) {
                        entered.countDown();
                        boolean waits = true;
                        while (waits) {
                            try {
                                opened.await();
                                waits = false;
                            } catch (InterruptedException e) {
                                // as a write(2) that is stuck, which no interrupt ends
                            }
                        }
                        written.write(b);
                    }
                },
                true,
                UTF_8);
    }
}
