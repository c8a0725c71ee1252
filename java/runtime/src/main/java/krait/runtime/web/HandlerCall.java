package krait.runtime.web;

import org.jspecify.annotations.Nullable;

/// A handler with the arguments of one request.
public final class HandlerCall implements Outcome {
    private final Route route;
    private final @Nullable Object[] arguments;

    HandlerCall(Route route, @Nullable Object[] arguments) {
        this.route = route;
        this.arguments = arguments;
    }

    /// The handler's route.
    public Route route() {
        return route;
    }

    /// Runs the handler.
    ///
    /// @return its answer, never a failure: what the handler raises is thrown
    public Answer run() {
        return Answer.of(route.handler().callN(arguments));
    }
}
