package krait.cli.checkout;

import java.util.List;
import krait.base.Blame;
import krait.base.Problem;
import krait.cli.command.Command;
import krait.cli.command.Context;

/// A command for those who work on Krait itself. The script `krait` at the root of a source
/// checkout runs it and never gets here: who gets here has an installed Krait.
public record CheckoutCommand(String name, String task) implements Command {
    @Override
    public String usage() {
        return "";
    }

    @Override
    public String summary() {
        return task + " (in a source checkout)";
    }

    @Override
    public String help() {
        return "Usage: ./krait " + name + "\n\nIn a source checkout of Krait, " + task + ".\n";
    }

    @Override
    public int run(List<String> arguments, Context context) {
        throw Problem.of(
                        "not-a-checkout",
                        Blame.USER,
                        "krait " + name + " works in a source checkout of Krait only")
                .remedy("run ./krait " + name + " at the root of the checkout")
                .exception();
    }
}
