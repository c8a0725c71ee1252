package krait.tidy;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.DeconstructionPatternTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PatternCaseLabelTree;
import com.sun.source.tree.PatternTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/// Rules about Java's structure.
final class JavaRules {
    static final int METHOD_LINES_MAX = 70;

    private static final Pattern EMPTY_NAME =
            Pattern.compile("(Util|Utils|Utility|Helper|Helpers|Manager|Impl)$");

    private JavaRules() {}

    /// Methods fit a screen.
    static List<Finding> methodLength(ParsedJava parsed) {
        return parsed.trees(MethodTree.class)
                .filter(method -> lines(parsed, method) > METHOD_LINES_MAX)
                .map(method -> {
                    String what = method.getName() + " has " + lines(parsed, method);
                    int line = parsed.firstLine(method);
                    return new Finding(parsed.path(), line, what + " lines");
                })
                .toList();
    }

    /// Lines of the body: what its annotations say, such as the table of a test, is no code.
    private static int lines(ParsedJava parsed, MethodTree method) {
        BlockTree body = method.getBody();
        return body == null ? 0 : parsed.lastLine(body) - parsed.firstLine(body) + 1;
    }

    /// A type is named for what it is.
    static List<Finding> typeNames(ParsedJava parsed) {
        return parsed.trees(ClassTree.class)
                .filter(type -> EMPTY_NAME.matcher(type.getSimpleName()).find())
                .map(type -> {
                    String what = type.getSimpleName() + " names no thing";
                    return new Finding(parsed.path(), parsed.firstLine(type), what);
                })
                .toList();
    }

    /// Names of the members of closed sets: types that say which sealed type they belong to.
    static Set<String> membersOfClosedSets(List<ParsedJava> files) {
        List<ClassTree> types =
                files.stream().flatMap(file -> file.trees(ClassTree.class)).toList();
        Set<String> closed =
                types.stream()
                        .filter(type -> type.getModifiers().getFlags().contains(Modifier.SEALED))
                        .map(type -> type.getSimpleName().toString())
                        .collect(Collectors.toSet());
        return types.stream()
                .filter(type -> parents(type).anyMatch(parent -> closed.contains(name(parent))))
                .map(type -> type.getSimpleName().toString())
                .collect(Collectors.toSet());
    }

    private static Stream<Tree> parents(ClassTree type) {
        return Stream.concat(
                type.getImplementsClause().stream(), Stream.ofNullable(type.getExtendsClause()));
    }

    /// A switch over a closed set names every case, so that a new case is a compile error. A simple
    /// name that the file imports from the JDK is not the member of the same name.
    static List<Finding> defaultOverClosedSet(ParsedJava parsed, Set<String> closed) {
        Set<String> members = new HashSet<>(closed);
        parsed.unit().getImports().stream()
                .map(each -> each.getQualifiedIdentifier().toString())
                .filter(name -> name.startsWith("java."))
                .forEach(name -> members.remove(name(name)));
        closed.forEach(member -> members.add("." + member));
        return Stream.concat(
                        parsed.trees(SwitchTree.class)
                                .filter(tree -> isLoose(tree.getCases(), members)),
                        parsed.trees(SwitchExpressionTree.class)
                                .filter(tree -> isLoose(tree.getCases(), members)))
                .map(tree ->
                        new Finding(
                                parsed.path(),
                                parsed.firstLine(tree),
                                "default in a switch over a closed set"))
                .toList();
    }

    private static boolean isLoose(List<? extends CaseTree> cases, Set<String> members) {
        var labels = cases.stream().flatMap(each -> each.getLabels().stream()).toList();
        return labels.stream().anyMatch(DefaultCaseLabelTree.class::isInstance)
                && labels.stream()
                        .filter(PatternCaseLabelTree.class::isInstance)
                        .map(label -> ((PatternCaseLabelTree) label).getPattern())
                        .anyMatch(pattern -> members.contains(typeOf(pattern)));
    }

    /// `Body<T>` is `Body`, `Frame.Body` is `.Body`.
    private static String typeOf(PatternTree pattern) {
        String whole =
                switch (pattern) {
                    case DeconstructionPatternTree record -> record.getDeconstructor().toString();
                    case BindingPatternTree binding -> binding.getVariable().getType().toString();
                    default -> "";
                };
        String name = name(whole);
        return name.equals(whole.replaceAll("<.*", "")) ? name : "." + name;
    }

    /// `Frame.Body<T>` is `Body`.
    private static String name(Object type) {
        String whole = type.toString().replaceAll("<.*", "");
        return whole.substring(whole.lastIndexOf('.') + 1);
    }
}
