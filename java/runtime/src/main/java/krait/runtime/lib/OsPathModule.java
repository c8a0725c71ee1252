package krait.runtime.lib;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import krait.runtime.PyList;
import krait.runtime.Text;
import krait.runtime.Tuple;
import krait.runtime.ValueError;

/// The module `os.path`, of POSIX.
public final class OsPathModule {
    private OsPathModule() {}

    /// `os.path.join(first, *others)`.
    public static CharSequence join(Object first, Tuple others) {
        CharSequence path = PathLike.fspath(first);
        for (int i = 0; i < others.size(); i++) {
            CharSequence part = PathLike.fspath(Objects.requireNonNull(others.get(i)));
            String before = path.toString();
            if (Text.startswith(part, "/")) {
                path = part;
            } else if (before.isEmpty() || before.endsWith("/")) {
                path = Text.__add__(path, part);
            } else {
                path = Text.__add__(Text.__add__(path, "/"), part);
            }
        }
        return path;
    }

    /// `os.path.split(path)`.
    public static Tuple split(Object name) {
        CharSequence path = PathLike.fspath(name);
        int slash = lastSlash(path);
        CharSequence head = Text.part(path, 0, slash + 1);
        CharSequence tail = Text.part(path, slash + 1, Text.length(path));
        CharSequence bare = Text.rstrip(head, "/");
        return Tuple.of(bare.isEmpty() ? head : bare, tail);
    }

    private static int lastSlash(CharSequence path) {
        return (int) Text.rfind(path, "/");
    }

    /// `os.path.basename(path)`.
    public static CharSequence basename(Object name) {
        CharSequence path = PathLike.fspath(name);
        return Text.part(path, lastSlash(path) + 1, Text.length(path));
    }

    /// `os.path.dirname(path)`.
    public static CharSequence dirname(Object name) {
        CharSequence path = PathLike.fspath(name);
        CharSequence head = Text.part(path, 0, lastSlash(path) + 1);
        CharSequence bare = Text.rstrip(head, "/");
        return bare.isEmpty() ? head : bare;
    }

    /// `os.path.splitext(path)`.
    public static Tuple splitext(Object name) {
        CharSequence path = PathLike.fspath(name);
        int slash = lastSlash(path);
        int dot = (int) Text.rfind(path, ".");
        int first = slash + 1;
        while (first < dot && Text.at(path, first) == '.') {
            first++;
        }
        int end = Text.length(path);
        return dot > slash && first < dot
                ? Tuple.of(Text.part(path, 0, dot), Text.part(path, dot, end))
                : Tuple.of(path, "");
    }

    /// `os.path.normpath(path)`.
    public static CharSequence normpath(Object name) {
        CharSequence path = PathLike.fspath(name);
        String text = path.toString();
        if (text.isEmpty()) {
            return ".";
        }
        boolean two = text.startsWith("//") && !text.startsWith("///");
        String root = two ? "//" : text.startsWith("/") ? "/" : "";
        Deque<String> parts = new ArrayDeque<>();
        for (String part : text.split("/", -1)) {
            if (part.isEmpty() || part.equals(".")) {
                continue;
            }
            boolean up = part.equals("..");
            if (!up
                    || (parts.isEmpty() && root.isEmpty())
                    || (!parts.isEmpty() && parts.getLast().equals(".."))) {
                parts.addLast(part);
            } else if (!parts.isEmpty()) {
                parts.removeLast();
            }
        }
        String normal = root + String.join("/", parts);
        return Text.of(normal.isEmpty() ? "." : normal);
    }

    /// `os.path.isabs(path)`.
    public static boolean isabs(Object name) {
        CharSequence path = PathLike.fspath(name);
        return Text.startswith(path, "/");
    }

    /// `os.path.abspath(path)`.
    public static CharSequence abspath(Object name) {
        CharSequence path = PathLike.fspath(name);
        return normpath(isabs(path) ? path : join(OsModule.getcwd(), Tuple.of(path)));
    }

    /// `os.path.exists(path)`.
    public static boolean exists(Object name) {
        CharSequence path = PathLike.fspath(name);
        return isName(path) && Files.exists(Path.of(path.toString()));
    }

    /// `os.path.isfile(path)`.
    public static boolean isfile(Object name) {
        CharSequence path = PathLike.fspath(name);
        return isName(path) && Files.isRegularFile(Path.of(path.toString()));
    }

    /// `os.path.isdir(path)`.
    public static boolean isdir(Object name) {
        CharSequence path = PathLike.fspath(name);
        return isName(path) && Files.isDirectory(Path.of(path.toString()));
    }

    /// `os.path.islink(path)`.
    public static boolean islink(Object name) {
        CharSequence path = PathLike.fspath(name);
        return isName(path)
                && Files.exists(Path.of(path.toString()), LinkOption.NOFOLLOW_LINKS)
                && Files.isSymbolicLink(Path.of(path.toString()));
    }

    private static boolean isName(CharSequence path) {
        return !path.isEmpty() && path.toString().indexOf('\0') < 0;
    }

    /// `os.path.expanduser(path)`, for the user of this process.
    public static CharSequence expanduser(Object name) {
        CharSequence path = PathLike.fspath(name);
        String text = path.toString();
        String home = System.getenv("HOME");
        boolean own = text.equals("~") || text.startsWith("~/");
        return own && home != null ? Text.of(home + text.substring(1)) : path;
    }

    /// `os.path.commonprefix(names)`: letter by letter.
    public static CharSequence commonprefix(PyList names) {
        CharSequence prefix = "";
        for (int i = 0; i < names.size(); i++) {
            CharSequence each = (CharSequence) Objects.requireNonNull(names.__getitem__((long) i));
            int same = 0;
            int most = Math.min(Text.length(prefix), Text.length(each));
            while (same < most && Text.at(prefix, same) == Text.at(each, same)) {
                same++;
            }
            prefix = i == 0 ? each : Text.part(prefix, 0, same);
        }
        return prefix;
    }

    /// `os.path.getmtime(path)`.
    public static double getmtime(Object name) {
        return StatResult.of(PathLike.fspath(name), true).st_mtime();
    }

    /// `os.path.realpath(path)`.
    public static CharSequence realpath(Object name) {
        CharSequence path = abspath(name);
        try {
            return Text.of(OpenFiles.path(path).toRealPath().toString());
        } catch (IOException e) {
            return path;
        }
    }

    /// `os.path.relpath(path, start)`.
    public static CharSequence relpath(Object name, Object start) {
        CharSequence path = PathLike.fspath(name);
        if (path.isEmpty()) {
            throw new ValueError("no path specified");
        }
        Path from = Path.of(abspath(start).toString());
        String relative = from.relativize(Path.of(abspath(path).toString())).toString();
        return relative.isEmpty() ? "." : Text.of(relative);
    }

    /// The same from here.
    public static CharSequence relpath(Object name) {
        return relpath(name, ".");
    }

    /// `os.path.getsize(path)`.
    public static long getsize(Object name) {
        CharSequence path = PathLike.fspath(name);
        try {
            return Files.size(OpenFiles.path(path));
        } catch (IOException e) {
            throw OsErrors.of(e, path);
        }
    }
}
