package krait.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import krait.cli.command.Context;
import krait.cli.command.Signals;
import krait.server.Launcher;
import krait.server.Server;
import krait.server.Settings;
import org.jspecify.annotations.Nullable;

/// One run of the command line in a folder of its own, with a server that only remembers what it
/// was told.
public final class Trial implements Launcher, Signals {
    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, Runnable> handlers = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final CountDownLatch halted = new CountDownLatch(1);
    private @Nullable Settings settings;
    private @Nullable RuntimeException failure;
    private Server server = new IdleServer();
    private final List<String> early = new ArrayList<>();
    private boolean heedsEarly;
    private boolean terminal;

    public Trial(Path folder) {
        this.folder = folder;
    }

    public Trial file(String name, String... lines) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public Trial variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /// As if a person looked at the output.
    public Trial onTerminal() {
        terminal = true;
        return this;
    }

    public Trial failing(RuntimeException with) {
        failure = with;
        return this;
    }

    public Trial server(Server other) {
        server = other;
        return this;
    }

    public int run(String... arguments) {
        Context context =
                new Context(
                        folder,
                        environment,
                        () -> folder.resolve("python-home"),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        this,
                        this,
                        halted::countDown,
                        terminal);
        return new Cli(context).run(List.of(arguments));
    }

    /// The settings that `serve` made; fails with the message when it made none.
    public Settings serve(String... arguments) {
        List<String> all = new ArrayList<>(List.of("serve"));
        all.addAll(List.of(arguments));
        int code = run(all.toArray(new String[0]));
        if (settings == null) {
            throw new AssertionError("exit code " + code + ": " + err());
        }
        return settings;
    }

    /// The message of a `serve` that is refused with exit code 2.
    public String refusal(String... arguments) {
        List<String> all = new ArrayList<>(List.of("serve"));
        all.addAll(List.of(arguments));
        int code = run(all.toArray(new String[0]));
        if (code != 2 || settings != null) {
            throw new AssertionError("exit code " + code + ", settings " + settings + ", " + err());
        }
        return err();
    }

    public String out() {
        return text(out);
    }

    /// Standard error, with the folder of the trial written as `FOLDER`.
    public String err() {
        return text(err);
    }

    private String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).replace(folder.toString(), "FOLDER");
    }

    /// Sends signals while the server starts.
    ///
    /// @param heeded whether the launcher sees them before it has the server
    public Trial early(boolean heeded, String... signals) {
        heedsEarly = heeded;
        early.addAll(List.of(signals));
        return this;
    }

    /// Waits until the process was ended from within.
    public void awaitHalt() throws InterruptedException {
        halted.await();
    }

    public void signal(String name) {
        Runnable handler = handlers.get(name);
        if (handler == null) {
            throw new AssertionError("nobody handles SIG" + name);
        }
        handler.run();
    }

    @Override
    public void handle(String name, Runnable action) {
        handlers.put(name, action);
    }

    @Override
    public Optional<Server> start(Settings of, CompletableFuture<Void> cancelled) {
        settings = of;
        if (failure != null) {
            throw failure;
        }
        early.forEach(this::signal);
        return cancelled.isDone() && heedsEarly ? Optional.empty() : Optional.of(server);
    }

    @Override
    public List<Loaded> check(Settings of) {
        settings = of;
        if (failure != null) {
            throw failure;
        }
        return List.of(new Loaded("", "wsgi:application", "wsgi", "3.11.7"));
    }

    private static final class IdleServer implements Server {
        @Override
        public List<String> addresses() {
            return List.of("http://127.0.0.1:8000", "unix:/run/krait.sock");
        }

        @Override
        public void reload() {}

        @Override
        public void drain() {}

        @Override
        public void await() {}

        @Override
        public void close() {}
    }
}
