package krait.tidy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The files of the repository that git knows: build products and environments are nobody's source.
final class Repository {
    private final Path root;
    private final List<String> tracked;

    private Repository(Path root, List<String> tracked) {
        this.root = root;
        this.tracked = tracked;
    }

    /// The repository that the tests run in.
    static Repository here() throws IOException, InterruptedException {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve(".git"))) {
            root = Optional.ofNullable(root.getParent()).orElseThrow();
        }
        Process git =
                new ProcessBuilder("git", "ls-files", "-z", "--cached")
                        .directory(root.toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String output = new String(git.getInputStream().readAllBytes(), UTF_8);
        if (git.waitFor() != 0) {
            throw new IOException("git ls-files failed in " + root);
        }
        return new Repository(root, List.of(output.split("\0", -1)));
    }

    boolean exists(String path) {
        return Files.exists(root.resolve(path));
    }

    /// Paths of the tracked files that are still there.
    List<String> paths() {
        return tracked.stream().filter(path -> Files.isRegularFile(root.resolve(path))).toList();
    }

    SourceFile file(String path) {
        return text(path).orElseThrow(() -> new IllegalArgumentException(path + " is no text"));
    }

    /// Every tracked text file.
    List<SourceFile> files() {
        List<SourceFile> files = new ArrayList<>();
        for (String path : paths()) {
            text(path).ifPresent(files::add);
        }
        return files;
    }

    private Optional<SourceFile> text(String path) {
        try {
            return Optional.of(new SourceFile(path, Files.readString(root.resolve(path))));
        } catch (MalformedInputException binary) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
