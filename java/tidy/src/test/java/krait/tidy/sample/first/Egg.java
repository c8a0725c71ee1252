package krait.tidy.sample.first;

import krait.tidy.sample.second.Hen;

/// Half of a cycle.
public record Egg(Hen hen) {}
