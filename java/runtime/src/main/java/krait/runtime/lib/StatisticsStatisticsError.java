package krait.runtime.lib;

import krait.runtime.PyClass;
import krait.runtime.ValueError;
import org.jspecify.annotations.Nullable;

/// There is too little data.
@PyClass(module = "statistics", name = "StatisticsError")
public class StatisticsStatisticsError extends ValueError {
    private static final long serialVersionUID = 1L;

    public StatisticsStatisticsError(@Nullable Object... args) {
        super(args);
    }
}
