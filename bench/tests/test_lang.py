"""The parts of `bench lang` that numbers depend on."""

from __future__ import annotations

import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from harness.lang import chart, engines, programs, ratios, report, running, suite
from harness.lang.model import Commands, Engine, Findings, Plan, Program, Reading
from harness.model import Failed
from harness.running import ROOT
from harness.targets import Verdict

DRIVER = ROOT / "bench" / "lang" / "drive.py"
ONCE = Plan(rounds=2, warm_calls=2, warm_seconds=0, seconds=0)
TITLES = {"cpython-3.11": "CPython 3.11", "krait": "Krait", "go": "Go", "mypyc": "mypyc"}


def engine(name: str) -> Engine:
    return Engine(name, TITLES.get(name, name), f"{name} 1", lambda _: Commands((), ()))


def findings(*readings: Reading, folder: Path = Path(), loops: tuple[str, ...] = ()) -> Findings:
    names = dict.fromkeys(reading.program for reading in readings)
    return Findings(
        date="2026-01-31",
        command="./krait bench lang",
        machine={"cores": "2"},
        missing={"pypy": "pypy3 is not installed"},
        plan=ONCE,
        load_average=0.1,
        reference="cpython-3.11",
        engines=[engine(name) for name in dict.fromkeys(r.engine for r in readings)],
        programs=[Program(name, "programs", 7, loop=name in loops) for name in names],
        folder=folder,
        readings=list(readings),
    )


def reading(
    name: str, program: str, warm: list[float], whole: list[float] | None = None
) -> Reading:
    return Reading(name, program, "./run", whole=whole or warm, warm=warm)


def verdict(seen: Findings, beginning: str) -> Verdict:
    return next(each for each in ratios.verdicts(seen) if each.target.startswith(beginning))


def test_every_program_of_the_conformance_suite_has_a_size() -> None:
    files = {file.stem for file in (ROOT / "conformance" / "programs").glob("*.py")}
    assert files == {program.name for program in programs.ALL if not program.loop}


def test_every_loop_has_a_twin_in_java() -> None:
    folder = ROOT / "bench" / "lang" / "loops"
    loops = {program.name for program in programs.ALL if program.loop}
    assert loops == {file.stem for file in folder.glob("*.py")}
    java = (folder / "IntLoops.java").read_text()
    assert all(f'case "{name}" ->' in java for name in loops)


def test_at_least_eight_programs_have_a_twin_in_go() -> None:
    twins = {file.parent.name for file in (ROOT / "bench/go/lang").glob("*/main.go")}
    assert len(twins) >= 8
    assert twins <= {program.name for program in programs.ALL}


def test_unknown_programs_and_engines_are_refused_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match="nbody"):
        programs.named("nbdy")
    with pytest.raises(ValueError, match="mypyc"):
        engines.find(["mypy"])


def test_loops_stand_for_all_the_loops() -> None:
    assert {program.loop for program in programs.named("loops")} == {True}


def test_times_of_the_driver_are_read_among_other_messages() -> None:
    told = "a warning\nCALLS 5\nTIME 0.25\nTIME 0.125\n"
    assert running.parse(told) == running.Driven(5, (0.25, 0.125))


def test_driver_without_times_fails_with_the_error() -> None:
    with pytest.raises(Failed, match="KR313"):
        running.parse("a.py:1:1: error KR313: may be None\n    caret\n  = rewrite: test it\n")


def test_reason_of_a_traceback_is_its_last_line() -> None:
    told = 'Traceback (most recent call last):\n  File "a.py", line 1\nZeroDivisionError: no\n'
    assert running.reason(told) == "ZeroDivisionError: no"
    assert running.reason("Traceback (most recent call last):\nStop: here\n") == "Stop: here"


def test_reason_of_a_compiler_that_fails_is_its_exception_not_its_advice() -> None:
    told = (
        "Traceback (most recent call last):\na.py:37: ValueError: no sequence\nplease report it\n"
    )
    assert running.reason(told) == "a.py:37: ValueError: no sequence"


@pytest.mark.parametrize(
    ("printed", "right"), [("abab", True), ("aba", False), ("abac", False), ("ababab", False)]
)
def test_output_of_calls_is_the_right_one_so_many_times(
    printed: str, right: bool, tmp_path: Path
) -> None:
    file = tmp_path / "output"
    file.write_text(printed)
    assert running.repeats(file, b"ab", 2) is right


def test_records_name_no_folder_of_this_machine() -> None:
    told = f"{ROOT}/krait run {Path.home()}/.pyenv/bin/python"
    assert running.portable(told) == "./krait run ~/.pyenv/bin/python"


def test_annotations_are_postponed_behind_the_docstring() -> None:
    source = '"""Text\nof two lines."""\n\nimport sys\n'
    assert engines.postponed(source).splitlines()[2] == "from __future__ import annotations"
    assert engines.postponed("x = 1\n") == "from __future__ import annotations\nx = 1\n"


def script(folder: Path, engine_name: str, source: str) -> Engine:
    """An engine for one program, which is the source whatever the program is."""

    def prepare(_: Program) -> Commands:
        place = folder / engine_name
        place.mkdir(exist_ok=True)
        (place / "program.py").write_text(source)
        (place / "drive.py").write_text(DRIVER.read_text())
        whole, driver = place / "program.py", place / "drive.py"
        return Commands((sys.executable, str(whole)), (sys.executable, str(driver)))

    warms_up, judged = engine_name != "cpython-3.11", engine_name != "pypy"
    return Engine(engine_name, engine_name, "1", prepare, warms_up=warms_up, judged=judged)


