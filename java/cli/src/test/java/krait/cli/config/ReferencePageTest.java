package krait.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ReferencePageTest {
    private static final Path PAGE = Path.of("../../docs/reference/configuration.md");

    @Test
    void pageIsWhatTheTableSays() throws Exception {
        if (Boolean.getBoolean("krait.reference.write")) {
            Files.createDirectories(PAGE.resolveSibling("."));
            Files.writeString(PAGE, ReferencePage.text());
        }
        assertThat(PAGE)
                .as("the page is written again as its first lines say")
                .content()
                .isEqualTo(ReferencePage.text());
    }

    @Test
    void tableNamesEveryOptionOnceInEachSource() {
        assertThat(ServeOptions.ALL).extracting(Option::name).doesNotHaveDuplicates();
        assertThat(ServeOptions.ALL).extracting(Option::variable).doesNotHaveDuplicates();
        assertThat(ServeOptions.ALL)
                .allMatch(option -> option.name().matches("[a-z]+(-[a-z]+)*"))
                .allMatch(option -> !option.help().endsWith("."));
    }
}
