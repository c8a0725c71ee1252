package krait.cli.settings;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.function.Supplier;
import krait.base.Blame;
import krait.base.Problem;
import org.jspecify.annotations.Nullable;

/// The folder that holds the `krait` Python package: in a source checkout `python/` at its root, in
/// the wheel the site-packages that the jars lie in.
public final class PythonHome implements Supplier<Path> {
    private static final String PROPERTY = "krait.python.home";
    private static final Path WORKER = Path.of("krait", "_worker", "launch.py");

    /// The system property `krait.python.home`, else found upwards from where this class lies.
    ///
    /// @throws krait.base.KraitException blame INTERNAL, when the installation is incomplete
    @Override
    public Path get() {
        String given = System.getProperty(PROPERTY, "");
        Path start = given.isEmpty() ? here() : Path.of(given);
        if (!given.isEmpty() && Files.exists(start.resolve(WORKER))) {
            return start;
        }
        Path found = given.isEmpty() ? upwards(start) : null;
        if (found == null) {
            throw Problem.of(
                            "incomplete-installation",
                            Blame.INTERNAL,
                            "the Python package of Krait was not found")
                    .at(start.toString())
                    .remedy(
                            "install Krait again, or set -D"
                                    + PROPERTY
                                    + " to the folder of krait/")
                    .exception();
        }
        return found;
    }

    static @Nullable Path upwards(Path start) {
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            for (Path home : new Path[] {folder, folder.resolve("python")}) {
                if (Files.exists(home.resolve(WORKER))) {
                    return home;
                }
            }
        }
        return null;
    }

    private static Path here() {
        try {
            CodeSource source = PythonHome.class.getProtectionDomain().getCodeSource();
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a class has a location that is no URI", e);
        }
    }
}
