package krait.cli;

import krait.cli.command.Signals;
import sun.misc.Signal;

/// The signals of this process, by `sun.misc.Signal` of the module `jdk.unsupported`.
///
/// A shutdown hook cannot do this work: once hooks run, the JVM ends with 128 plus the signal's
/// number, and a drained server is to end with 0; SIGHUP, which reloads, would end it as well; and
/// a second signal would go unseen.
final class ProcessSignals implements Signals {
    @Override
    public void handle(String name, Runnable action) {
        Signal.handle(new Signal(name), signal -> action.run());
    }
}
