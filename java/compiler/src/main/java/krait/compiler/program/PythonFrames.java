package krait.compiler.program;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import krait.compiler.code.Names;
import krait.compiler.diagnostics.Source;
import krait.compiler.lowering.Lowering;
import krait.compiler.lowering.ModuleNames;
import krait.compiler.types.Library;
import krait.runtime.PythonFrame;

/// Finds the Python functions behind the frames of the JVM, by the names that the lowering gives.
final class PythonFrames {
    private final Map<String, String> files;
    private final Map<String, Optional<Source>> sources = new HashMap<>();

    /// @param files paths by the names of sources in class files
    PythonFrames(Map<String, String> files) {
        this.files = files;
    }

    /// The Python frames of a stack trace, innermost first: without the library's, and without what
    /// calls come through. A twin stands for the fast code that went on in it, a part of a method
    /// for the method.
    List<PythonFrame> of(StackTraceElement[] elements) {
        List<PythonFrame> frames = new ArrayList<>();
        boolean continued = false;
        for (StackTraceElement element : elements) {
            if (!element.getClassName().startsWith(ModuleNames.PACKAGE)) {
                continue;
            }
            String method = element.getMethodName();
            if (method.endsWith(Names.WIDE)) {
                continued = true;
            } else if (isPython(element)) {
                if (!continued) {
                    frames.add(frame(element));
                }
                continued = method.contains(Names.PART);
            }
        }
        return frames;
    }

    private static boolean isPython(StackTraceElement element) {
        String method = element.getMethodName();
        String file = element.getFileName();
        return element.getLineNumber() > 0
                && (file == null || !file.startsWith(Library.SOURCES))
                && !method.endsWith(Names.BOXED)
                && !method.equals(Lowering.IMPORT)
                && !element.getClassName().contains(ModuleNames.VALUE);
    }

    private PythonFrame frame(StackTraceElement element) {
        String name = element.getMethodName();
        int generator = element.getClassName().indexOf(ModuleNames.GENERATOR);
        if (generator >= 0) {
            name = element.getClassName().substring(generator + ModuleNames.GENERATOR.length());
        }
        for (String form : List.of(Names.TWIN, Names.PART)) {
            name = name.contains(form) ? name.substring(0, name.indexOf(form)) : name;
        }
        String function = "";
        for (String part : name.split("\\$", -1)) {
            boolean numbered = !part.isEmpty() && Character.isDigit(part.charAt(0));
            function = numbered ? function : part;
        }
        String file = element.getFileName();
        return new PythonFrame(
                file == null ? "?" : files.getOrDefault(file, file),
                element.getLineNumber(),
                function.replace('\u2039', '<').replace('\u203a', '>'));
    }

    /// The line of source where a frame stands.
    Optional<String> line(PythonFrame frame) {
        return sources.computeIfAbsent(frame.file(), PythonFrames::read)
                .map(source -> source.line(frame.line()));
    }

    private static Optional<Source> read(String file) {
        try {
            return ProgramFiles.content(Path.of(file)).map(bytes -> Source.of(file, bytes));
        } catch (UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }
}
