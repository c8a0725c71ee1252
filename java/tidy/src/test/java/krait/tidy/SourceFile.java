package krait.tidy;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A tracked file.
///
/// @param path relative to the repository, with slashes
/// @param text its whole content
record SourceFile(String path, String text) {
    private static final Pattern PYTHON_STRING_OR_COMMENT =
            Pattern.compile(
                    "#[^\\n]*|(\"{3}|'{3})(?s:.*?)\\1"
                            + "|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])*'");

    /// The file with nothing in its strings and comments, for rules about what Python code does:
    /// tests hold the source of applications as text.
    SourceFile withoutPythonStrings() {
        if (!isPython()) {
            return this;
        }
        Matcher strings = PYTHON_STRING_OR_COMMENT.matcher(text);
        return new SourceFile(
                path, strings.replaceAll(found -> found.group().replaceAll("[^\n]", " ")));
    }

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
