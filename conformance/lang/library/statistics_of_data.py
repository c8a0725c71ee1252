import io
import json
import random
import statistics
from statistics import StatisticsError, mean, median

r = random.Random(3)
print(
    mean([1, 2, 3]),
    mean([1, 2]),
    mean([0.1, 0.2, 0.3]),
    mean([2**70, 2**70 + 2]),
    mean([1e308, 1e308]),
)
print(
    median([3, 1, 2]),
    median([4, 1, 2, 3]),
    median([1.5, 0.5]),
    statistics.median_low([4, 1, 2, 3]),
    statistics.median_high(["b", "a"]),
)
print(
    statistics.mode(["a", "b", "b"]),
    statistics.multimode("aabbc"),
    statistics.fmean([1, 2, 4]),
    statistics.multimode([1][:0]),
)
for i in range(60):
    data = [
        r.choice([r.random(), r.gauss(0.0, 1e10), float(r.randint(-5, 5)), r.random() * 1e-300])
        for _ in range(r.randint(2, 12))
    ]
    print(
        mean(data),
        statistics.stdev(data),
        statistics.variance(data),
        statistics.pstdev(data),
        statistics.pvariance(data),
        median(data),
        statistics.fmean(data),
    )
    print(statistics.quantiles(data), statistics.quantiles(data, n=7, method="inclusive"))
    ints = [r.randint(-9, 9) for _ in range(r.randint(2, 9))]
    print(
        mean(ints),
        statistics.stdev(ints),
        statistics.variance(ints),
        statistics.pvariance(ints),
        median(ints),
    )
empty: list[float] = []
for which in range(8):
    try:
        if which == 0:
            mean(empty)
        elif which == 1:
            median(empty)
        elif which == 2:
            statistics.stdev([1.0])
        elif which == 3:
            statistics.pvariance(empty)
        elif which == 4:
            statistics.mode(empty)
        elif which == 5:
            statistics.fmean(empty)
        elif which == 6:
            statistics.quantiles(empty)
        else:
            statistics.quantiles([1.0], n=0)
    except StatisticsError as e:
        print(type(e).__name__, e)
print(statistics.quantiles([5.0]), mean([float("inf"), 1.0]), statistics.stdev([1.0, 1.0]))
out = io.StringIO()
json.dump({"a": [1, 2.5, None], "b": "é"}, out, indent=2, sort_keys=True)
print(out.getvalue())
print(json.load(io.StringIO('{"x": [1, 2]}')), json.load(io.BytesIO(b"[true]")))
