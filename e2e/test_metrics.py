"""The metrics, as Prometheus reads them: their format, and that each limit shows when it is met."""

import re
import shutil
import signal
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from itertools import pairwise
from types import SimpleNamespace

from client import connect, exchange, get, raw, request, status_of
from serving import PROBE, run
from waiting import wait_until

ADDRESS = re.compile(r"metrics are at http://([\d.]+):(\d+)/metrics")
SAMPLE = re.compile(r'([a-z_]+)(?:\{([a-z_]+="[^"]*"(?:,[a-z_]+="[^"]*")*)\})? ([0-9.]+)')
SUFFIXES = ("_bucket", "_sum", "_count")
HEAD = b"GET / HTTP/1.1\r\nHost: x\r\n"


def endpoint(server):
    found = server.wait_line(ADDRESS)
    return SimpleNamespace(host=found[1], port=int(found[2]), path=None)


def scrape(server):
    """Every sample by its name and labels as they are written; checks the format on the way."""
    answer = get(endpoint(server), "/metrics")
    assert answer.status == 200, answer.text
    assert answer.headers["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8"
    family, kinds, samples = "", {}, {}
    for line in answer.text.splitlines():
        if line.startswith("# HELP "):
            family = line.split(" ", 3)[2]
            assert family not in kinds, f"{family} twice"
        elif line.startswith("# TYPE "):
            name, kind = line.split(" ")[2:]
            assert name == family and kind in ("counter", "gauge", "histogram", "summary")
            kinds[name] = kind
        else:
            name, labels, value = SAMPLE.fullmatch(line).groups()
            assert name == family or name in [family + suffix for suffix in SUFFIXES], line
            key = f"{name}{{{labels}}}" if labels else name
            assert key not in samples, f"{key} twice"
            samples[key] = float(value)
    return samples


def hits(server, limit):
    return scrape(server)[f'krait_limit_hits_total{{limit="{limit}"}}']


def test_no_metrics_unless_asked(probe):
    assert "metrics" not in probe.output
    assert get(probe, "/metrics").status == 404, "the application has no such path"


def test_metrics_have_an_address_of_their_own(krait):
    server = krait(PROBE, "--workers", "1", "--metrics", "127.0.0.1:0")
    metrics = endpoint(server)
    assert get(server, "/metrics").status == 404
    assert get(metrics, "/").status == 404
    assert request(metrics, "HEAD", "/metrics").status == 200
    refused = request(metrics, "POST", "/metrics")
    assert (refused.status, refused.headers["Allow"]) == (405, "GET, HEAD")


def test_metrics_on_a_unix_socket(krait, tmp_path):
    path = tmp_path / "metrics.sock"
    krait(PROBE, "--workers", "1", "--metrics", f"unix:{path}")
    answer = get(SimpleNamespace(host=None, port=None, path=str(path)), "/metrics")
    assert "krait_http_requests_total" in answer.text


def test_busy_address_of_the_metrics_is_told(probe):
    code, output = run("serve", PROBE, "--port", "0", "--metrics", probe.authority)
    assert code == 2 and "in use" in output, output


def test_scrapes_under_load(krait):
    server = krait(
        *(PROBE, "--workers", "2", "--loops", "2", "--metrics", "127.0.0.1:0"),
        *("--mount", f"/other={PROBE}"),
    )

    def ask(path):
        with connect(server) as connection:
            return [get(server, path, connection=connection).status for _ in range(200)]

    with ThreadPoolExecutor(4) as pool:
        asked = list(map(pool.submit, [ask] * 4, ["/", "/pid", "/other/", "/no-such-path"]))
        seen = []
        while not all(one.done() for one in asked):
            seen.append(scrape(server))
    answered = [status for one in asked for status in one.result()]
    last = scrape(server)
    assert last['krait_http_requests_total{status="2xx"}'] == answered.count(200) == 600
    assert last['krait_http_requests_total{status="4xx"}'] == 200
    assert last["krait_http_request_duration_seconds_count"] == 800
    assert last['krait_http_request_duration_seconds_bucket{le="+Inf"}'] == 800
    assert last["krait_http_requests_in_flight"] == 0
    assert last["krait_connections_accepted_total"] == 4
    wait_until(
        lambda: (
            (now := scrape(server))['krait_service_seconds_count{mount="/"}'] == 600
            and now['krait_service_seconds_count{mount="/other"}'] == 200
        ),
        what="the account of every request",
    )
    for mount in ("/", "/other"):
        assert last[f'krait_workers{{mount="{mount}",state="ready"}}'] == 2
        assert last[f'krait_lanes{{mount="{mount}",state="idle"}}'] == 2
        assert last[f'krait_queue_depth{{mount="{mount}"}}'] == 0
    resident = [last[key] for key in last if key.startswith("krait_worker_resident_memory_bytes")]
    assert len(resident) == 4 and min(resident) > 1e6
    assert last["process_resident_memory_bytes"] > 1e7
    totals = [key for key in last if "_total" in key or key.endswith(("_count", "_sum"))]
    for before, after in pairwise(seen):
        assert all(before[key] <= after[key] for key in totals), "a counter went back"


def chunk_of_body(length):
    return HEAD.replace(b"GET", b"POST") + b"Content-Length: %d\r\n\r\n" % length


AT_THE_EDGE = {
    "header-bytes-max": ("1KiB", HEAD + b"A: " + b"x" * 1024 + b"\r\n\r\n", 431),
    "headers-max": ("5", HEAD + b"A: 1\r\n" * 5 + b"\r\n", 431),
    "target-bytes-max": ("100B", HEAD.replace(b"/ ", b"/" + b"x" * 100 + b" ") + b"\r\n", 414),
    "body-bytes-max": ("50B", chunk_of_body(51), 413),
    "header-timeout": ("300ms", HEAD, 408),
    "body-idle-timeout": ("300ms", chunk_of_body(50) + b"x", 408),
    "keep-alive-timeout": ("300ms", HEAD + b"\r\n", 200),
}


def test_each_limit_of_the_edge_is_counted_when_it_is_met(krait):
    options = [part for name, (value, *_) in AT_THE_EDGE.items() for part in (f"--{name}", value)]
    server = krait(PROBE, "--workers", "1", "--metrics", "127.0.0.1:0", *options)
    for limit, (_, data, status) in AT_THE_EDGE.items():
        assert hits(server, limit) == 0
        assert status_of(exchange(server, data)) == status, limit
        assert hits(server, limit) == 1
    counted = scrape(server)
    assert counted['krait_http_refusals_total{reason="too-many-fields"}'] == 1
    assert sum(counted[key] for key in counted if key.startswith("krait_http_refusals")) == 6


def test_limit_of_connections_is_counted(krait):
    server = krait(PROBE, "--workers", "1", "--metrics", "127.0.0.1:0", "--connections-max", "2")
    with ExitStack() as open_:
        open_.enter_context(raw(server))
        wait_until(lambda: scrape(server)["krait_connections_open"] == 1, what="one connection")
        assert hits(server, "connections-max") == 0
        open_.enter_context(raw(server))
        wait_until(lambda: hits(server, "connections-max") == 1, what="the limit")


def test_limits_of_the_queue_are_counted(krait, gate):
    server = krait(
        *(PROBE, "--workers", "1", "--loops", "1", "--metrics", "127.0.0.1:0"),
        *("--queue-depth-max", "2", "--queue-wait-max", "2s", "--request-timeout", "30s"),
    )
    with ThreadPoolExecutor(4) as pool:
        running = pool.submit(get, server, "/at-gate?name=gate")
        gate().wait_entered()
        waiting = [pool.submit(get, server, "/pid") for _ in range(2)]
        depth = 'krait_queue_depth{mount="/"}'
        wait_until(lambda: scrape(server)[depth] == 2, what="two in the queue")
        counted = scrape(server)
        assert counted['krait_lanes{mount="/",state="busy"}'] == 1
        assert counted['krait_queue_oldest_wait_seconds{mount="/"}'] > 0
        assert counted["krait_http_requests_in_flight"] == 3
        assert hits(server, "queue-depth-max") == 0
        assert get(server, "/pid").status == 503
        assert hits(server, "queue-depth-max") == 1
        assert [one.result().status for one in waiting] == [503, 503]
        assert hits(server, "queue-wait-max") == 2
        gate().open()
        assert running.result().status == 200


def test_request_timeout_is_counted(krait):
    server = krait(
        *(PROBE, "--workers", "1", "--metrics", "127.0.0.1:0", "--request-timeout", "300ms")
    )
    assert get(server, "/sleep").status == 504
    assert hits(server, "request-timeout") == 1


def test_limits_of_workers_are_counted(krait, gate, tmp_path):
    shutil.copy(PROBE, tmp_path / "app.py")
    server = krait(
        *(tmp_path, "--workers", "1", "--metrics", "127.0.0.1:0"),
        *("--start-timeout", "3s", "--stop-timeout", "1s"),
    )
    with ThreadPoolExecutor(1) as pool:
        held = pool.submit(get, server, "/at-gate?name=gate")
        gate().wait_entered()
        server.signal(signal.SIGHUP)
        wait_until(lambda: hits(server, "stop-timeout") == 1, timeout=20, what="the stop")
        gate().open()
        assert held.result().status in (200, 503)
    (tmp_path / "app.py").write_text("import threading\nthreading.Event().wait(600)\n")
    server.signal(signal.SIGHUP)
    wait_until(lambda: hits(server, "start-timeout") == 1, timeout=20, what="the start")
    assert get(server, "/").status == 200


def test_restart_of_a_worker_is_counted(krait):
    server = krait(PROBE, "--workers", "1", "--metrics", "127.0.0.1:0")
    get(server, "/exit")
    restarts = 'krait_worker_restarts_total{mount="/"}'
    wait_until(lambda: scrape(server)[restarts] >= 1, what="a restart")
