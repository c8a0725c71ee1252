package krait.runtime.lib;

import java.util.Optional;
import krait.runtime.PyBaseException;
import krait.runtime.re.PatternFault;
import krait.runtime.re.Regex;

/// What a pattern says of its groups before anything is matched.
///
/// @param count how many there are
/// @param certain whether each has a value in every match
public record PatternGroups(int count, boolean certain) {
    /// The groups of a text pattern; none where it is no pattern.
    public static Optional<PatternGroups> of(CharSequence pattern, boolean verbose) {
        try {
            Regex.Groups groups = Regex.groupsOf(pattern, verbose);
            return Optional.of(new PatternGroups(groups.count(), groups.certain()));
        } catch (PatternFault | PyBaseException e) {
            return Optional.empty(); // the call raises it when it runs
        }
    }
}
