package krait.cli.serve;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import krait.cli.command.Command;
import krait.cli.command.Context;
import krait.cli.command.Signals;
import krait.cli.config.Help;
import krait.cli.settings.Arguments;
import krait.server.Server;
import krait.server.Settings;
import org.jspecify.annotations.Nullable;

/// `krait serve`: serves an application until a signal ends it.
public final class ServeCommand implements Command {
    @Override
    public String name() {
        return "serve";
    }

    @Override
    public String usage() {
        return "[APP] [options]";
    }

    @Override
    public String summary() {
        return "serves an application";
    }

    @Override
    public String help() {
        return Help.of(name(), "Serves a Python web application on every core.");
    }

    /// A stop ends in time, whatever reads the log.
    @Override
    public boolean leavesOutput() {
        return true;
    }

    @Override
    public int run(List<String> arguments, Context context) {
        Life life = new Life(new StopDeadline(context.halt()));
        life.obey(context.signals());
        Settings settings = Arguments.read(name(), arguments, context);
        life.deadline.stopTimeout(settings.limits().stopTimeout());
        Optional<Server> started = context.launcher().start(settings, life.cancelled);
        if (started.isEmpty()) {
            return 0;
        }
        try (Server server = started.get()) {
            life.serves(server);
            for (String address : server.addresses()) {
                context.out().println("krait: listening on " + address);
            }
            context.out().flush();
            server.await();
        } catch (InterruptedException e) {
            // Whoever runs the command asks it to end; the server is closed, the rest is theirs.
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    /// What a signal means depends on how far the start has come. Thread-safe.
    private static final class Life {
        /// Completes when a signal ends a server that is not up yet.
        final CompletableFuture<Void> cancelled = new CompletableFuture<>();

        final StopDeadline deadline;
        private @Nullable Server server;
        private boolean draining;

        Life(StopDeadline deadline) {
            this.deadline = deadline;
        }

        void obey(Signals signals) {
            signals.handle("TERM", this::end);
            signals.handle("INT", this::end);
            signals.handle("HUP", this::reload);
        }

        synchronized void serves(Server started) {
            server = started;
            if (cancelled.isDone()) {
                drain(started);
            }
        }

        private synchronized void end() {
            if (server == null) {
                deadline.begin();
                cancelled.complete(null);
            } else if (draining) {
                deadline.hurry();
                server.close();
            } else {
                deadline.begin();
                drain(server);
            }
        }

        private void drain(Server serving) {
            draining = true;
            serving.drain();
        }

        /// The workers that are being started run the newest code anyway.
        private synchronized void reload() {
            if (server != null) {
                server.reload();
            }
        }
    }
}
