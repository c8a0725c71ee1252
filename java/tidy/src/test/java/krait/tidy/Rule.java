package krait.tidy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What one file has to keep to.
@FunctionalInterface
interface Rule {
    List<Finding> check(SourceFile file);

    /// No line of the files in question may match the pattern.
    static Rule forbidden(Predicate<SourceFile> files, Pattern pattern, String what) {
        return file -> {
            List<Finding> findings = new ArrayList<>();
            if (files.test(file)) {
                int number = 0;
                for (String line : file.lines()) {
                    number++;
                    var found = pattern.matcher(line);
                    if (found.find()) {
                        findings.add(new Finding(file.path(), number, what + ": " + found.group()));
                    }
                }
            }
            return findings;
        };
    }
}
