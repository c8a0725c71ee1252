package krait.compiler.program;

import java.util.Map;

/// Defines the classes of a program, each when it is first needed.
final class ProgramLoader extends ClassLoader {
    private final Map<String, byte[]> classes;

    ProgramLoader(CompiledProgram program) {
        super("program", ProgramLoader.class.getClassLoader());
        this.classes = program.classes();
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }
}
