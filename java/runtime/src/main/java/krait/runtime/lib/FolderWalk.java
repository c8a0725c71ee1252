package krait.runtime.lib;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import krait.runtime.ObjectList;
import krait.runtime.PyClass;
import krait.runtime.PyIterator;
import krait.runtime.Text;
import krait.runtime.Tuple;
import org.jspecify.annotations.Nullable;

/// `os.walk`: folders, each with the names of the folders and the files in it. From the top, the
/// program may change the list of folders, which says where the walk goes on. A folder that can't
/// be read is left out.
@PyClass(name = "generator")
final class FolderWalk extends PyIterator {
    private record Found(CharSequence folder, ObjectList folders, ObjectList files) {}

    /// A folder to read, or one that was read and whose folders are done.
    private record Step(CharSequence folder, @Nullable Found read) {}

    private final boolean topdown;
    private final Deque<Step> steps = new ArrayDeque<>();
    private @Nullable Found last;

    FolderWalk(CharSequence top, boolean topdown) {
        this.topdown = topdown;
        steps.push(new Step(top, null));
    }

    @Override
    public boolean advance() {
        Found before = last;
        last = null;
        if (before != null && topdown) {
            descend(before);
        }
        while (!steps.isEmpty()) {
            Step step = steps.pop();
            Found found = step.read() == null ? read(step.folder()) : step.read();
            if (found == null) {
                continue;
            }
            if (step.read() != null || topdown) {
                last = found;
                return true;
            }
            steps.push(new Step(step.folder(), found));
            descend(found);
        }
        return false;
    }

    private void descend(Found found) {
        for (int i = found.folders().size() - 1; i >= 0; i--) {
            CharSequence name = (CharSequence) found.folders().__getitem__((long) i);
            if (name != null) {
                CharSequence path = OsPathModule.join(found.folder(), Tuple.of(name));
                if (!Files.isSymbolicLink(OpenFiles.path(path))) {
                    steps.push(new Step(path, null));
                }
            }
        }
    }

    private static @Nullable Found read(CharSequence folder) {
        ObjectList folders = new ObjectList();
        ObjectList files = new ObjectList();
        if (folder.isEmpty() || !Files.isDirectory(Path.of(folder.toString()))) {
            return null;
        }
        List<Path> children;
        try (Stream<Path> listed = Files.list(Path.of(folder.toString()))) {
            children = listed.toList();
        } catch (IOException unreadable) {
            return null;
        }
        for (Path child : children) {
            ObjectList names = Files.isDirectory(child, new LinkOption[0]) ? folders : files;
            names.append(Text.of(child.getFileName().toString()));
        }
        return new Found(folder, folders, files);
    }

    @Override
    public @Nullable Object value() {
        Found found = last;
        return found == null ? null : Tuple.of(found.folder(), found.folders(), found.files());
    }
}
