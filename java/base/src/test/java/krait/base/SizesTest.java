package krait.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class SizesTest {
    @Test
    void everyUnitIsRead() {
        assertThat(Sizes.parse("0")).isZero();
        assertThat(Sizes.parse("4096")).isEqualTo(4096);
        assertThat(Sizes.parse("7B")).isEqualTo(7);
        assertThat(Sizes.parse("1KB")).isEqualTo(1000);
        assertThat(Sizes.parse("64KiB")).isEqualTo(65_536);
        assertThat(Sizes.parse("1MB")).isEqualTo(1_000_000);
        assertThat(Sizes.parse("1mib")).isEqualTo(1 << 20);
        assertThat(Sizes.parse("2GB")).isEqualTo(2_000_000_000L);
        assertThat(Sizes.parse("2GiB")).isEqualTo(2L << 30);
    }

    @Test
    void otherTextIsRefused() {
        for (String text : new String[] {"", "KiB", "-1", "1.5MB", "1 MB", "1TB", "64k"}) {
            assertThatThrownBy(() -> Sizes.parse(text))
                    .as(text)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> Sizes.parse("99999999999GiB")).hasMessage("write a smaller size");
    }

    @Test
    void formatIsReadBack() {
        for (String text : new String[] {"0", "100B", "1KB", "32KiB", "1MB", "1MiB", "3GiB"}) {
            assertThat(Sizes.format(Sizes.parse(text))).isEqualTo(text);
        }
    }
}
