package krait.runtime.lib;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import krait.runtime.Text;
import krait.runtime.Tuple;

/// The module `os.path`, of POSIX.
public final class OsPathModule {
    private OsPathModule() {}

    /// `os.path.join(first, *others)`.
    public static CharSequence join(CharSequence first, Tuple others) {
        CharSequence path = first;
        for (int i = 0; i < others.size(); i++) {
            CharSequence part = (CharSequence) others.get(i);
            String before = path.toString();
            if (part == null || Text.startswith(part, "/")) {
                path = part == null ? path : part;
            } else if (before.isEmpty() || before.endsWith("/")) {
                path = Text.__add__(path, part);
            } else {
                path = Text.__add__(Text.__add__(path, "/"), part);
            }
        }
        return path;
    }

    /// `os.path.split(path)`.
    public static Tuple split(CharSequence path) {
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
    public static CharSequence basename(CharSequence path) {
        return Text.part(path, lastSlash(path) + 1, Text.length(path));
    }

    /// `os.path.dirname(path)`.
    public static CharSequence dirname(CharSequence path) {
        CharSequence head = Text.part(path, 0, lastSlash(path) + 1);
        CharSequence bare = Text.rstrip(head, "/");
        return bare.isEmpty() ? head : bare;
    }

    /// `os.path.splitext(path)`.
    public static Tuple splitext(CharSequence path) {
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
    public static CharSequence normpath(CharSequence path) {
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
    public static boolean isabs(CharSequence path) {
        return Text.startswith(path, "/");
    }

    /// `os.path.abspath(path)`.
    public static CharSequence abspath(CharSequence path) {
        return normpath(isabs(path) ? path : join(OsModule.getcwd(), Tuple.of(path)));
    }

    /// `os.path.exists(path)`.
    public static boolean exists(CharSequence path) {
        return isName(path) && Files.exists(Path.of(path.toString()));
    }

    /// `os.path.isfile(path)`.
    public static boolean isfile(CharSequence path) {
        return isName(path) && Files.isRegularFile(Path.of(path.toString()));
    }

    /// `os.path.isdir(path)`.
    public static boolean isdir(CharSequence path) {
        return isName(path) && Files.isDirectory(Path.of(path.toString()));
    }

    /// `os.path.islink(path)`.
    public static boolean islink(CharSequence path) {
        return isName(path)
                && Files.exists(Path.of(path.toString()), LinkOption.NOFOLLOW_LINKS)
                && Files.isSymbolicLink(Path.of(path.toString()));
    }

    private static boolean isName(CharSequence path) {
        return !path.isEmpty() && path.toString().indexOf('\0') < 0;
    }

    /// `os.path.getsize(path)`.
    public static long getsize(CharSequence path) {
        try {
            return Files.size(OpenFiles.path(path));
        } catch (IOException e) {
            throw OsErrors.of(e, path);
        }
    }
}
