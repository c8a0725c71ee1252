package krait.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartsTest {
    private final List<String> closed = new ArrayList<>();
    private final Parts parts = new Parts();

    private AutoCloseable part(String name) {
        return () -> closed.add(name);
    }

    @Test
    void lastPartIsClosedFirst() {
        parts.add(part("workers"));
        parts.add(part("loops"));

        parts.close();

        assertThat(closed).containsExactly("loops", "workers");
    }

    @Test
    void partThatIsAddedAgainIsClosedOnceAndEarlier() {
        AutoCloseable workers = parts.add(part("workers"));
        parts.add(part("loops"));
        parts.add(workers);

        parts.close();

        assertThat(closed).containsExactly("workers", "loops");
    }
}
