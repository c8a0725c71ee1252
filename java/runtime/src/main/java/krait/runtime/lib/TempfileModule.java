package krait.runtime.lib;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import krait.runtime.Text;
import org.jspecify.annotations.Nullable;

/// The module `tempfile`: folders for a while.
public final class TempfileModule {
    private TempfileModule() {}

    /// `tempfile.gettempdir()`.
    public static CharSequence gettempdir() {
        for (String name : new String[] {"TMPDIR", "TEMP", "TMP"}) {
            String folder = System.getenv(name);
            if (folder != null && Files.isDirectory(Path.of(folder))) {
                return OsPathModule.abspath(Text.of(folder));
            }
        }
        return "/tmp";
    }

    /// `tempfile.mkdtemp(suffix, prefix, dir)`.
    public static CharSequence mkdtemp(
            @Nullable CharSequence suffix,
            @Nullable CharSequence prefix,
            @Nullable CharSequence dir) {
        CharSequence folder = dir == null ? gettempdir() : dir;
        String begin = prefix == null ? "tmp" : prefix.toString();
        String end = suffix == null ? "" : suffix.toString();
        for (long i = System.nanoTime(); ; i++) {
            String name = begin + Long.toString(Math.abs(i), Character.MAX_RADIX) + end;
            Path made = OpenFiles.path(folder).resolve(name);
            try {
                return Text.of(Files.createDirectory(made).toString());
            } catch (java.nio.file.FileAlreadyExistsException taken) {
                // another name is tried
            } catch (IOException e) {
                throw OsErrors.of(e, Text.of(made.toString()));
            }
        }
    }
}
