"""The parts of the harness that numbers depend on."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import xml.etree.ElementTree as ElementTree
from collections import Counter

import pytest

from harness import cases, chart, flame, generator, micro, processes, report, servers, targets
from harness.model import Case, Failed, Memory, Outcome, Sample, Start, Traffic
from harness.results import Results
from harness.spread import spread

MEMORY = Memory(
    rss=90_000_000,
    pss=80_000_000,
    server_rss=70_000_000,
    workers=1,
    worker_rss=20_000_000,
    worker_pss=10_000_000,
)
WRK = (
    'RESULT {"requests": 1000, "micros": 2000000, "bytes": 200000, "p50": 500, "p99": 900, '
    '"max": 1000, "connect": 1, "read": 2, "write": 3, "status": 4, "timeout": 5}'
)


def outcome(server: str, case: str, requests: int, p99_us: float = 1000) -> Outcome:
    traffic = Traffic(
        requests=requests,
        seconds=1,
        p50_us=p99_us / 2,
        p99_us=p99_us,
        max_us=p99_us,
        bad_status=0,
        socket_errors=0,
    )
    samples = [Sample(traffic, 1.0, MEMORY)]
    return Outcome(server, case, "--workers 1", "./serve", samples=samples)


def results(*outcomes: Outcome) -> Results:
    measured = {each.case for each in outcomes}
    return Results(
        date="2026-01-31",
        command="./krait bench wsgi",
        machine={"cores": "2"},
        versions={"krait": "krait 1"},
        missing={"uwsgi": "uwsgi is not installed"},
        titles={server.name: server.title for server in servers.WSGI},
        plan={"seconds": 8},
        load_average=0.1,
        cases=[case for case in cases.WSGI if case.name in measured],
        outcomes=list(outcomes),
        starts=[Start("krait", "./krait serve", [300.0, 500.0, 310.0])],
    )


def test_stat_line_with_brackets_in_the_name_is_read() -> None:
    fields = ["S", "7", "8", "9", *["0"] * 7, "100", "50", "30", "20", *["0"] * 35]
    process = processes.parse_stat(f"42 (a (b) c) {' '.join(fields)}")
    assert (process.pid, process.name) == (42, "a (b) c")
    assert (process.parent, process.session) == (7, 9)
    assert process.cpu_seconds == pytest.approx(200 / os.sysconf("SC_CLK_TCK"))


def test_tree_counts_children_alive_and_reaped() -> None:
    spin = "import time; end = time.process_time() + 0.2\nwhile time.process_time() < end: pass"
    parent = (
        f"import subprocess, sys; subprocess.run([sys.executable, '-c', {spin!r}])\n"
        "child = subprocess.Popen(['sleep', '60']); print('ready', flush=True); child.wait()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", parent], stdout=subprocess.PIPE, start_new_session=True
    ) as root:
        try:
            assert root.stdout is not None
            assert root.stdout.readline() == b"ready\n"
            members = processes.tree(root.pid)
            assert members[0].pid == root.pid
            assert "sleep" in {process.name for process in members}
            assert processes.cpu_seconds(root.pid) >= 0.2
            memory = processes.memory(root.pid)
            assert memory.workers == 1
            assert memory.rss == memory.server_rss + memory.worker_rss
            assert 0 < memory.pss < memory.rss
        finally:
            processes.kill(root.pid)
    deadline = time.monotonic() + 10
    while processes.tree(root.pid) and time.monotonic() < deadline:
        os.sched_yield()
    assert not processes.tree(root.pid)


def test_wrk_counts_only_right_answers_and_every_socket_error() -> None:
    traffic = generator.wrk_traffic(f"Running\n{WRK}\n", body_bytes=100, cpu=0.5)
    assert (traffic.requests, traffic.bad_status, traffic.socket_errors) == (996, 4, 11)
    assert traffic.rate == pytest.approx(498)
    assert not traffic.short


def test_bodies_that_are_too_short_are_noticed() -> None:
    assert generator.wrk_traffic(WRK, body_bytes=300, cpu=0.5).short


def test_wrk_without_a_result_fails() -> None:
    with pytest.raises(Failed, match="no result"):
        generator.wrk_traffic("unable to connect", body_bytes=1, cpu=0)


def test_latency_of_the_mixed_load_is_that_of_the_fast_requests() -> None:
    fast = {"requests": 99, "p50": 1100, "p99": 2000, "max": 3000, "wrong": 1, "sockets": 2}
    slow = {"requests": 1, "p50": 100_000, "p99": 100_000, "max": 1, "wrong": 3, "sockets": 4}
    traffic = generator.mixed_traffic({"micros": 1_000_000, "fast": fast, "slow": slow}, 0.1)
    assert (traffic.requests, traffic.p99_us) == (100, 2000)
    assert (traffic.bad_status, traffic.socket_errors) == (4, 6)


def test_spread_is_the_median_and_half_the_range() -> None:
    seen = spread([90.0, 120.0, 100.0])
    assert (seen.median, seen.percent) == (100.0, 15.0)


def test_spread_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="no rounds"):
        spread([])


def test_targets_are_judged_from_the_medians() -> None:
    judged = {
        verdict.target: verdict
        for verdict in targets.verdicts(
            results(
                outcome("krait", "hello", 1000),
                outcome("granian", "hello", 1001),
                outcome("gunicorn-sync", "hello", 100),
                outcome("krait", "mixed", 10, p99_us=50),
                outcome("granian", "mixed", 10, p99_us=100),
            )
        )
    }
    assert judged["hello: requests/s against Granian"].reached is False
    assert judged["hello: requests/s against gunicorn sync"].reached is True
    assert judged["hello: requests/s against uWSGI"].reached is None
    assert judged["mixed: p99 of the fast requests against Granian"].reached is True
    assert judged["first answer"].reached is True
    assert judged["server process after hello"].reached is True


def test_targets_of_compiled_applications_are_those_against_go() -> None:
    seen = results(
        outcome("krait", "hello", 1490),
        outcome("nethttp", "hello", 1000),
        outcome("krait", "recursion", 1000),
        outcome("nethttp", "recursion", 1000),
    )
    seen.suite = "compiled"
    judged = {verdict.target: verdict.reached for verdict in targets.verdicts(seen)}
    assert judged["hello: requests/s against Go net/http"] is False
    assert judged["recursion: requests/s against Go net/http"] is True
    assert judged["recursion: requests/s against Go fasthttp"] is None
    assert report.markdown(seen).startswith("# Benchmark of compiled applications")


def test_compiled_applications_are_served_by_krait_and_go_alone() -> None:
    names = {server.name for server in servers.named(servers.COMPILED, "krait,go")}
    assert names == {"krait", "nethttp", "fasthttp"} == {s.name for s in servers.COMPILED}
    with pytest.raises(ValueError, match="fasthttp"):
        servers.named(servers.COMPILED, "granian")


def test_report_and_chart_name_every_server_measured() -> None:
    seen = results(outcome("krait", "hello", 1234), outcome("nethttp", "hello", 1200))
    text = report.markdown(seen)
    assert "| Krait | 1,234 |" in text
    assert "uwsgi is not installed" in text
    drawing = ElementTree.fromstring(chart.svg(seen, {"nethttp"}))
    words = [text.text for text in drawing.iter("{http://www.w3.org/2000/svg}text")]
    assert {"Krait", "Go net/http", "1,234", "1,200"} <= set(words)


def test_perf_samples_collapse_to_stacks_without_the_idle_task() -> None:
    script = (
        "python3   12 \n\t ffff inner\n\t ffff [unknown]\n\t ffff [unknown]\n\t ffff main\n\n"
        "swapper     0 \n\t ffff idle\n"
    )
    stacks = flame.collapse(script)
    assert stacks == Counter({("python3-12", "main", "[unknown]", "inner"): 1})
    assert flame.hottest(stacks, 1) == [("python3", "inner", 100.0)]
    assert "inner" in flame.svg(stacks, "test")


@pytest.mark.parametrize("case", cases.WSGI, ids=lambda case: case.name)
def test_lanes_of_a_case_are_the_same_for_every_server(case: Case) -> None:
    if not case.lanes:
        return
    most = max(lanes.total for lanes in case.lanes)
    assert {lanes.total for lanes in case.lanes} == {most}
    for server in servers.WSGI:
        for setting in server.settings(case):
            numbers = [int(word) for word in setting.arguments if word.isdigit()]
            assert most % max(numbers) == 0


def test_unknown_names_are_refused_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match="hello"):
        cases.named(cases.WSGI, "helo")
    with pytest.raises(ValueError, match="granian"):
        servers.named(servers.WSGI, "granan")


def test_micro_report_has_time_and_allocation_of_each_benchmark() -> None:
    reading = {
        "benchmark": "krait.bench.WireBenchmark.readResponses",
        "mode": "avgt",
        "jvm": "/somewhere/bin/java",
        "params": {"request": "SMALL"},
        "jmhVersion": "1",
        "vmName": "VM",
        "vmVersion": "25",
        "forks": 1,
        "warmupIterations": 5,
        "measurementIterations": 5,
        "primaryMetric": {"score": 12.345, "scoreError": 0.25, "scoreUnit": "ns/op"},
        "secondaryMetrics": {"gc.alloc.rate.norm": {"score": 24.004, "scoreUnit": "B/op"}},
    }
    found = micro.Micro("2026-01-31", "./krait bench micro", {"cores": "2"}, "0", 0.1, [reading])
    assert "| WireBenchmark.readResponses | small | 12.3 | 0.2 | 24 |" in micro.markdown(found)
    assert "- command: `./krait bench micro`" in micro.markdown(found)
    assert "/somewhere" not in str(micro.values(found))
