package krait.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/// The protocol of generators, on one that is written as the compiler does.
@NullUnmarked
class GeneratorTest {
    /// Yields 1, then twice what was sent; swallows a ValueError once; returns "end".
    private static final class Sample extends Generator {
        @Override
        protected boolean step() {
            return switch (state) {
                case 0 -> {
                    state = 1;
                    yield yields(1L);
                }
                case 1 -> doubled();
                default -> {
                    resumed();
                    result = "end";
                    yield false;
                }
            };
        }

        private boolean doubled() {
            state = 2;
            try {
                Object sent = resumed();
                return yields(sent instanceof Long n ? (Object) (n * 2) : null);
            } catch (ValueError handled) {
                return yields("handled");
            }
        }
    }

    @Test
    void whatIsSentIsTheValueOfTheYield() {
        Sample generator = new Sample();
        assertThat(generator.__next__()).isEqualTo(1L);
        assertThat(generator.send(21L)).isEqualTo(42L);
        assertThatThrownBy(generator::__next__)
                .isInstanceOfSatisfying(
                        StopIteration.class, e -> assertThat(e.value()).isEqualTo("end"));
        assertThatThrownBy(generator::__next__)
                .isInstanceOfSatisfying(StopIteration.class, e -> assertThat(e.value()).isNull());
    }

    @Test
    void aValueSentBeforeTheStartIsRefused() {
        assertThatThrownBy(() -> new Sample().send(1L))
                .isInstanceOf(TypeError.class)
                .hasMessage("can't send non-None value to a just-started generator");
    }

    @Test
    void whatIsThrownAppearsAtTheYield() {
        Sample generator = new Sample();
        generator.__next__();
        assertThat(generator.throw_(new ValueError("x"))).isEqualTo("handled");
        assertThatThrownBy(() -> generator.throw_(new KeyError("x"))).isInstanceOf(KeyError.class);
        assertThat(generator.advance()).isFalse();
    }

    @Test
    void aGeneratorIsClosedBeforeAndBehindItsStart() {
        Sample fresh = new Sample();
        assertThat(fresh.close()).isNull();
        assertThat(fresh.advance()).isFalse();
        Sample started = new Sample();
        started.__next__();
        assertThat(started.close()).isNull();
        assertThat(started.advance()).isFalse();
    }

    @Test
    void aGeneratorThatYieldsOnCloseIsRefused() {
        Generator stubborn =
                new Generator() {
                    @Override
                    protected boolean step() {
                        return yields(1L);
                    }
                };
        stubborn.__next__();
        assertThatThrownBy(stubborn::close)
                .isInstanceOf(RuntimeError.class)
                .hasMessage("generator ignored GeneratorExit");
    }

    @Test
    void aGeneratorThatRunsItselfIsRefused() {
        Generator[] self = new Generator[1];
        self[0] =
                new Generator() {
                    @Override
                    protected boolean step() {
                        return self[0].advance();
                    }
                };
        assertThatThrownBy(self[0]::advance)
                .isInstanceOf(ValueError.class)
                .hasMessage("generator already executing");
    }

    @Test
    void aStopIterationFromInsideIsAnError() {
        Generator broken =
                new Generator() {
                    @Override
                    protected boolean step() {
                        throw new StopIteration();
                    }
                };
        assertThatThrownBy(broken::advance)
                .isInstanceOf(RuntimeError.class)
                .hasMessage("generator raised StopIteration");
    }
}
