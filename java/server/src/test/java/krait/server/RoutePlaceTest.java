package krait.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RoutePlaceTest {
    private static final long MILLISECOND = 1_000_000;

    private final RoutePlace place = new RoutePlace();

    @Test
    void newRouteBeginsInThePoolAndComesToTheLoopsWhenItIsShort() {
        assertThat(place.onLoop()).isFalse();
        run(100, 1_000);
        assertThat(place.onLoop()).isTrue();
    }

    @Test
    void oneVeryLongCallSendsARouteToThePool() {
        run(1_000, 1_000);
        run(1, 20 * MILLISECOND);
        assertThat(place.onLoop()).isFalse();
    }

    @Test
    void onePauseOfTheMachineDoesNot() {
        run(1_000, 1_000);
        run(1, 10 * MILLISECOND);
        assertThat(place.onLoop()).isTrue();
    }

    @Test
    void callsOfTwoMillisecondsSendARouteToThePool() {
        run(1_000, 1_000);
        run(20, 2 * MILLISECOND);
        assertThat(place.onLoop()).isFalse();
        run(200, 1_000);
        assertThat(place.onLoop()).isTrue();
    }

    @Test
    void aRouteBetweenTheTwoLimitsStaysWhereItIs() {
        run(1_000, 3 * MILLISECOND / 4);
        assertThat(place.onLoop()).isFalse();
        run(1_000, 1_000);
        run(1_000, 3 * MILLISECOND / 4);
        assertThat(place.onLoop()).isTrue();
    }

    private void run(int times, long nanos) {
        for (int i = 0; i < times; i++) {
            place.ran(nanos);
        }
    }
}
