package krait.compiler.program;

import java.util.Map;

/// The class files of a program.
///
/// @param mainClass binary name of the class whose `import` runs the program
/// @param classes class files by binary name
/// @param files paths of the sources, absolute, by the names that stand in the class files
public record CompiledProgram(
        String mainClass, Map<String, byte[]> classes, Map<String, String> files) {
    public CompiledProgram {
        classes = Map.copyOf(classes);
        files = Map.copyOf(files);
    }
}
