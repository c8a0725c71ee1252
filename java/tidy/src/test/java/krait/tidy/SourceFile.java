package krait.tidy;

import java.util.List;

/// A tracked file.
///
/// @param path relative to the repository, with slashes
/// @param text its whole content
record SourceFile(String path, String text) {
    List<String> lines() {
        return text.lines().toList();
    }

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    boolean isJava() {
        return path.endsWith(".java");
    }

    boolean isPython() {
        return path.endsWith(".py");
    }

    /// Whether only tests use it: no waiting by the clock is allowed there.
    boolean isTest() {
        return path.contains("/src/test/")
                || (isPython() && (name().startsWith("test_") || name().equals("conftest.py")));
    }
}
