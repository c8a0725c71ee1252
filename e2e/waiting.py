"""Waiting for a condition with a deadline: the one way these tests synchronise."""

import time

POLL_S = 0.01


def wait_until(condition, timeout=10.0, what="the condition"):
    """Returns the first true value of `condition()`; fails after `timeout` seconds."""
    deadline = time.monotonic() + timeout
    while not (value := condition()):
        if time.monotonic() > deadline:
            raise AssertionError(f"{what} did not come within {timeout} s")
        time.sleep(POLL_S)
    return value
