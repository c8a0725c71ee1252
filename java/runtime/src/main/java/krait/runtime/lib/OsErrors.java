package krait.runtime.lib;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import krait.runtime.OSError;
import org.jspecify.annotations.Nullable;

/// What Java's exceptions of files and streams are in Python. Java keeps the system's own text,
/// from which follow errno and the class.
final class OsErrors {
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
        int number = ErrorTexts.number(text);
        if (number == 0) {
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
        return OSError.byNumber(args);
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
