package krait.workers;

import krait.base.Blame;
import krait.base.Problem;

/// Turns a worker's FAILED message into a [Problem].
final class LoadFailure {
    private LoadFailure() {}

    static Problem problem(String kind, String text, WorkerSpec spec) {
        String place = spec.application().place();
        String said = text.strip();
        return switch (kind) {
            case "not_found" ->
                    Problem.of("application-not-found", Blame.USER, said)
                            .at(place)
                            .remedy("check the name and the folder (--chdir)");
            case "import" ->
                    Problem.of("application-import-failed", Blame.APP, said)
                            .at(place)
                            .remedy("correct the application; the traceback names the line");
            case "attribute" ->
                    Problem.of("application-attribute-missing", Blame.USER, said)
                            .at(place)
                            .remedy("name the callable: MODULE:ATTRIBUTE");
            case "not_callable" ->
                    Problem.of("application-not-callable", Blame.USER, said)
                            .at(place)
                            .remedy("name the WSGI callable: MODULE:ATTRIBUTE");
            case "interface" -> Problem.of("interface-not-served", Blame.USER, said).at(place);
            case "python" ->
                    Problem.of("python-too-old", Blame.USER, said)
                            .at(spec.python().toString())
                            .remedy(Interpreters.REMEDY);
            default -> Problem.of("worker-load-failed", Blame.INTERNAL, said).at(place);
        };
    }
}