def run(folder: Path, **sources: str) -> Findings:
    main = "\n\nif __name__ == '__main__':\n    main()\n"
    seen = findings(folder=folder)
    seen.engines = [
        script(folder, name.replace("cpython_3_11", "cpython-3.11"), source + main)
        for name, source in sources.items()
    ]
    seen.programs = [Program("one", "programs", 7)]
    suite.run(seen, keep=lambda: None)
    return seen


RIGHT = "import sys\n\ndef main():\n    print('size', sys.argv[1])"


def test_engines_are_measured_whole_and_driven_in_every_round(tmp_path: Path) -> None:
    seen = run(tmp_path, cpython_3_11=RIGHT, krait=RIGHT)
    for each in seen.readings:
        assert (each.reason, len(each.whole), len(each.warm)) == ("", 2, 2)


def test_engine_that_no_target_names_runs_in_the_first_round_alone(tmp_path: Path) -> None:
    seen = run(tmp_path, cpython_3_11=RIGHT, krait=RIGHT, pypy=RIGHT)
    assert [len(each.warm) for each in seen.readings] == [2, 2, 1]
    mean = ratios.mean(seen, "pypy", seen.programs, ratios.warm_times)
    assert mean is not None
    assert mean.programs == 1


def test_engine_with_another_output_is_left_out_and_told(tmp_path: Path) -> None:
    wrong = RIGHT.replace("size", "seize")
    seen = run(tmp_path, cpython_3_11=RIGHT, krait=wrong).reading("krait", "one")
    assert seen is not None
    assert seen.error == "line 1 is b'seize 7', CPython printed b'size 7'"
    assert seen.warm == []


def test_engine_whose_later_call_prints_something_else_is_left_out(tmp_path: Path) -> None:
    forgetful = "calls = []\n\ndef main():\n    calls.append(1)\n    print('size', 6 + len(calls))"
    seen = run(tmp_path, cpython_3_11=RIGHT, krait=forgetful).reading("krait", "one")
    assert seen is not None
    assert "something else" in seen.error
    assert seen.warm == []


def test_engine_that_raises_is_left_out_with_its_last_line(tmp_path: Path) -> None:
    failing = "def main():\n    raise ValueError('not today')"
    seen = run(tmp_path, cpython_3_11=RIGHT, krait=failing).reading("krait", "one")
    assert seen is not None
    assert seen.error == "status 1: ValueError: not today"


def test_mean_is_geometric_over_programs_with_the_rounds_as_spread() -> None:
    seen = findings(
        reading("cpython-3.11", "one", [2.0, 4.0]),
        reading("cpython-3.11", "two", [8.0, 16.0]),
        reading("krait", "one", [1.0, 1.0]),
        reading("krait", "two", [1.0, 1.0]),
    )
    mean = ratios.mean(seen, "cpython-3.11", seen.programs, ratios.warm_times)
    assert mean is not None
    assert (mean.spread.low, mean.spread.high) == pytest.approx((4.0, 8.0))
    assert (mean.programs, mean.without) == (2, ())


def test_program_that_krait_refuses_is_named_and_the_target_missed() -> None:
    seen = findings(
        reading("cpython-3.11", "one", [40.0]),
        reading("cpython-3.11", "two", [40.0]),
        reading("krait", "one", [1.0]),
        Reading("krait", "two", refused="error KR313: may be None"),
    )
    assert verdict(seen, "programs that Krait runs").measured == "1 of 2; without two"
    assert verdict(seen, "programs that Krait runs").reached is False
    assert "1 program of 2; without two" in verdict(seen, "warm, against CPython").measured
    assert verdict(seen, "warm, against CPython").reached is True
    assert verdict(seen, "warm, against Go").reached is None
    assert "| Krait | two | error KR313: may be None |" in report.markdown(seen)


def test_whole_process_must_never_be_worse_where_cpython_takes_half_a_second() -> None:
    fast_and_slow = (
        reading("cpython-3.11", "short", [0.4]),
        reading("krait", "short", [0.8]),
        reading("cpython-3.11", "long", [0.6]),
    )
    worse = findings(*fast_and_slow, reading("krait", "long", [1.2]))
    better = findings(*fast_and_slow, reading("krait", "long", [0.5]))
    assert verdict(worse, "whole process").measured == "worse: long 0.50 x; 1 program"
    assert verdict(worse, "whole process").reached is False
    assert verdict(better, "whole process").reached is True


def test_loops_are_judged_against_java_and_not_among_the_programs() -> None:
    seen = findings(
        reading("cpython-3.11", "sum", [100.0]),
        reading("krait", "sum", [1.2]),
        reading("java", "sum", [1.0]),
        loops=("sum",),
    )
    assert verdict(seen, "int loops").reached is False
    assert "most: sum 1.20 x" in verdict(seen, "int loops").measured
    assert verdict(seen, "warm, against CPython").reached is None


def test_report_and_chart_show_every_engine_and_program() -> None:
    seen = findings(
        reading("cpython-3.11", "one", [2.0, 4.0], [3.0, 5.0]),
        reading("go", "one", [0.5, 0.5]),
        reading("krait", "one", [1.0, 1.0], [2.0, 2.0]),
        Reading("mypyc", "one", refused="error: a type"),
    )
    text = report.markdown(seen)
    assert "| one | 7 | 1,000 | 3,000 ±33 % | 3.00 | 500 | 0.50 | refused |" in text
    assert "pypy3 is not installed" in text
    drawing = ElementTree.fromstring(chart.svg(seen))
    words = [each.text for each in drawing.iter("{http://www.w3.org/2000/svg}text")]
    assert {"one", "geometric mean", "Krait", "Go"} <= set(words)
    dots = [each.text for each in drawing.iter("{http://www.w3.org/2000/svg}title")]
    assert {"krait 3.00", "go 6.00"} <= set(dots)


def test_chart_of_nothing_says_so() -> None:
    assert "nothing was measured" in chart.svg(findings())
