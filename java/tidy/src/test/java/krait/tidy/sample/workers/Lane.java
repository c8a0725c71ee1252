package krait.tidy.sample.workers;

/// What a sibling owns.
public record Lane(int number) {}
