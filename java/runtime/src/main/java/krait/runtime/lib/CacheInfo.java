package krait.runtime.lib;

import krait.runtime.PyClass;
import krait.runtime.PyObject;
import krait.runtime.Values;
import org.jspecify.annotations.Nullable;

/// What `cache_info()` tells.
///
/// @param hits calls that found their result
/// @param misses calls that did not
/// @param maxsize None without a limit
/// @param currsize results that are kept
@PyClass(module = "functools", name = "CacheInfo")
@SuppressWarnings("MemberName")
public record CacheInfo(long hits, long misses, @Nullable Object maxsize, long currsize)
        implements PyObject {
    @Override
    public CharSequence __repr__() {
        return "CacheInfo(hits="
                + hits
                + ", misses="
                + misses
                + ", maxsize="
                + Values.repr(maxsize)
                + ", currsize="
                + currsize
                + ")";
    }
}
