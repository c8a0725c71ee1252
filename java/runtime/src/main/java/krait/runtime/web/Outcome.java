package krait.runtime.web;

/// What a request comes to before a handler runs: one to run, or an answer already.
public sealed interface Outcome permits Answer, HandlerCall {}
