package krait.compiler.program;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import krait.runtime.Dict;
import krait.runtime.ObjectList;
import krait.runtime.lib.JsonModule;
import krait.runtime.lib.KraitApp;
import krait.runtime.web.Answer;
import krait.runtime.web.HandlerCall;
import krait.runtime.web.Outcome;
import krait.runtime.web.Routes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The compiled form of `App` answers the shared cases of conformance/app.
final class WebApplicationTest {
    private static final Path FOLDER = Path.of("../../conformance/app");
    private static final Pattern REPEATED = Pattern.compile("<(.)\\*(\\d+)>");

    @TempDir private Path folder;

    @TestFactory
    Stream<DynamicTest> answersAsTheSharedCasesSay() throws Throwable {
        LoadedProgram program = load(FOLDER.resolve("application.py"));
        Routes routes = routes(program);
        List<DynamicTest> tests = new ArrayList<>();
        String written = Files.readString(FOLDER.resolve("cases.json"));
        ObjectList cases = (ObjectList) requireNonNull(JsonModule.loads(written));
        for (int i = 0; i < cases.size(); i++) {
            Dict each = (Dict) requireNonNull(cases.__getitem__((long) i));
            tests.add(DynamicTest.dynamicTest(text(each, "name"), () -> check(routes, each)));
        }
        return tests.stream();
    }

    private static void check(Routes routes, Dict each) {
        String method = each.__contains__("method") ? text(each, "method") : "GET";
        Answer answer = answer(routes, method, expand(text(each, "target")));
        assertThat(answer.status()).isEqualTo(Integer.parseInt(text(each, "status")));
        assertThat(answer.allow()).isEqualTo(text(each, "allow"));
        if (answer.status() != 204) {
            assertThat(answer.type().text()).isEqualTo(text(each, "content_type"));
        }
        if (method.equals("HEAD")) {
            Object length = each.get("content_length");
            assertThat(answer.body().length).isEqualTo(length == null ? 0 : (int) (long) length);
        } else {
            byte[] body =
                    each.__contains__("hex")
                            ? HexFormat.of().parseHex(text(each, "hex"))
                            : expand(text(each, "body")).getBytes(UTF_8);
            assertThat(answer.body()).asString(UTF_8).isEqualTo(new String(body, UTF_8));
            assertThat(answer.body()).isEqualTo(body);
        }
    }

    private static Answer answer(Routes routes, String method, String target) {
        byte[] bytes = target.getBytes(ISO_8859_1);
        int mark = target.indexOf('?');
        int end = mark < 0 ? bytes.length : mark;
        int query = mark < 0 ? bytes.length : mark + 1;
        Outcome outcome = routes.find(method, bytes, 0, end, query, bytes.length);
        return switch (outcome) {
            case Answer answer -> answer;
            case HandlerCall call -> {
                try {
                    yield call.run();
                } catch (Throwable raised) {
                    yield Answer.FAILED;
                }
            }
        };
    }

    private static String text(Dict from, String key) {
        @Nullable Object value = from.get(key);
        return value == null ? "" : value.toString();
    }

    private static String expand(String text) {
        return REPEATED.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(
                                found.group(1).repeat(Integer.parseInt(found.group(2)))));
    }

    private static LoadedProgram load(Path file) throws Throwable {
        CompileResult result = Compiler.compile(file, "application", Optional.empty());
        if (result instanceof CompileResult.Refused(var diagnostics)) {
            StringBuilder told = new StringBuilder();
            diagnostics.forEach(each -> told.append(each.render()));
            throw new AssertionError(told);
        }
        LoadedProgram program = new LoadedProgram(((CompileResult.Compiled) result).program());
        program.run();
        return program;
    }

    private static Routes routes(LoadedProgram program) {
        return ((KraitApp) program.global("app").orElseThrow()).routes();
    }

    @Test
    void tracebackNamesTheHandler() throws Throwable {
        Path file = folder.resolve("hello.py");
        Files.writeString(
                file,
                """
                from krait import App

                app = App()


                class Refusal(Exception):
                    pass


                @app.get("/{n}")
                def broken(n: int) -> int:
                    if n > 0:
                        raise Refusal(n)
                    return 1 // n
                """);
        LoadedProgram program = load(file);
        Outcome outcome = routes(program).find("GET", "/5".getBytes(UTF_8), 0, 2, 2, 2);
        String text = "";
        try {
            ((HandlerCall) outcome).run();
        } catch (Throwable raised) {
            text = program.traceback(raised);
        }
        assertThat(text)
                .isEqualTo(
                        """
                        Traceback (most recent call last):
                          File "%s", line 13, in broken
                            raise Refusal(n)
                        application.Refusal: 5
                        """
                                .formatted(file));
    }

    @Test
    void pathThatIsAnsweredTwiceRaisesAsUnderCPython() throws IOException {
        Path file = folder.resolve("twice.py");
        Files.writeString(
                file,
                """
                from krait import App

                app = App()


                @app.get("/a/{x}")
                def first(x: int) -> str:
                    return ""


                @app.get("/a/{y}")
                def second(y: str) -> str:
                    return ""
                """);
        String told = "";
        CompileResult result = Compiler.compile(file, "twice", Optional.empty());
        LoadedProgram program = new LoadedProgram(((CompileResult.Compiled) result).program());
        try {
            program.run();
        } catch (Throwable raised) {
            told = program.traceback(raised);
        }
        assertThat(told).endsWith("ValueError: GET /a/{y} is answered twice\n");
    }
}
