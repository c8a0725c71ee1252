package krait.runtime.lib;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import krait.runtime.NotImplemented;
import krait.runtime.ObjectList;
import krait.runtime.PyClass;
import krait.runtime.Text;
import krait.runtime.Tuple;
import krait.runtime.ValueError;
import krait.runtime.Values;
import org.jspecify.annotations.Nullable;

/// `pathlib.PurePath` of POSIX: a root of no, one or two slashes, and the names behind it.
@PyClass(module = "pathlib", name = "PurePosixPath")
@SuppressWarnings("MemberName")
public class PathlibPurePath extends PathLike {
    private final String root;
    private final List<String> names;

    /// The segments one behind the other; one that begins at the root takes the place of those
    /// before it.
    public PathlibPurePath(Tuple segments) {
        CharSequence whole =
                segments.size() == 0
                        ? ""
                        : OsPathModule.join(
                                Objects.requireNonNull(segments.get(0)), rest(segments));
        String text = whole.toString();
        boolean two = text.startsWith("//") && !text.startsWith("///");
        root = two ? "//" : text.startsWith("/") ? "/" : "";
        names = new ArrayList<>();
        for (String name : text.split("/", -1)) {
            if (!name.isEmpty() && !name.equals(".")) {
                names.add(name);
            }
        }
    }

