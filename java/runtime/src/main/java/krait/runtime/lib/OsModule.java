package krait.runtime.lib;

import java.io.IOException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import krait.runtime.Dict;
import krait.runtime.ObjectList;
import krait.runtime.OverflowError;
import krait.runtime.PyIterator;
import krait.runtime.Text;
import org.jspecify.annotations.Nullable;

/// The module `os`: names and folders of files.
public final class OsModule {
    private OsModule() {}

    /// `os.name`.
    public static CharSequence name() {
        return "posix";
    }

    /// `os.sep`.
    public static CharSequence sep() {
        return "/";
    }

    /// `os.linesep`.
    public static CharSequence linesep() {
        return "\n";
    }

    /// `os.curdir`.
    public static CharSequence curdir() {
        return ".";
    }

    /// `os.pardir`.
    public static CharSequence pardir() {
        return "..";
    }

    /// `os.pathsep`.
    public static CharSequence pathsep() {
        return ":";
    }

    /// `os.devnull`.
    public static CharSequence devnull() {
        return "/dev/null";
    }

    /// `os.getpid()`.
    public static long getpid() {
        return ProcessHandle.current().pid();
    }

    /// `os.strerror(code)`.
    public static CharSequence strerror(long code) {
        if (code != (int) code) {
            throw new OverflowError("Python int too large to convert to C int");
        }
        return ErrorTexts.of(code);
    }

    /// `os.cpu_count()`.
    public static long cpu_count() {
        return Runtime.getRuntime().availableProcessors();
    }

    /// `os.getcwd()`.
    public static CharSequence getcwd() {
        return Text.of(Path.of("").toAbsolutePath().toString());
    }

    /// `os.getenv(key, default)`; null is what Python's None is.
    public static @Nullable CharSequence getenv(CharSequence key, @Nullable CharSequence fallback) {
        String value = System.getenv(key.toString());
        return value == null ? fallback : Text.of(value);
    }

    /// `os.listdir(path)`.
    public static ObjectList listdir(Object name) {
        CharSequence path = PathLike.fspath(name);
        ObjectList names = new ObjectList();
        try (Stream<Path> children = Files.list(existing(path))) {
            children.forEach(child -> names.append(Text.of(child.getFileName().toString())));
            return names;
        } catch (IOException e) {
            throw OsErrors.of(e, path);
        }
    }

    /// The path of a folder to list.
    private static Path existing(CharSequence name) {
        Path path = OpenFiles.path(name);
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw OsErrors.of("Not a directory", name);
        }
        return path;
    }

    /// `os.mkdir(path)`.
    public static void mkdir(Object name) {
        CharSequence path = PathLike.fspath(name);
        try {
            Files.createDirectory(OpenFiles.path(path));
        } catch (IOException e) {
            throw OsErrors.of(e, path);
        }
    }

    /// `os.makedirs(path, exist_ok=exist_ok)`.
    public static void makedirs(Object name, boolean exist_ok) {
        CharSequence path = PathLike.fspath(name);
        Path folder = OpenFiles.path(path);
        if (Files.isDirectory(folder) && exist_ok) {
            return;
        } else if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw OsErrors.of("File exists", path);
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw OsErrors.of(e, path);
        }
    }

    /// `os.remove(path)`.
    public static void remove(Object name) {
        CharSequence path = PathLike.fspath(name);
        Path file = OpenFiles.path(path);
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            throw OsErrors.of("Is a directory", path);
        }
        delete(file, path);
    }

    /// `os.unlink(path)`.
    public static void unlink(Object name) {
        CharSequence path = PathLike.fspath(name);
        remove(path);
    }

    /// `os.rmdir(path)`.
    public static void rmdir(Object name) {
        CharSequence path = PathLike.fspath(name);
        Path folder = OpenFiles.path(path);
        if (Files.exists(folder) && !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw OsErrors.of("Not a directory", path);
        }
        delete(folder, path);
    }

    private static void delete(Path path, CharSequence name) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw OsErrors.of(e, name);
        }
    }

    /// `os.rename(source, target)`: a file that stands there is replaced.
    public static void rename(Object from, Object to) {
        CharSequence source = PathLike.fspath(from);
        CharSequence target = PathLike.fspath(to);
        CopyOption[] options = {StandardCopyOption.ATOMIC_MOVE};
        try {
            Files.move(OpenFiles.path(source), OpenFiles.path(target), options);
        } catch (IOException e) {
            throw OsErrors.of(e, source, target);
        }
    }

    /// `os.replace(source, target)`.
    public static void replace(Object source, Object target) {
        rename(source, target);
    }

    /// `os.fspath(path)`.
    public static CharSequence fspath(Object path) {
        return PathLike.fspath(path);
    }

    /// `os.stat(path)`.
    public static StatResult stat(Object path) {
        return StatResult.of(PathLike.fspath(path), true);
    }

    /// `os.lstat(path)`.
    public static StatResult lstat(Object path) {
        return StatResult.of(PathLike.fspath(path), false);
    }

    /// `os.walk(top, topdown)`.
    public static PyIterator walk(Object top, boolean topdown) {
        return new FolderWalk(PathLike.fspath(top), topdown);
    }

    /// The same, from the top.
    public static PyIterator walk(Object top) {
        return walk(top, true);
    }

    /// `os.environ`, as it was when the process began.
    public static Dict environ() {
        return Environment.VARIABLES;
    }

    private static final class Environment {
        static final Dict VARIABLES = new Dict();

        static {
            System.getenv()
                    .forEach((key, value) -> VARIABLES.__setitem__(Text.of(key), Text.of(value)));
        }
    }
}
