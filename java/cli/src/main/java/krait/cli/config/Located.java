package krait.cli.config;

import java.nio.file.Path;

/// A text whose meaning depends on where it was given: a relative path, an application.
public record Located(String text, Origin origin) {
    /// The text as an absolute path; a relative one begins in the folder of its source.
    public Path path() {
        return origin.folder().resolve(text).toAbsolutePath().normalize();
    }

    /// The same text, relative to another folder.
    public Located from(Path folder) {
        return new Located(
                text, new Origin(origin.source(), origin.name(), origin.place(), folder));
    }
}
