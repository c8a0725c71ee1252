package krait.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Optional;
import krait.base.Blame;
import krait.base.Clock;
import krait.base.Problem;

/// Looks up the files of a folder. Symbolic links are followed as long as they stay in the folder.
/// Thread-safe.
///
/// Nothing but the folder's own real path is remembered: see docs/decisions for what a look-up
/// costs. That path is found anew after [#ROOT_VALID_NANOS], because the folder itself may be a
/// link that a deployment switches.
final class StaticFolder {
    private static final long ROOT_VALID_NANOS = 1_000_000_000;

    private static final String INDEX = "index.html";

    /// What stands under a path.
    sealed interface Found {}

    /// A regular file.
    ///
    /// @param path real path, free of links
    /// @param name what the client knows it by, without folders
    record File(Path path, String name, BasicFileAttributes attributes) implements Found {
        Instant modified() {
            return attributes.lastModifiedTime().toInstant();
        }
    }

    /// A folder with an index, asked for without its slash.
    record Unslashed() implements Found {}

    /// Nothing that may be shown.
    record Missing() implements Found {}

    /// Something in the folder, by its real path.
    private record Place(Path real, BasicFileAttributes attributes) {
        File file(String name) {
            return new File(real, name, attributes);
        }
    }

    private record Root(Path real, long foundNanos) {}

    private static final Found MISSING = new Missing();
    private static final Found UNSLASHED = new Unslashed();

    private final Path folder;
    private final Clock clock;
    private volatile Root root;

    /// @throws krait.base.KraitException blame USER, when `folder` is no readable folder
    StaticFolder(Path folder, Clock clock) {
        this.folder = folder.toAbsolutePath();
        this.clock = clock;
        if (!Files.isDirectory(folder)) {
            String why = Files.exists(folder) ? " is no folder" : " does not exist";
            throw unusable("the static folder" + why, "create it, or correct the path");
        }
        if (!Files.isReadable(folder) || !Files.isExecutable(folder)) {
            throw unusable("the static folder cannot be read", "give this user access to it");
        }
        try {
            this.root = new Root(this.folder.toRealPath(), clock.nanoTime());
        } catch (IOException e) {
            throw unusable("the static folder cannot be read: " + e.getMessage(), "check the path");
        }
    }

    Found find(StaticPath path) {
        try {
            Path top = root();
            Place place = new Place(top, attributes(top));
            if (!path.text().isEmpty()) {
                for (String name : path.text().split("/", -1)) {
                    place = step(top, place, name);
                }
            }
            if (place.attributes().isDirectory()) {
                Place index = step(top, place, INDEX);
                return !index.attributes().isRegularFile()
                        ? MISSING
                        : path.folder() ? index.file(INDEX) : UNSLASHED;
            }
            return path.folder() || !place.attributes().isRegularFile()
                    ? MISSING
                    : place.file(path.name());
        } catch (IOException | InvalidPathException e) {
            // Whatever keeps a path from being resolved (no such file, a file used as a folder, no
            // permission, a loop of links), the client learns the same.
            return MISSING;
        }
    }

    /// Goes down one name. A link is resolved whole and must end in the folder; so a path is free
    /// of links at every step, and nothing above the folder is looked at again.
    private static Place step(Path top, Place from, String name) throws IOException {
        Path path = from.real().resolve(name);
        BasicFileAttributes attributes = attributes(path);
        if (!attributes.isSymbolicLink()) {
            return new Place(path, attributes);
        }
        Path real = path.toRealPath();
        if (!real.startsWith(top)) {
            throw new NoSuchFileException(path.toString());
        }
        return new Place(real, attributes(real));
    }

    /// The file beside a found one that has `suffix` behind its name. Links don't count here.
    static Optional<File> sibling(File file, String suffix) {
        String name = file.path().getFileName() + suffix;
        Path path = file.path().resolveSibling(name);
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            BasicFileAttributes attributes = attributes(path);
            return attributes.isRegularFile()
                    ? Optional.of(new File(path, name, attributes))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static BasicFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    private Path root() throws IOException {
        Root known = root;
        long now = clock.nanoTime();
        if (now - known.foundNanos() > ROOT_VALID_NANOS) {
            known = new Root(folder.toRealPath(), now);
            root = known;
        }
        return known.real();
    }

    private RuntimeException unusable(String what, String remedy) {
        return Problem.of("static-folder-unusable", Blame.USER, what)
                .at(folder.toString())
                .remedy(remedy)
                .exception();
    }
}
