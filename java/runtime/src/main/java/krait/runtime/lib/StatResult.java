package krait.runtime.lib;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import krait.runtime.PyClass;
import krait.runtime.PyObject;

/// `os.stat_result`: what the system knows of a file.
@PyClass(module = "os", name = "stat_result")
@SuppressWarnings("MemberName")
public final class StatResult implements PyObject {
    private static final double NANOS = 1e9;

    private final Map<String, Object> attributes;

    private StatResult(Map<String, Object> attributes) {
        this.attributes = attributes;
    }

    static StatResult of(CharSequence name, boolean follow) {
        LinkOption[] options =
                follow ? new LinkOption[0] : new LinkOption[] {LinkOption.NOFOLLOW_LINKS};
        try {
            return new StatResult(Files.readAttributes(OpenFiles.path(name), "unix:*", options));
        } catch (IOException e) {
            throw OsErrors.of(e, name);
        }
    }

    private long number(String name) {
        return ((Number) Objects.requireNonNull(attributes.get(name))).longValue();
    }

    private long nanos(String name) {
        return ((FileTime) Objects.requireNonNull(attributes.get(name))).to(TimeUnit.NANOSECONDS);
    }

    /// `st_mode`.
    public long st_mode() {
        return number("mode");
    }

    /// `st_ino`.
    public long st_ino() {
        return number("ino");
    }

    /// `st_dev`.
    public long st_dev() {
        return number("dev");
    }

    /// `st_nlink`.
    public long st_nlink() {
        return number("nlink");
    }

    /// `st_uid`.
    public long st_uid() {
        return number("uid");
    }

    /// `st_gid`.
    public long st_gid() {
        return number("gid");
    }

    /// `st_size`.
    public long st_size() {
        return number("size");
    }

    /// `st_atime`.
    public double st_atime() {
        return nanos("lastAccessTime") / NANOS;
    }

    /// `st_mtime`.
    public double st_mtime() {
        return nanos("lastModifiedTime") / NANOS;
    }

    /// `st_ctime`.
    public double st_ctime() {
        return nanos("ctime") / NANOS;
    }

    /// `st_mtime_ns`.
    public long st_mtime_ns() {
        return nanos("lastModifiedTime");
    }
}
