package krait.runtime.lib;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import krait.runtime.PyClass;
import krait.runtime.PyObject;
import krait.runtime.Text;
import krait.runtime.Values;
import org.jspecify.annotations.Nullable;

/// `tempfile.TemporaryDirectory`: removed with all that is in it when the `with` ends.
@PyClass(module = "tempfile", name = "TemporaryDirectory")
@SuppressWarnings("MemberName")
public final class TempfileTemporaryDirectory implements PyObject {
    private final CharSequence name;

    /// A folder that is there until it is cleaned up.
    public TempfileTemporaryDirectory(
            @Nullable CharSequence suffix,
            @Nullable CharSequence prefix,
            @Nullable CharSequence dir) {
        name = TempfileModule.mkdtemp(suffix, prefix, dir);
    }

    /// Where it is.
    public CharSequence name() {
        return name;
    }

    /// Where it is.
    public CharSequence __enter__() {
        return name;
    }

    /// Removes it.
    public void __exit__(
            @Nullable Object kind, @Nullable Object error, @Nullable Object traceback) {
        cleanup();
    }

    /// Removes it.
    public void cleanup() {
        Path folder = Path.of(name.toString());
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> below = Files.walk(folder)) {
            List<Path> all = below.sorted(Comparator.reverseOrder()).toList();
            for (Path each : all) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw OsErrors.of(e, name);
        }
    }

    @Override
    public CharSequence __repr__() {
        return Text.of("<TemporaryDirectory " + Values.repr(name) + ">");
    }
}
