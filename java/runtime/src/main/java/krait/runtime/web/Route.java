package krait.runtime.web;

import java.util.List;
import krait.runtime.Function;
import krait.runtime.web.Parameter.Unfit;
import org.jspecify.annotations.Nullable;

/// A handler, and what it is called with.
public final class Route {
    private final int index;
    private final String name;
    private final Function handler;
    private final Parameter[] parameters;
    private final boolean fromQuery;

    /// @param name method and pattern
    Route(int index, String name, Function handler, List<Parameter> parameters) {
        this.index = index;
        this.name = name;
        this.handler = handler;
        this.parameters = parameters.toArray(Parameter[]::new);
        this.fromQuery = parameters.stream().anyMatch(each -> each.capture() < 0);
    }

    /// Its place among the application's routes.
    public int index() {
        return index;
    }

    /// Method and pattern: `GET /users/{name}`.
    public String name() {
        return name;
    }

    Function handler() {
        return handler;
    }

    /// Reads the arguments of a request.
    ///
    /// @param path decoded, with the captured segments at `captures`: start and end of each
    /// @param target holds the query
    Outcome call(byte[] path, int[] captures, byte[] target, int queryStart, int queryEnd) {
        @Nullable Object[] arguments = new @Nullable Object[parameters.length];
        byte @Nullable [] @Nullable [] texts =
                fromQuery && queryStart < queryEnd
                        ? Query.values(parameters, target, queryStart, queryEnd)
                        : null;
        try {
            for (int i = 0; i < parameters.length; i++) {
                Parameter parameter = parameters[i];
                int capture = parameter.capture();
                if (capture >= 0) {
                    int end = captures[2 * capture + 1];
                    arguments[i] = parameter.parse(path, captures[2 * capture], end);
                    continue;
                }
                byte @Nullable [] text = texts == null ? null : texts[i];
                if (text == null && parameter.required()) {
                    return Answer.unprocessable(parameter.missing().why);
                }
                arguments[i] =
                        text == null ? parameter.fallback() : parameter.parse(text, 0, text.length);
            }
        } catch (Unfit unfit) {
            return Answer.unprocessable(unfit.why);
        }
        return new HandlerCall(this, arguments);
    }
}
