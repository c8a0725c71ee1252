package krait.tidy.sample.http;

import krait.tidy.sample.workers.Lane;

/// A sibling uses a sibling, and ends the process.
public record Edge(Lane lane) {
    public void end() {
        System.exit(lane.number());
    }
}
