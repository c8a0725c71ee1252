package krait.runtime.lib;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import krait.runtime.PyIterator;
import krait.runtime.Text;
import krait.runtime.ValueError;
import org.jspecify.annotations.Nullable;

/// `open`.
final class OpenFiles {
    private OpenFiles() {}

    /// Opens a file.
    ///
    /// @param name as the program gave it
    static PyIterator open(
            CharSequence name,
            CharSequence modeText,
            long buffering,
            @Nullable CharSequence encoding,
            @Nullable CharSequence errors,
            @Nullable CharSequence newline) {
        OpenMode mode = OpenMode.of(modeText);
        check(mode, buffering, encoding, errors, newline);
        RawBytes raw = raw(name, mode);
        BufferedFile binary = BufferedFile.of(raw, name);
        if (mode.binary()) {
            return binary;
        }
        boolean lines = buffering == 1;
        CharSequence codec = encoding == null ? "UTF-8" : encoding;
        CharSequence handler = errors == null ? "strict" : errors;
        try {
            TextIOWrapper wrapper =
                    new TextIOWrapper(binary, name, modeText, codec, handler, newline, lines);
            wrapper.startsAt(mode.appends() ? binary.tell() : 0);
            return wrapper;
        } catch (RuntimeException refused) {
            binary.close();
            throw refused;
        }
    }

    private static void check(
            OpenMode mode,
            long buffering,
            @Nullable CharSequence encoding,
            @Nullable CharSequence errors,
            @Nullable CharSequence newline) {
        if (mode.binary()) {
            String extra =
                    encoding != null
                            ? "an encoding"
                            : errors != null ? "an errors" : newline != null ? "a newline" : "";
            if (!extra.isEmpty()) {
                throw new ValueError("binary mode doesn't take " + extra + " argument");
            }
        } else if (buffering == 0) {
            throw new ValueError("can't have unbuffered text I/O");
        }
    }

    private static RawBytes raw(CharSequence name, OpenMode mode) {
        try {
            Path path = path(name);
            if (Files.isDirectory(path)) {
                throw OsErrors.of("Is a directory", name);
            }
            FileChannel channel = FileChannel.open(path, mode.options());
            if (mode.appends()) {
                channel.position(channel.size());
            }
            return new FileBytes(channel, mode.reads(), mode.writes(), mode.appends());
        } catch (IOException e) {
            throw OsErrors.of(e, name);
        }
    }

    /// Java's path for a name.
    static Path path(CharSequence name) {
        String text = name.toString();
        if (text.indexOf('\0') >= 0) {
            throw new ValueError("embedded null byte");
        } else if (text.isEmpty()) {
            throw OsErrors.of("No such file or directory", name);
        }
        return Path.of(Text.of(text).toString());
    }
}
