package krait.cli;

/// Entry point of the `krait` command.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(arguments.length);
    }
}
