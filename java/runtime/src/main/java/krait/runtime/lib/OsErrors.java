package krait.runtime.lib;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Map;
import krait.runtime.BrokenPipeError;
import krait.runtime.FileExistsError;
import krait.runtime.FileNotFoundError;
import krait.runtime.IsADirectoryError;
import krait.runtime.NotADirectoryError;
import krait.runtime.OSError;
import krait.runtime.PermissionError;
import org.jspecify.annotations.Nullable;

/// What Java's exceptions of files and streams are in Python. Java keeps the system's own text,
/// from which follow errno and the class.
final class OsErrors {
    /// Linux's errno by its text.
    private static final Map<String, Integer> NUMBERS =
            Map.ofEntries(
                    Map.entry("Operation not permitted", 1),
                    Map.entry("No such file or directory", 2),
                    Map.entry("Input/output error", 5),
                    Map.entry("Bad file descriptor", 9),
                    Map.entry("Permission denied", 13),
                    Map.entry("Device or resource busy", 16),
                    Map.entry("File exists", 17),
                    Map.entry("Invalid cross-device link", 18),
                    Map.entry("Not a directory", 20),
                    Map.entry("Is a directory", 21),
                    Map.entry("Invalid argument", 22),
                    Map.entry("Too many open files", 24),
                    Map.entry("File too large", 27),
                    Map.entry("No space left on device", 28),
                    Map.entry("Illegal seek", 29),
                    Map.entry("Read-only file system", 30),
                    Map.entry("Too many links", 31),
                    Map.entry("Broken pipe", 32),
                    Map.entry("File name too long", 36),
                    Map.entry("Directory not empty", 39),
                    Map.entry("Too many levels of symbolic links", 40));

    private OsErrors() {}

    /// The exception of an operation on an open stream.
    static OSError of(IOException error) {
        return of(text(error));
    }

    /// The exception of an operation on a file by its name, as the program gave it.
    static OSError of(IOException error, @Nullable Object... names) {
        return of(text(error), names);
    }

    /// The exception with one of Linux's texts.
    static OSError of(String text, @Nullable Object... names) {
        Integer number = NUMBERS.get(text);
        if (number == null) {
            return new OSError(text);
        }
        @Nullable Object[] args = new @Nullable Object[names.length == 2 ? 5 : 2 + names.length];
        args[0] = (long) number;
        args[1] = text;
        if (names.length > 0) {
            args[2] = names[0];
        }
        if (names.length == 2) {
            args[4] = names[1];
        }
        return made(number, args);
    }

    private static OSError made(int number, @Nullable Object[] args) {
        return switch (number) {
            case 1, 13 -> new PermissionError(args);
            case 2 -> new FileNotFoundError(args);
            case 17 -> new FileExistsError(args);
            case 20 -> new NotADirectoryError(args);
            case 21 -> new IsADirectoryError(args);
            case 32 -> new BrokenPipeError(args);
            default -> new OSError(args);
        };
    }

    private static String text(IOException error) {
        return switch (error) {
            case NoSuchFileException _ -> "No such file or directory";
            case AccessDeniedException _ -> "Permission denied";
            case FileAlreadyExistsException _ -> "File exists";
            case DirectoryNotEmptyException _ -> "Directory not empty";
            case NotDirectoryException _ -> "Not a directory";
            case FileSystemException system when system.getReason() != null -> system.getReason();
            default -> String.valueOf(error.getMessage());
        };
    }
}
