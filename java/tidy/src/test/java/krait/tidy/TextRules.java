package krait.tidy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Rules that need no more than the text of a file.
final class TextRules {
    static final int FILE_LINES_MAX = 600;
    static final int LINE_COLUMNS_MAX = 100;

    /// Waiting for a condition needs a pause between two looks; here is where it may stand.
    private static final Pattern WAITS_FOR_CONDITIONS =
            Pattern.compile("(^|/)(waiting\\.py|Await\\w*\\.java|Eventually\\.java)$");

    /// Where folders of one machine begin. Homebrew on Linux has a fixed place that looks alike.
    private static final Pattern MACHINE_PATH =
            Pattern.compile(
                    "(?<![\\w.~*-])/(root|work|home/(?!linuxbrew)\\w+|Users/\\w+|tmp/wt)/[\\w.]");

    private static final Pattern REGISTRY =
            Pattern.compile(
                    "\\b(repo\\d?\\.maven(\\.apache)?\\.org|central\\.sonatype\\.com"
                            + "|(files\\.)?pythonhosted\\.org|pypi\\.org/(simple|packages|project)"
                            + "|registry\\.npmjs\\.org|proxy\\.golang\\.org|static\\.crates\\.io"
                            + "|(deb|security)\\.debian\\.org)"
                            + "|https?://[^\\s\"'<>]+/(maven2?|simple)/");

    private static final Pattern UNFINISHED =
            Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");

    private static final Pattern JAVA_SLEEP =
            Pattern.compile("\\b(Thread|TimeUnit\\.\\w+)\\.sleep\\(");

    private static final Pattern PYTHON_SLEEP = Pattern.compile("(?<![\\w.])time\\.sleep\\(");

    private static final Pattern MOCKING =
            Pattern.compile(
                    "\\b(org\\.(mock"
                            + "ito|easymock|powermock)|mock"
                            + "ito-|unittest(\\.| import )mock\\b|pytest[-_]mock)");

    private TextRules() {}

    /// All of them by name.
    static Map<String, Rule> all() {
        Predicate<SourceFile> any = _ -> true;
        Map<String, Rule> rules = new LinkedHashMap<>();
        rules.put("files are short", TextRules::fileLength);
        rules.put("lines are short", TextRules::lineLength);
        rules.put("nothing is unfinished", Rule.forbidden(any, UNFINISHED, "unfinished"));
        rules.put("tests wait for conditions", TextRules::sleep);
        rules.put("no path of a machine", Rule.forbidden(any, MACHINE_PATH, "path of a machine"));
        rules.put(
                "no address of a registry", Rule.forbidden(any, REGISTRY, "address of a registry"));
        rules.put("fakes instead of mocks", Rule.forbidden(any, MOCKING, "mocking library"));
        return rules;
    }

    private static List<Finding> sleep(SourceFile file) {
        if (!file.isTest() || WAITS_FOR_CONDITIONS.matcher(file.path()).find()) {
            return List.of();
        }
        Pattern pattern = file.isJava() ? JAVA_SLEEP : PYTHON_SLEEP;
        return Rule.forbidden(_ -> true, pattern, "waits by the clock")
                .check(file.withoutPythonStrings());
    }

    private static List<Finding> fileLength(SourceFile file) {
        int lines = file.lines().size();
        if (!(file.isJava() || file.isPython()) || lines <= FILE_LINES_MAX) {
            return List.of();
        }
        String what = lines + " lines, at most " + FILE_LINES_MAX;
        return List.of(new Finding(file.path(), lines, what));
    }

    private static List<Finding> lineLength(SourceFile file) {
        List<Finding> findings = new ArrayList<>();
        if (file.isJava() || file.isPython() || file.path().equals("krait")) {
            int number = 0;
            for (String line : file.lines()) {
                number++;
                int columns = line.codePointCount(0, line.length());
                if (columns > LINE_COLUMNS_MAX) {
                    String what = columns + " columns, at most " + LINE_COLUMNS_MAX;
                    findings.add(new Finding(file.path(), number, what));
                }
            }
        }
        return findings;
    }
}
