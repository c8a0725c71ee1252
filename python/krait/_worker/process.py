"""A worker process from its first frame to its end."""

from __future__ import annotations

import _signal
import faulthandler
import gc
import os
import sys
from _thread import get_ident, start_new_thread
from time import sleep

from .cancel import ThreadInterrupter, interrupter_for
from .control import Control
from .lifeline import Lifeline
from .link import Link, give_up
from .loader import LoadError, load
from .protocol import CONFIG, FRAME_BYTES_MAX, LENGTH, VERSION, ProtocolError, decode, hello
from .wsgi import Lane

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType
    from typing import Any

LINK_BUFFER_BYTES = 64 * 1024
FAILED_STATUS = 3
STOP_WAIT_SECONDS = 0.2  # that a STOP on its way with a SIGTERM may take
SIGTERM_IS_LEFT = "SIGTERM is left to the server, which stops its workers; SIGKILL ends one"


def main() -> int:
    """Run a worker. Returns the exit status."""
    try:
        settings = read_settings(0)
    except ProtocolError as error:
        give_up(error)
    lifeline = Lifeline(0)
    leave_keys_to_the_server()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    control = Control(settings)
    control.start()
    leave_termination_to_the_server(control)
    try:
        if settings["version"] != VERSION:
            raise LoadError("internal", f"the server speaks protocol {settings['version']}")
        application, name = load(settings)
    except LoadError as error:
        control.failed(error.kind, error.text)
        return FAILED_STATUS
    lanes = [
        Lane(number, application, connect(settings, number), control, settings)
        for number in range(len(settings["links"]))
    ]

    def after_fork() -> None:
        lifeline.close()
        control.after_fork()
        for lane in lanes:
            lane.link.close()

    os.register_at_fork(after_in_child=after_fork)
    # Modules, classes and settings live as long as the process: the collector need not walk them.
    gc.collect()
    gc.freeze()
    info = {
        "interface": "wsgi",
        "python": ".".join(map(str, sys.version_info[:3])),
        "application": name,
        "pid": os.getpid(),
    }
    serve(control, lanes, info, settings["main_lane"])
    return 0


def serve(control: Control, lanes: list[Lane], info: dict[str, Any], on_main: bool) -> None:
    """Run the lanes until they end."""
    if on_main:
        (lane,) = lanes
        lane.ident = get_ident()
        lane.interrupter = interrupter_for(lane, True)
        control.lanes = lanes
        control.ready(info)
        lane.run()
        return
    from threading import Thread  # noqa: PLC0415 (only where lanes are threads)

    threads = []
    for lane in lanes:
        lane.interrupter = ThreadInterrupter()
        thread = Thread(target=lane.run, name=f"krait-lane-{lane.number}", daemon=True)
        threads.append(thread)
    control.lanes = lanes
    for thread in threads:
        thread.start()
    control.ready(info)
    for thread in threads:
        thread.join()


def connect(settings: dict[str, Any], lane: int) -> Link:
    link = Link(settings["links"][lane], LINK_BUFFER_BYTES)
    link.send([hello(settings, lane)])
    return link


def read_settings(fd: int) -> dict[str, Any]:
    """The CONFIG frame, and not a byte more: any other tells that the server is gone."""
    (length,) = LENGTH.unpack(_read(fd, 4))
    if not 0 < length <= FRAME_BYTES_MAX:
        raise ProtocolError(f"a frame of {length} bytes")
    match decode(_read(fd, length)):
        case [(kind, dict(settings))] if kind == CONFIG:
            return settings
        case _:
            raise ProtocolError("CONFIG was expected")


def _read(fd: int, size: int) -> bytes:
    data = b""
    while len(data) < size:
        piece = os.read(fd, size - len(data))
        if not piece:
            raise ProtocolError(
                "standard input ended before CONFIG: workers are started by the server alone"
            )
        data += piece
    return data


def leave_keys_to_the_server() -> None:
    """What the terminal sends to all is for the server, which stops its workers itself.

    Handlers that do nothing rather than SIG_IGN, which the application's own processes would
    inherit.
    """
    for number in (_signal.SIGINT, _signal.SIGHUP):
        _signal.signal(number, _ignore)
    # The last resort of a server that asks in vain for stacks: a handler in C, which needs no lock.
    faulthandler.register(_signal.SIGQUIT, 2)


def leave_termination_to_the_server(control: Control) -> None:
    """SIGTERM ends the process only after STOP, which the server sends first.

    Service managers send it to a whole group of processes: the requests in progress must not end
    with it. Processes that the application forks obey it as ever.
    """

    def terminate(number: int, frame: FrameType | None) -> None:
        if control.stopping:
            _signal.signal(number, _signal.SIG_DFL)
            os.kill(os.getpid(), number)
        else:
            # Not here: the lock of the control link may be held by what the signal interrupted.
            start_new_thread(tell, ())

    def tell() -> None:
        sleep(STOP_WAIT_SECONDS)
        if not control.stopping:
            control.log("info", [SIGTERM_IS_LEFT], "")

    masks: dict[int, set[int]] = {}

    def hold() -> None:
        masks[get_ident()] = _signal.pthread_sigmask(_signal.SIG_BLOCK, [_signal.SIGTERM])

    def release() -> None:
        _signal.pthread_sigmask(_signal.SIG_SETMASK, masks.pop(get_ident()))

    def obey() -> None:
        if _signal.getsignal(_signal.SIGTERM) is terminate:
            _signal.signal(_signal.SIGTERM, _signal.SIG_DFL)
        release()

    _signal.signal(_signal.SIGTERM, terminate)
    # A child forgets the signals that came before it was told of its birth: so they wait.
    os.register_at_fork(before=hold, after_in_parent=release, after_in_child=obey)


def _ignore(number: int, frame: FrameType | None) -> None:
    """The server has had the signal too."""
