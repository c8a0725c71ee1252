package krait.cli.serve;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import krait.cli.command.Command;
import krait.cli.command.Context;
import krait.cli.command.Signals;
import krait.cli.config.Help;
import krait.cli.settings.Arguments;
import krait.server.Server;
import krait.server.Settings;

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

    @Override
    public int run(List<String> arguments, Context context) {
        Settings settings = Arguments.read(name(), arguments, context);
        try (Server server = context.launcher().start(settings)) {
            obey(context.signals(), server);
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

    /// Before this, SIGTERM and SIGINT end the process as the JVM does it: nothing is served yet.
    private static void obey(Signals signals, Server server) {
        AtomicBoolean draining = new AtomicBoolean();
        Runnable end =
                () -> {
                    if (draining.compareAndSet(false, true)) {
                        server.drain();
                    } else {
                        server.close();
                    }
                };
        signals.handle("TERM", end);
        signals.handle("INT", end);
        signals.handle("HUP", server::reload);
    }
}
