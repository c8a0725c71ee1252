package krait.http;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Media types by the ending of a file name. Text is taken to be UTF-8.
final class MediaTypes {
    private static final String UNKNOWN = "application/octet-stream";

    private static final String TABLE =
            """
            application/gzip                gz tgz
            application/java-archive        jar
            application/json                json map
            application/ld+json             jsonld
            application/manifest+json       webmanifest
            application/msword              doc
            application/ogg                 ogx
            application/pdf                 pdf
            application/rtf                 rtf
            application/vnd.apple.mpegurl   m3u8
            application/vnd.ms-excel        xls
            application/vnd.ms-fontobject   eot
            application/vnd.ms-powerpoint   ppt
            application/vnd.oasis.opendocument.presentation odp
            application/vnd.oasis.opendocument.spreadsheet  ods
            application/vnd.oasis.opendocument.text         odt
            application/vnd.openxmlformats-officedocument.presentationml.presentation pptx
            application/vnd.openxmlformats-officedocument.spreadsheetml.sheet         xlsx
            application/vnd.openxmlformats-officedocument.wordprocessingml.document   docx
            application/wasm                wasm
            application/x-7z-compressed     7z
            application/x-bzip2             bz2
            application/x-sqlite3           sqlite3
            application/x-tar               tar
            application/x-xz                xz
            application/zip                 zip whl
            application/zstd                zst
            application/epub+zip            epub
            application/atom+xml            atom
            application/rss+xml             rss
            application/xhtml+xml           xhtml
            application/xml                 xml
            application/xslt+xml            xsl xslt
            application/geo+json            geojson
            audio/aac                       aac
            audio/flac                      flac
            audio/midi                      mid midi
            audio/mp4                       m4a
            audio/mpeg                      mp3
            audio/ogg                       oga ogg opus
            audio/wav                       wav
            audio/webm                      weba
            font/collection                 ttc
            font/otf                        otf
            font/ttf                        ttf
            font/woff                       woff
            font/woff2                      woff2
            image/apng                      apng
            image/avif                      avif
            image/bmp                       bmp
            image/gif                       gif
            image/heic                      heic
            image/jpeg                      jpg jpeg jfif
            image/jxl                       jxl
            image/png                       png
            image/svg+xml                   svg
            image/tiff                      tif tiff
            image/vnd.microsoft.icon        ico
            image/webp                      webp
            model/gltf+json                 gltf
            model/gltf-binary               glb
            text/calendar                   ics
            text/css                        css
            text/csv                        csv
            text/html                       html htm
            text/javascript                 js mjs
            text/markdown                   md
            text/plain                      txt text log
            text/tab-separated-values       tsv
            text/vcard                      vcf
            text/vtt                        vtt
            video/mp2t                      ts
            video/mp4                       mp4 m4v
            video/mpeg                      mpeg mpg
            video/ogg                       ogv
            video/quicktime                 mov
            video/webm                      webm
            video/x-matroska                mkv
            video/x-msvideo                 avi
            """;

    private static final Map<String, String> BY_ENDING = parse();

    private MediaTypes() {}

    /// The Content-Type of a file of that name.
    static String of(String fileName) {
        int dot = fileName.lastIndexOf('.');
        if (dot < 0) {
            return UNKNOWN;
        }
        String ending = fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
        return BY_ENDING.getOrDefault(ending, UNKNOWN);
    }

    private static Map<String, String> parse() {
        Map<String, String> types = new HashMap<>();
        for (String line : TABLE.lines().toList()) {
            String[] words = line.split(" +", -1);
            String type = words[0].startsWith("text/") ? words[0] + "; charset=utf-8" : words[0];
            for (int i = 1; i < words.length; i++) {
                types.put(words[i], type);
            }
        }
        return Map.copyOf(types);
    }
}
