package krait.http;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import krait.base.Blame;
import krait.base.Clock;
import krait.base.Log;
import krait.base.Problem;
import org.jspecify.annotations.Nullable;

/// Serves the files of a folder: GET and HEAD, conditional and range requests, precompressed
/// siblings. Whatever is not shown (hidden, outside of the folder, unreadable, not there) is
/// answered with the same 404. Thread-safe; blocks the event loop for the time of a file look-up.
public final class StaticFiles implements Dispatcher {
    /// A precompressed sibling that is older than the file by more than this is left over from an
    /// earlier version and not sent. Unpacking an archive may write the two in either order.
    private static final Duration SIBLING_LAG_MAX = Duration.ofMinutes(1);

    /// A file may be replaced between the look at it and its opening; then both are done again.
    private static final int OPEN_ATTEMPTS_MAX = 3;

    private static final Log LOG = Log.of("http");

    private final PathPrefix prefix;
    private final StaticFolder folder;
    private final StaticCaching caching;
    private final Clock clock;

    /// @param prefix where the folder is mounted, as [Mounts.Mount#prefix]
    /// @throws krait.base.KraitException blame USER, when the prefix is malformed or the folder
    ///   cannot be read
    public StaticFiles(String prefix, Path folder, StaticCaching caching, Clock clock) {
        this.prefix = PathPrefix.of(prefix);
        this.folder = new StaticFolder(folder, clock);
        this.caching = caching;
        this.clock = clock;
    }

    @Override
    public void dispatch(Exchange exchange) {
        RequestHead head = exchange.head();
        if (!head.method().equals("GET") && !head.method().equals("HEAD")) {
            Response response = exchange.response();
            response.status(405);
            response.header("Allow", "GET, HEAD");
            response.header("Content-Length", "0");
            response.end();
            return;
        }
        int rest = prefix.end(head);
        Optional<StaticPath> path =
                rest < 0 ? Optional.empty() : StaticPath.parse(head.bytes(), rest, head.pathEnd());
        if (path.isEmpty()) {
            exchange.fail(404);
            return;
        }
        try {
            serve(exchange, path.get());
        } catch (NoSuchFileException e) {
            exchange.fail(404);
        } catch (AccessDeniedException e) {
            LOG.warning("a static file may not be read", "file", e.getFile());
            exchange.fail(404);
        } catch (IOException e) {
            exchange.fail(
                    Problem.of("static-file-unreadable", Blame.RESOURCES, String.valueOf(e))
                            .remedy("check the disk, and the limit of open files (ulimit -n)"));
        }
    }

    private void serve(Exchange exchange, StaticPath path) throws IOException {
        for (int attempt = 0; attempt < OPEN_ATTEMPTS_MAX; attempt++) {
            switch (folder.find(path)) {
                case StaticFolder.File file -> {
                    StaticAnswer answer = answer(exchange, file);
                    if (answer.send(FileChannel.open(answer.path(), READ, NOFOLLOW_LINKS))) {
                        return;
                    }
                }
                case StaticFolder.Unslashed _ -> {
                    redirectToSlash(exchange, path);
                    return;
                }
                case StaticFolder.Missing _ -> {
                    exchange.fail(404);
                    return;
                }
            }
        }
        throw new IOException("a static file changes faster than it can be opened: " + path.text());
    }

    /// The Location is written anew from what was understood: a path that merely looked like ours
    /// (`//host`) can't leave this site.
    private void redirectToSlash(Exchange exchange, StaticPath path) {
        RequestHead head = exchange.head();
        StringBuilder location = new StringBuilder(Percent.encodePath(prefix.toString()));
        if (!path.text().isEmpty()) {
            location.append('/').append(Percent.encodePath(path.text()));
        }
        location.append('/');
        if (head.queryEnd() > head.queryStart()) {
            location.append('?');
            Percent.appendVisible(location, head.bytes(), head.queryStart(), head.queryEnd());
        }
        Response response = exchange.response();
        response.status(301);
        response.header("Location", location.toString());
        response.header("Content-Length", "0");
        response.end();
    }

    private StaticAnswer answer(Exchange exchange, StaticFolder.File file) {
        Map<ContentCoding, StaticFolder.File> siblings = siblings(file);
        Instant now = clock.now();
        Representation chosen = Representation.of(file, "", now);
        if (!siblings.isEmpty()) {
            String accepted = Fields.list(exchange.head(), "accept-encoding").orElse("");
            for (ContentCoding coding : ContentCoding.preferred(accepted)) {
                StaticFolder.@Nullable File sibling = siblings.get(coding);
                if (sibling != null) {
                    chosen = Representation.of(sibling, coding.token(), now);
                    break;
                }
            }
        }
        return new StaticAnswer(
                exchange,
                chosen,
                MediaTypes.of(file.name()),
                caching.of(file.name()),
                !siblings.isEmpty());
    }

    private static Map<ContentCoding, StaticFolder.File> siblings(StaticFolder.File file) {
        Map<ContentCoding, StaticFolder.File> found = new EnumMap<>(ContentCoding.class);
        Instant oldest = file.modified().minus(SIBLING_LAG_MAX);
        for (ContentCoding coding : ContentCoding.values()) {
            StaticFolder.sibling(file, coding.suffix())
                    .filter(sibling -> !sibling.modified().isBefore(oldest))
                    .ifPresent(sibling -> found.put(coding, sibling));
        }
        return found;
    }
}
