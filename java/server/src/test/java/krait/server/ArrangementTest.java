package krait.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import krait.base.Limits;
import krait.base.Log;
import krait.server.Settings.Model;
import org.junit.jupiter.api.Test;

final class ArrangementTest {
    @Test
    void nothingSaidMeansOneProcessForEachCore() {
        assertThat(of(0, 0, Model.AUTO, 8).processes()).isEqualTo(8);
        assertThat(of(0, 0, Model.AUTO, 8).lanes()).isEqualTo(1);
    }

    @Test
    void aNumberOfThreadsChoosesTheThreadsModel() {
        assertThat(of(2, 16, Model.AUTO, 8)).isEqualTo(new Arrangement(2, 16, 4));
    }

    @Test
    void theThreadsModelHasThreadsWithoutBeingTold() {
        assertThat(of(1, 0, Model.THREADS, 8).lanes()).isEqualTo(Arrangement.THREADS_AUTO);
    }

    @Test
    void preforkHasOneLaneWhateverTheThreads() {
        assertThat(of(3, 0, Model.PREFORK, 8)).isEqualTo(new Arrangement(3, 1, 4));
    }

    @Test
    void oneCoreHasOneLoop() {
        assertThat(of(0, 0, Model.AUTO, 1)).isEqualTo(new Arrangement(1, 1, 1));
    }

    @Test
    void compiledApplicationsAloneHaveALoopForEachCore() {
        Path file = Path.of("/srv/app.py");
        Settings.Mount compiled = new Settings.Compiled("", Path.of("/srv"), file, "app");
        Settings.Mount worker = new Settings.Application("/a", Path.of("/srv"), "a", "", "");
        assertThat(of(List.of(compiled), 0, 0, Model.AUTO, 8).loops()).isEqualTo(8);
        assertThat(of(List.of(compiled, worker), 0, 0, Model.AUTO, 8).loops()).isEqualTo(4);
    }

    private static Arrangement of(int workers, int threads, Model model, int cores) {
        return of(List.of(), workers, threads, model, cores);
    }

    private static Arrangement of(
            List<Settings.Mount> mounts, int workers, int threads, Model model, int cores) {
        Settings settings =
                new Settings(
                        mounts,
                        List.of(),
                        Optional.empty(),
                        workers,
                        threads,
                        model,
                        Settings.Interface.AUTO,
                        "",
                        Map.of(),
                        0,
                        Settings.Transport.AUTO,
                        Settings.Compress.OFF,
                        0,
                        List.of(),
                        false,
                        Log.Format.TEXT,
                        Log.Level.INFO,
                        false,
                        false,
                        Limits.DEFAULTS,
                        Path.of("."));
        return Arrangement.of(settings, cores);
    }
}
