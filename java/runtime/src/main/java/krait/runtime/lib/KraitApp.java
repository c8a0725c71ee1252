package krait.runtime.lib;

import krait.runtime.Function;
import krait.runtime.PyClass;
import krait.runtime.PyObject;
import krait.runtime.Tuple;
import krait.runtime.web.Routes;

/// `krait.App` of compiled code.
@PyClass(module = "krait.app", name = "App")
@SuppressWarnings("MemberName")
public final class KraitApp implements PyObject {
    private final Routes routes = new Routes();

    /// `App()`.
    public KraitApp() {}

    /// What a decorator such as `@app.get("/")` becomes; see [Routes#add].
    public void __route__(
            CharSequence method,
            CharSequence pattern,
            CharSequence parameters,
            Tuple defaults,
            Function handler) {
        routes.add(method.toString(), pattern.toString(), parameters.toString(), defaults, handler);
    }

    /// The handlers of the application.
    public Routes routes() {
        return routes;
    }
}
