package krait.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ByteArrayPoolTest {
    private final ByteArrayPool pool = new ByteArrayPool(64);

    @Test
    void sizesDoubleFromTheSmallest() {
        assertThat(pool.take(1)).hasSize(64);
        assertThat(pool.take(64)).hasSize(64);
        assertThat(pool.take(65)).hasSize(128);
        assertThat(pool.take(64 << 7)).hasSize(64 << 7);
        assertThat(pool.take((64 << 7) + 1)).hasSize((64 << 7) + 1);
    }

    @Test
    void anArrayThatCameBackIsLentAgain() {
        byte[] small = pool.take(10);
        byte[] large = pool.take(1000);
        pool.give(small);
        pool.give(large);

        assertThat(pool.take(600)).isSameAs(large);
        assertThat(pool.take(64)).isSameAs(small);
        assertThat(pool.take(64)).isNotSameAs(small);
    }

    @Test
    void foreignSizesAndTheEmptyArrayAreNotKept() {
        pool.give(new byte[100]);
        pool.give(new byte[0]);

        assertThat(pool.take(100)).hasSize(128);
        assertThat(pool.take(1)).hasSize(64);
    }

    @Test
    void keepsNoMoreThanItsLimit() {
        ByteArrayPool wide = new ByteArrayPool(1 << 20);
        List<byte[]> lent = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            lent.add(wide.take(1 << 20));
        }
        for (byte[] array : lent) {
            array[0] = 1;
            wide.give(array);
        }

        long again = lent.stream().filter(array -> wide.take(1 << 20)[0] == 1).count();
        assertThat(again).isEqualTo(ByteArrayPool.KEPT_BYTES_MAX >> 20);
    }
}
