package krait.cli.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import krait.base.Blame;
import krait.base.Problem;
import krait.cli.command.Command;
import krait.cli.command.Context;
import krait.compiler.program.CompileCache;
import krait.compiler.program.CompileResult;
import krait.compiler.program.CompiledProgram;
import krait.compiler.program.Compiler;
import krait.compiler.program.ProgramRun;
import krait.runtime.lib.ProgramState;

/// `krait run`: compiles a typed Python program and runs it, as `python FILE` would.
public final class RunCommand implements Command {
    @Override
    public String name() {
        return "run";
    }

    @Override
    public String usage() {
        return "FILE [args]";
    }

    @Override
    public String summary() {
        return "compiles and runs a typed Python program";
    }

    @Override
    public boolean passesOn() {
        return true;
    }

    @Override
    public String help() {
        return """
        Usage: krait run FILE [arguments of the program]

        Compiles a typed Python program and runs it, with the output, the exceptions and the
        exit code that `python FILE` gives. What the compiler does not accept is told with its
        place, the reason and a rewrite, and then nothing runs; `krait check FILE` only tells.

        Compiled programs are kept in $XDG_CACHE_HOME/krait (or ~/.cache/krait);
        KRAIT_COMPILE_CACHE names another folder, `off` none.
        """;
    }

    @Override
    public int run(List<String> arguments, Context context) {
        if (arguments.isEmpty()) {
            throw Problem.of("no-program", Blame.USER, "krait run needs the file of a program")
                    .at("command line")
                    .remedy("krait run program.py")
                    .exception();
        }
        String name = arguments.getFirst();
        return switch (compile(name, context)) {
            case CompileResult.Refused(var diagnostics) -> {
                diagnostics.forEach(each -> context.err().print(each.render()));
                yield Blame.USER.exitCode();
            }
            case CompileResult.Compiled(CompiledProgram program) -> {
                yield run(new ProgramRun(program, ProgramState.ofProcess(arguments)), context);
            }
        };
    }

    private static int run(ProgramRun program, Context context) {
        context.signals()
                .handle(
                        "INT",
                        () -> {
                            try {
                                int status = program.interrupt();
                                if (status >= 0) {
                                    Runtime.getRuntime().halt(status);
                                }
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        });
        return program.run();
    }

    private static CompileResult compile(String name, Context context) {
        Path file = Path.of(name);
        if (!Files.isRegularFile(file)) {
            String what = Files.isDirectory(file) ? "a folder" : "missing";
            throw Problem.of("no-program", Blame.USER, "the program is " + what)
                    .at(name)
                    .remedy("name the file of a typed Python program: krait run program.py")
                    .exception();
        }
        try {
            return Compiler.compile(file, CompileCache.of(context.environment()));
        } catch (IOException e) {
            throw Problem.of("program-unreadable", Blame.USER, "the program can't be read")
                    .at(name)
                    .remedy(String.valueOf(e.getMessage()))
                    .exception();
        }
    }
}
