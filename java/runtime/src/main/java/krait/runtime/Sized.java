package krait.runtime;

/// A container that knows how many items it holds.
interface Sized {
    int size();
}
