package krait.tidy;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// A Java file as javac's parser sees it: no types are resolved.
///
/// @param path of the file
/// @param all every node, parents before their children
record ParsedJava(
        String path, CompilationUnitTree unit, SourcePositions positions, List<Tree> all) {
    /// Parses all files in one go, as starting javac takes longer than parsing.
    static List<ParsedJava> of(List<SourceFile> files) {
        List<Text> texts = files.stream().map(Text::new).toList();
        JavacTask task =
                (JavacTask)
                        ToolProvider.getSystemJavaCompiler()
                                .getTask(null, null, null, null, null, texts);
        SourcePositions positions = Trees.instance(task).getSourcePositions();
        List<ParsedJava> parsed = new ArrayList<>();
        try {
            for (CompilationUnitTree unit : task.parse()) {
                Collector collector = new Collector();
                collector.scan(unit, collector);
                String path = files.get(parsed.size()).path();
                parsed.add(new ParsedJava(path, unit, positions, collector.trees));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parsed;
    }

    <T extends Tree> Stream<T> trees(Class<T> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast);
    }

    int firstLine(Tree tree) {
        return line(positions.getStartPosition(unit, tree));
    }

    int lastLine(Tree tree) {
        return line(positions.getEndPosition(unit, tree));
    }

    private int line(long position) {
        return Math.toIntExact(unit.getLineMap().getLineNumber(position));
    }

    private static final class Collector extends TreeScanner<Object, Object> {
        final List<Tree> trees = new ArrayList<>();

        @Override
        public @Nullable Object scan(@Nullable Tree tree, Object self) {
            if (tree != null) {
                trees.add(tree);
            }
            return super.scan(tree, self);
        }
    }

    private static final class Text extends SimpleJavaFileObject {
        private final String text;

        Text(SourceFile file) {
            super(URI.create("string:///" + file.path()), Kind.SOURCE);
            text = file.text();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
