package krait.runtime.lib;

import java.util.Objects;
import krait.runtime.Counter;
import krait.runtime.FloatList;
import krait.runtime.Ints;
import krait.runtime.ObjectList;
import krait.runtime.PyIterator;
import krait.runtime.PyList;
import krait.runtime.Text;
import krait.runtime.Tuple;
import krait.runtime.ValueError;
import krait.runtime.Values;
import org.jspecify.annotations.Nullable;

/// The module `statistics`.
@SuppressWarnings("MemberName")
public final class StatisticsModule {
    private StatisticsModule() {}

    private static StatisticsStatisticsError tooFew(String message) {
        return new StatisticsStatisticsError(message);
    }

    private static Object given(ExactData data, ExactData.Ratio ratio) {
        boolean whole = ratio.denominator().bitLength() == 1;
        return data.ofInts() && whole ? Ints.object(ratio.numerator()) : (Object) ratio.toDouble();
    }

    /// `statistics.mean(data)`.
    public static Object mean(@Nullable Object items) {
        ExactData data = new ExactData(items);
        if (data.size() == 0) {
            throw tooFew("mean requires at least one data point");
        }
        return data.finite() ? given(data, data.mean()) : (Object) (data.odd() / data.size());
    }

    /// `statistics.fmean(data)`.
    public static double fmean(@Nullable Object items) {
        FloatList all = new FloatList();
        PyIterator given = Values.iter(items);
        while (given.advance()) {
            Object value = Objects.requireNonNull(given.value());
            double number = value instanceof Double real ? real : Ints.toFloat(value);
            all.append(number);
        }
        if (all.__len__() == 0) {
            throw tooFew("fmean requires at least one data point");
        }
        return MathModule.fsum(all) / all.__len__();
    }

    private static PyList sorted(@Nullable Object items) {
        ObjectList all = ObjectList.from(items);
        all.sort();
        return all;
    }

    private static PyList atLeastOne(@Nullable Object items) {
        PyList sorted = sorted(items);
        if (sorted.__len__() == 0) {
            throw tooFew("no median for empty data");
        }
        return sorted;
    }

    /// `statistics.median(data)`.
    public static @Nullable Object median(@Nullable Object items) {
        PyList sorted = atLeastOne(items);
        long half = sorted.__len__() / 2;
        Object upper = sorted.__getitem__(half);
        if (sorted.__len__() % 2 == 1 || upper == null) {
            return upper;
        }
        Object lower = sorted.__getitem__(half - 1);
        if (lower instanceof Double a && upper instanceof Double b) {
            return (a + b) / 2;
        }
        return lower == null ? null : (Object) Ints.truediv(Ints.add(lower, upper), 2L);
    }

    /// `statistics.median_low(data)`.
    public static @Nullable Object median_low(@Nullable Object items) {
        PyList sorted = atLeastOne(items);
        return sorted.__getitem__((sorted.__len__() - 1) / 2);
    }

    /// `statistics.median_high(data)`.
    public static @Nullable Object median_high(@Nullable Object items) {
        PyList sorted = atLeastOne(items);
        return sorted.__getitem__(sorted.__len__() / 2);
    }

    /// `statistics.mode(data)`.
    public static @Nullable Object mode(@Nullable Object items) {
        ObjectList modes = multimode(items);
        if (modes.__len__() == 0) {
            throw tooFew("no mode for empty data");
        }
        return modes.__getitem__(0);
    }

    /// `statistics.multimode(data)`.
    public static ObjectList multimode(@Nullable Object items) {
        ObjectList modes = new ObjectList();
        PyIterator counted = Counter.from(items).most_common().__iter__();
        Object most = null;
        while (counted.advance()) {
            Tuple pair = (Tuple) counted.value();
            if (pair == null || (most != null && !Values.eq(most, pair.get(1)))) {
                break;
            }
            most = pair.get(1);
            modes.append(pair.get(0));
        }
        return modes;
    }

    private static ExactData spread(@Nullable Object items, String name, boolean sample) {
        ExactData data = new ExactData(items);
        if (data.size() < (sample ? 2 : 1)) {
            String least = sample ? "two data points" : "one data point";
            throw tooFew(name + " requires at least " + least);
        }
        return data;
    }

    /// `statistics.variance(data)`.
    public static Object variance(@Nullable Object items) {
        ExactData data = spread(items, "variance", true);
        return data.finite() ? given(data, data.variance(data.size() - 1L)) : (Object) Double.NaN;
    }

    /// `statistics.pvariance(data)`.
    public static Object pvariance(@Nullable Object items) {
        ExactData data = spread(items, "pvariance", false);
        return data.finite() ? given(data, data.variance(data.size())) : (Object) Double.NaN;
    }

    /// `statistics.stdev(data)`.
    public static double stdev(@Nullable Object items) {
        ExactData data = spread(items, "stdev", true);
        return data.finite() ? ExactData.sqrt(data.variance(data.size() - 1L)) : Double.NaN;
    }

    /// `statistics.pstdev(data)`.
    public static double pstdev(@Nullable Object items) {
        ExactData data = spread(items, "pstdev", false);
        return data.finite() ? ExactData.sqrt(data.variance(data.size())) : Double.NaN;
    }

    /// `statistics.quantiles(data, n=n, method=method)`.
    public static FloatList quantiles(@Nullable Object items, long n, CharSequence method) {
        if (n < 1) {
            throw tooFew("n must be at least 1");
        }
        PyList sorted = sorted(items);
        long size = sorted.__len__();
        if (size < 1) {
            throw tooFew("must have at least one data point");
        }
        boolean inclusive = Text.__eq__(method, "inclusive");
        if (!inclusive && !Text.__eq__(method, "exclusive")) {
            throw new ValueError("Unknown method: " + Values.repr(method));
        }
        FloatList cuts = new FloatList();
        for (long i = 1; i < n; i++) {
            long scaled = i * (inclusive ? size - 1 : size + 1);
            long place = scaled / n;
            place = inclusive ? place + 1 : Math.clamp(place, 1, Math.max(1, size - 1));
            long delta = scaled - (inclusive ? place - 1 : place) * n;
            double below = at(sorted, place - 1);
            double above = at(sorted, Math.min(place, size - 1));
            double cut = size == 1 ? below : (below * (n - delta) + above * delta) / n;
            cuts.append(cut);
        }
        return cuts;
    }

    private static double at(PyList sorted, long index) {
        return sorted.__getitem__(index) instanceof Double real ? real : Double.NaN;
    }
}
