package krait.cli.check;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import krait.compiler.diagnostics.Diagnostic;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Diagnostics for programs: one JSON object in one line.
final class JsonReport {
    private JsonReport() {}

    static String of(Path folder, int files, List<Diagnostic> found) {
        StringWriter text = new StringWriter();
        JsonFactory factory = JsonFactory.builder().build();
        try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeNumberProperty("files", files);
            json.writeNumberProperty("errors", found.size());
            json.writeArrayPropertyStart("diagnostics");
            for (Diagnostic each : found) {
                diagnostic(json, folder, each);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void diagnostic(JsonGenerator json, Path folder, Diagnostic each) {
        json.writeStartObject();
        json.writeStringProperty("code", each.code());
        json.writeStringProperty("severity", each.severity().label());
        json.writeStringProperty("file", ProgramCheck.shown(folder, each.source().name()));
        json.writeNumberProperty("line", each.span().line());
        json.writeNumberProperty("column", each.column());
        json.writeNumberProperty("endLine", each.span().endLine());
        json.writeNumberProperty("endColumn", each.endColumn());
        json.writeStringProperty("message", each.message());
        json.writeStringProperty("rewrite", each.hint().orElse(""));
        json.writeEndObject();
    }
}
