package krait.http;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// A file in the form that is sent: as it is, or its precompressed sibling.
///
/// @param path real path of what is sent
/// @param coding value of Content-Encoding, or empty
/// @param modified time of the last change, in whole seconds
/// @param settled whether that change is long enough ago that the file would show another
record Representation(
        Path path, String coding, long size, Instant modified, boolean settled, String etag) {
    /// A file that changed within this time may change again without its time or size showing it:
    /// clocks of file systems tick in milliseconds, Last-Modified in seconds.
    private static final long SETTLING_SECONDS = 2;

    /// The entity tag is made of time and size alone, so that copies of a file on several machines
    /// have the same one (an inode would differ). It is weak until the file has settled (RFC 9110
    /// section 8.8.1); a weak comparison still matches then, so caches lose nothing.
    static Representation of(StaticFolder.File file, String coding, Instant now) {
        Instant time = file.modified();
        boolean settled = time.isBefore(now.minusSeconds(SETTLING_SECONDS));
        long size = file.attributes().size();
        StringBuilder etag = new StringBuilder(40).append(settled ? "\"" : "W/\"");
        etag.append(Long.toHexString(time.getEpochSecond())).append('.');
        etag.append(Integer.toHexString(time.getNano())).append('-');
        etag.append(Long.toHexString(size));
        if (!coding.isEmpty()) {
            etag.append('-').append(coding);
        }
        Instant modified = time.isAfter(now) ? now : time;
        return new Representation(
                file.path(),
                coding,
                size,
                modified.truncatedTo(ChronoUnit.SECONDS),
                settled,
                etag.append('"').toString());
    }

    Preconditions preconditions() {
        return new Preconditions(etag, modified, settled);
    }
}