    private static Tuple rest(Tuple segments) {
        @Nullable Object[] rest = new @Nullable Object[segments.size() - 1];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = segments.get(i + 1);
        }
        return Tuple.of(rest);
    }

    /// A path of the same class.
    PathlibPurePath like(Tuple segments) {
        return new PathlibPurePath(segments);
    }

    private PathlibPurePath like(String beginning, List<String> behind) {
        return like(Tuple.of(Text.of(beginning + String.join("/", behind))));
    }

    private String text() {
        String text = root + String.join("/", names);
        return text.isEmpty() ? "." : text;
    }

    private String last() {
        return names.isEmpty() ? "" : names.getLast();
    }

    @Override
    public CharSequence __fspath__() {
        return Text.of(text());
    }

    @Override
    public CharSequence __str__() {
        return __fspath__();
    }

    /// The name of the class in `repr`.
    String className() {
        return "PurePosixPath";
    }

    @Override
    public CharSequence __repr__() {
        return Text.of(className() + "(" + Values.repr(__fspath__()) + ")");
    }

    @Override
    public Object __eq__(@Nullable Object other) {
        return other instanceof PathlibPurePath that
                ? (Object) text().equals(that.text())
                : NotImplemented.VALUE;
    }

    @Override
    public long __hash__() {
        return Values.hash(__fspath__());
    }

    private int compare(Object other) {
        ObjectList own = new ObjectList();
        ObjectList others = new ObjectList();
        for (String part : text().split("/", -1)) {
            own.append(Text.of(part));
        }
        for (String part : ((PathlibPurePath) other).text().split("/", -1)) {
            others.append(Text.of(part));
        }
        return Values.lt(own, others) ? -1 : Values.eq(own, others) ? 0 : 1;
    }

    @Override
    public Object __lt__(@Nullable Object other) {
        return other instanceof PathlibPurePath
                ? (Object) (compare(other) < 0)
                : NotImplemented.VALUE;
    }

    @Override
    public Object __le__(@Nullable Object other) {
        return other instanceof PathlibPurePath
                ? (Object) (compare(other) <= 0)
                : NotImplemented.VALUE;
    }

    @Override
    public Object __gt__(@Nullable Object other) {
        return other instanceof PathlibPurePath
                ? (Object) (compare(other) > 0)
                : NotImplemented.VALUE;
    }

    @Override
    public Object __ge__(@Nullable Object other) {
        return other instanceof PathlibPurePath
                ? (Object) (compare(other) >= 0)
                : NotImplemented.VALUE;
    }

    /// `path / other`.
    public PathlibPurePath __truediv__(Object other) {
        return like(Tuple.of(__fspath__(), other));
    }

    /// `other / path`.
    public PathlibPurePath __rtruediv__(Object other) {
        return like(Tuple.of(other, __fspath__()));
    }

    /// `path.joinpath(*segments)`.
    public PathlibPurePath joinpath(Tuple segments) {
        @Nullable Object[] all = new @Nullable Object[segments.size() + 1];
        all[0] = __fspath__();
        for (int i = 1; i < all.length; i++) {
            all[i] = segments.get(i - 1);
        }
        return like(Tuple.of(all));
    }

    /// `path.with_segments(*segments)`.
    public PathlibPurePath with_segments(Tuple segments) {
        return like(segments);
    }

    /// The root and the names.
    public Tuple parts() {
        ObjectList parts = new ObjectList();
        if (!root.isEmpty()) {
            parts.append(root);
        }
        names.forEach(name -> parts.append(Text.of(name)));
        return Tuple.from(parts);
    }

    /// Nothing on POSIX.
    public CharSequence drive() {
        return "";
    }

    /// The slashes at the beginning.
    public CharSequence root() {
        return root;
    }

    /// The same, as there are no drives.
    public CharSequence anchor() {
        return root;
    }

    /// The last name.
    public CharSequence name() {
        return Text.of(last());
    }

    /// The last name without its suffix.
    public CharSequence stem() {
        return (CharSequence) Objects.requireNonNull(OsPathModule.splitext(name()).get(0));
    }

    /// The end of the last name, from its last dot.
    public CharSequence suffix() {
        return (CharSequence) Objects.requireNonNull(OsPathModule.splitext(name()).get(1));
    }

    /// Every part of the last name behind a dot.
    public ObjectList suffixes() {
        ObjectList suffixes = new ObjectList();
        String[] parts = last().replaceFirst("^[.]+", "").split("\\.", -1);
        for (int i = 1; i < parts.length; i++) {
            suffixes.append(Text.of("." + parts[i]));
        }
        return suffixes;
    }

    /// The path without its last name.
    public PathlibPurePath parent() {
        return names.isEmpty() ? this : like(root, names.subList(0, names.size() - 1));
    }

    /// All paths around it, the nearest first.
    public Tuple parents() {
        ObjectList parents = new ObjectList();
        for (int i = names.size() - 1; i >= 0; i--) {
            parents.append(like(root, names.subList(0, i)));
        }
        return Tuple.from(parents);
    }

    /// The path as a str.
    public CharSequence as_posix() {
        return __fspath__();
    }

    /// Whether it begins at the root.
    public boolean is_absolute() {
        return !root.isEmpty();
    }

    private boolean within(PathlibPurePath other) {
        return root.equals(other.root)
                && names.size() >= other.names.size()
                && names.subList(0, other.names.size()).equals(other.names);
    }

    /// Whether it is that path or below it.
    public boolean is_relative_to(Object other) {
        return within(new PathlibPurePath(Tuple.of(other)));
    }

    /// What comes behind that path.
    public PathlibPurePath relative_to(Object other) {
        PathlibPurePath above = new PathlibPurePath(Tuple.of(other));
        if (!within(above)) {
            throw new ValueError(
                    Values.repr(__fspath__())
                            + " is not in the subpath of "
                            + Values.repr(above.__fspath__()));
        }
        return like("", names.subList(above.names.size(), names.size()));
    }

    private PathlibPurePath named(CharSequence name) {
        String text = name.toString();
        if (text.isEmpty() || text.indexOf('/') >= 0 || text.equals(".")) {
            throw new ValueError("Invalid name " + Values.repr(name));
        }
        if (last().isEmpty()) {
            throw new ValueError(__repr__() + " has an empty name");
        }
        List<String> behind = new ArrayList<>(names.subList(0, names.size() - 1));
        behind.add(text);
        return like(root, behind);
    }

    /// The path with another last name.
    public PathlibPurePath with_name(CharSequence name) {
        return named(name);
    }

    /// The path with another name before the suffix.
    public PathlibPurePath with_stem(CharSequence stem) {
        CharSequence suffix = suffix();
        if (!suffix.isEmpty() && stem.isEmpty()) {
            throw new ValueError(__repr__() + " has a non-empty suffix");
        }
        return named(Text.__add__(stem, suffix));
    }

    /// The path with another suffix.
    public PathlibPurePath with_suffix(CharSequence suffix) {
        CharSequence stem = stem();
        if (stem.isEmpty()) {
            throw new ValueError(__repr__() + " has an empty name");
        }
        if (!suffix.isEmpty() && !Text.startswith(suffix, ".")) {
            throw new ValueError("Invalid suffix " + Values.repr(suffix));
        }
        return named(Text.__add__(stem, suffix));
    }
}
