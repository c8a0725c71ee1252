package krait.runtime.lib;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import krait.runtime.ObjectList;
import krait.runtime.PyClass;
import krait.runtime.PyIterator;
import krait.runtime.Text;
import krait.runtime.Tuple;
import org.jspecify.annotations.Nullable;

/// `pathlib.Path` of POSIX.
@PyClass(module = "pathlib", name = "PosixPath")
@SuppressWarnings("MemberName")
public final class PathlibPath extends PathlibPurePath {
    /// The segments one behind the other.
    public PathlibPath(Tuple segments) {
        super(segments);
    }

    private static PathlibPath at(CharSequence path) {
        return new PathlibPath(Tuple.of(path));
    }

    @Override
    PathlibPurePath like(Tuple segments) {
        return new PathlibPath(segments);
    }

    @Override
    String className() {
        return "PosixPath";
    }

    /// The folder of the process.
    public static PathlibPath cwd() {
        return at(OsModule.getcwd());
    }

    /// The user's folder.
    public static PathlibPath home() {
        return at(OsPathModule.expanduser("~"));
    }

    private Path path() {
        return OpenFiles.path(__fspath__());
    }

    /// The path from the root.
    public PathlibPath absolute() {
        return is_absolute()
                ? this
                : at(Text.__add__(Text.__add__(OsModule.getcwd(), "/"), __fspath__()));
    }

    /// The path from the root, without links and `..`.
    public PathlibPath resolve() {
        return at(OsPathModule.realpath(__fspath__()));
    }

    /// The path with the user's folder for `~`.
    public PathlibPath expanduser() {
        return at(OsPathModule.expanduser(__fspath__()));
    }

    /// Whether something is there.
    public boolean exists() {
        return OsPathModule.exists(__fspath__());
    }

    /// Whether a folder is there.
    public boolean is_dir() {
        return OsPathModule.isdir(__fspath__());
    }

    /// Whether a file is there.
    public boolean is_file() {
        return OsPathModule.isfile(__fspath__());
    }

    /// Whether a link is there.
    public boolean is_symlink() {
        return OsPathModule.islink(__fspath__());
    }

    /// What the system knows of it.
    public StatResult stat() {
        return StatResult.of(__fspath__(), true);
    }

    /// Whether both are one file.
    public boolean samefile(Object other) {
        try {
            return Files.isSameFile(path(), OpenFiles.path(PathLike.fspath(other)));
        } catch (IOException e) {
            throw OsErrors.of(e, __fspath__());
        }
    }

    /// What is in the folder.
    public PyIterator iterdir() {
        ObjectList children = new ObjectList();
        ObjectList names = OsModule.listdir(__fspath__());
        for (long i = 0; i < names.__len__(); i++) {
            children.append(__truediv__(Objects.requireNonNull(names.__getitem__(i))));
        }
        return children.__iter__();
    }

    /// Makes the folder.
    public void mkdir(long mode, boolean parents, boolean exist_ok) {
        if (parents && !parent().equals(this)) {
            Path above = OpenFiles.path(parent().__fspath__());
            try {
                Files.createDirectories(above);
            } catch (IOException e) {
                throw OsErrors.of(e, __fspath__());
            }
        }
        if (!(exist_ok && is_dir())) {
            OsModule.mkdir(__fspath__());
        }
    }

    /// `path.open(...)`, as `open`.
    public PyIterator open(
            CharSequence mode,
            long buffering,
            @Nullable CharSequence encoding,
            @Nullable CharSequence errors,
            @Nullable CharSequence newline) {
        return OpenFiles.open(__fspath__(), mode, buffering, encoding, errors, newline);
    }

    /// All of the file.
    public CharSequence read_text(
            @Nullable CharSequence encoding,
            @Nullable CharSequence errors,
            @Nullable CharSequence newline) {
        try (TextIO file = (TextIO) open("r", -1, encoding, errors, newline)) {
            return file.read();
        }
    }

    /// All of the file.
    public krait.runtime.Bytes read_bytes() {
        BinaryIO file = (BinaryIO) open("rb", -1, null, null, null);
        try {
            return file.read();
        } finally {
            file.close();
        }
    }

    /// Writes the file anew.
    public long write_text(
            CharSequence data,
            @Nullable CharSequence encoding,
            @Nullable CharSequence errors,
            @Nullable CharSequence newline) {
        try (TextIO file = (TextIO) open("w", -1, encoding, errors, newline)) {
            return file.write(data);
        }
    }

    /// Writes the file anew.
    public long write_bytes(Object data) {
        BinaryIO file = (BinaryIO) open("wb", -1, null, null, null);
        try {
            return file.write((krait.runtime.AnyBytes) data);
        } finally {
            file.close();
        }
    }

    /// Moves it; what stands there is replaced.
    public PathlibPath rename(Object target) {
        OsModule.rename(__fspath__(), target);
        return at(PathLike.fspath(target));
    }

    /// The same.
    public PathlibPath replace(Object target) {
        return rename(target);
    }

    /// Removes the empty folder.
    public void rmdir() {
        OsModule.rmdir(__fspath__());
    }

    /// Makes the file, or gives it the time of now.
    public void touch(long mode, boolean exist_ok) {
        try {
            if (exist_ok && exists()) {
                Files.setLastModifiedTime(path(), FileTime.fromMillis(System.currentTimeMillis()));
            } else {
                Files.createFile(path());
            }
        } catch (IOException e) {
            throw OsErrors.of(e, __fspath__());
        }
    }

    /// Removes the file.
    public void unlink(boolean missing_ok) {
        if (!missing_ok || exists() || is_symlink()) {
            OsModule.remove(__fspath__());
        }
    }

    /// The paths below that fit the pattern.
    public PyIterator glob(CharSequence pattern) {
        return PathPattern.of(pattern).below(this).__iter__();
    }

    /// The same at any depth.
    public PyIterator rglob(CharSequence pattern) {
        return glob(Text.__add__("**/", pattern));
    }
}
