package krait.workers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ExitStatusTest {
    @Test
    void numbersBecomeWords() {
        assertThat(ExitStatus.words(0)).isEqualTo("exit status 0");
        assertThat(ExitStatus.words(3)).isEqualTo("exit status 3");
        assertThat(ExitStatus.words(255)).isEqualTo("exit status 255");
        assertThat(ExitStatus.words(137)).isEqualTo("killed by SIGKILL (out of memory?)");
        assertThat(ExitStatus.words(139)).startsWith("killed by SIGSEGV");
        assertThat(ExitStatus.words(128 + 34)).isEqualTo("killed by signal 34");
    }

    @Test
    void theJdkReportsASignalAsTheseNumbers() throws Exception {
        Process process = new ProcessBuilder("sh", "-c", "kill -KILL $$").start();
        assertThat(ExitStatus.words(process.waitFor())).contains("SIGKILL");
    }

    @Test
    void aSignalThatEndedTheHelperOfTheJdkIsReadFromItsMessage() {
        String message =
                "Cannot run program \"python3\": Exec failed, error: 0 (Success) Failed to exec"
                        + " spawn helper: pid: 4711, signal: 1";
        assertThat(SpawnFailure.signal(new IOException(message))).hasValue(1);
        assertThat(SpawnFailure.signal(new IOException("error=2, No such file"))).isEmpty();
        assertThat(SpawnFailure.signal(new IOException())).isEmpty();
    }
}
