package krait.http;

import java.util.regex.Pattern;

/// What Cache-Control static files are sent with.
///
/// @param cacheControl for files whose name stays when their content changes; empty for no field
/// @param immutableCacheControl for files whose name holds a hash of their content
/// @param immutable finds the names of the latter, without folders
public record StaticCaching(String cacheControl, String immutableCacheControl, Pattern immutable) {
    /// Caches ask again each time, which a 304 answers; but names with twelve hexadecimal digits
    /// between two dots, as Django's ManifestStaticFilesStorage makes them, hold for ten years.
    public static final StaticCaching DEFAULT =
            new StaticCaching(
                    "public, max-age=0",
                    "public, max-age=315360000, immutable",
                    Pattern.compile("\\.(?=[0-9]*[a-f])[0-9a-f]{12}\\."));

    /// The same with another value for names that stay when their content changes.
    public StaticCaching with(String newCacheControl) {
        return new StaticCaching(newCacheControl, immutableCacheControl, immutable);
    }

    String of(String fileName) {
        return immutable.matcher(fileName).find() ? immutableCacheControl : cacheControl;
    }
}
