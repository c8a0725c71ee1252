package krait.runtime.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The routes of one method, by the segments of their patterns. Not changed once requests come.
final class RouteTree {
    /// What may follow after some segments.
    private static final class Node {
        final List<byte[]> texts = new ArrayList<>();
        final List<Node> byText = new ArrayList<>();
        @Nullable Node byParameter;
        @Nullable Route route;

        Node child(byte @Nullable [] text) {
            if (text == null) {
                Node known = byParameter;
                byParameter = known == null ? new Node() : known;
                return byParameter;
            }
            for (int i = 0; i < texts.size(); i++) {
                if (Arrays.equals(texts.get(i), text)) {
                    return byText.get(i);
                }
            }
            texts.add(text);
            byText.add(new Node());
            return byText.getLast();
        }
    }

    private final Node root = new Node();

    /// Adds a route, unless there is one of these segments.
    ///
    /// @param segments of the pattern, null for a parameter
    /// @return whether it was added
    boolean add(byte[] @Nullable [] segments, Route route) {
        Node node = root;
        for (byte @Nullable [] segment : segments) {
            node = node.child(segment);
        }
        if (node.route != null) {
            return false;
        }
        node.route = route;
        return true;
    }

    /// The route whose pattern fits, text before parameters.
    ///
    /// @param path decoded; its first segment begins at `start`
    /// @param captures gets start and end of each segment that is a parameter
    @Nullable Route find(byte[] path, int start, int end, int[] captures) {
        return find(root, path, start, end, captures, 0);
    }

    private static @Nullable Route find(
            Node node, byte[] path, int start, int end, int[] captures, int captured) {
        int stop = start;
        while (stop < end && path[stop] != '/') {
            stop++;
        }
        for (int i = 0; i < node.texts.size(); i++) {
            byte[] text = node.texts.get(i);
            if (Arrays.equals(text, 0, text.length, path, start, stop)) {
                Route found = behind(node.byText.get(i), path, stop, end, captures, captured);
                if (found != null) {
                    return found;
                }
                break;
            }
        }
        Node next = node.byParameter;
        if (next == null || stop == start) {
            return null;
        }
        Route found = behind(next, path, stop, end, captures, captured + 1);
        if (found != null) {
            captures[2 * captured] = start;
            captures[2 * captured + 1] = stop;
        }
        return found;
    }

    private static @Nullable Route behind(
            Node node, byte[] path, int stop, int end, int[] captures, int captured) {
        return stop == end ? node.route : find(node, path, stop + 1, end, captures, captured);
    }
}
