"""Commands that the launcher passes on: `compile`, `example FOLDER`, `build`, `test`, `bench`."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from krait_dev import environment, runtime, suite, wheel
from krait_dev.checkout import ROOT, Failure


def main(arguments: Sequence[str]) -> int:
    command, rest = arguments[0], list(arguments[1:])
    try:
        if command == "compile":
            runtime.ensure()
        elif command == "example":
            environment.prepare_example(Path(rest[0]))
        elif command == "build":
            runtime.ensure()
            print(wheel.build())
        elif command == "test":
            return suite.command(rest)
        elif command == "bench":
            runtime.ensure()
            os.execv(sys.executable, [sys.executable, str(ROOT / "bench/run.py"), *rest])
    except Failure as failure:
        print(f"krait: {failure}", file=sys.stderr)
        return 70
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
