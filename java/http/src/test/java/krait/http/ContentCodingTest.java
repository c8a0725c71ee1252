package krait.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentCodingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip, deflate, br, zstd      | br gzip",
                "br                           | br",
                "gzip                         | gzip",
                "GZip;Q=0.1                   | gzip",
                "gzip;q=1.0, br;q=0.9         | gzip br",
                "gzip;q=0.001                 | gzip",
                "gzip ; q=0.5 , br ; q=0.5    | br gzip",
                "gzip;q=0                     | ''",
                "gzip;q=0.000, br             | br",
                "*                            | br gzip",
                "*;q=0.2                      | br gzip",
                "*, br;q=0                    | gzip",
                "*;q=0, gzip                  | gzip",
                "identity                     | ''",
                "identity, gzip;q=0.5         | ''",
                "identity;q=0.5, gzip         | gzip",
                "identity;q=0.5, gzip;q=0.5   | gzip",
                "identity;q=0, br             | br",
                "deflate                      | ''",
                "gzipx, xbr                   | ''",
                "gzip;q=2                     | ''",
                "gzip;q=0.1234                | ''",
                "gzip;q=-1                    | ''",
                "gzip;level=1                 | ''",
                "''                           | ''",
                ",;=,                         | ''",
            })
    void preferredAreThoseWithAWeightBestFirst(String field, String tokens) {
        assertThat(
                        String.join(
                                " ",
                                ContentCoding.preferred(field).stream()
                                        .map(ContentCoding::token)
                                        .toList()))
                .isEqualTo(tokens);
    }
}
