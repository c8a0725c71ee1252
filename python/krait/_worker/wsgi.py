"""The sync lane: runs WSGI requests one at a time, in the order received."""

from __future__ import annotations

from _io import BytesIO
from _thread import get_ident
from sys import intern
from time import perf_counter_ns

import krait

from .body import EmptyBody, StreamedBody
from .cancel import Cancellable
from .errors import ErrorStream
from .exchange import Exchange, GoneError
from .file import FileWrapper
from .link import Link, give_up
from .protocol import (
    BODY_CREDIT,
    END,
    ERROR,
    RESPONSE,
    SPENT,
    Inbox,
    ProtocolError,
    Stream,
    decode_block,
)
from .trace import describe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .control import Control
    from .loader import Application
    from .protocol import Message

SAFE_METHODS = frozenset(("GET", "HEAD", "OPTIONS", "TRACE"))
"""RFC 9110 section 9.2.1, of the methods that the server knows."""
HOLD_NS = 500_000
"""Half of the work that a lane has ahead: the server brings more while the other half runs."""
HOLD_BYTES = 64 * 1024
"""A frame beyond this leaves the processor's cache before it is read."""
SMALL_BYTES = 1024
"""64 answers of this size are not worth counting."""
BLOCKS_MAX = 1024
BLOCKS_PAUSE = 8192
"""Requests that go by before remembering blocks is tried again."""


class Lane(Cancellable):
    """One thread's link to the server. Everything but `cancel` and `log` belongs to that thread."""

    def __init__(
        self,
        number: int,
        application: Application,
        link: Link,
        control: Control,
        settings: dict[str, Any],
    ) -> None:
        self.number = number
        self.application = application
        self.link = link
        self.control = control
        self.chunk_bytes: int = settings["chunk_bytes"]
        self.request_window: int = settings["request_window"]
        self.inbox = Inbox(settings["response_window"], self.request_window)
        self.request_id = ""
        self.answers: list[Message] = []
        """Finished answers that have not been sent."""
        self.mark = 0
        """When the time that the next SPENT tells began."""
        self.held_bytes = 0
        """Of the large ones among them."""
        self.late = False
        """Whether time after `mark` belongs to no answer of this frame."""
        self.late_ns = 0
        self.late_count = 0
        self.requests = 0
        self.blocks: dict[bytes, dict[str, Any]] = {}
        self.blocks_since = 0
        """`requests` when `blocks` was last emptied."""
        self.blocks_pause = 0
        self.input: StreamedBody | None = None
        self.errors = ErrorStream(self)
        self.environ: dict[str, Any] = {
            "REQUEST_METHOD": "",
            "SCRIPT_NAME": "",
            "PATH_INFO": "",
            "QUERY_STRING": "",
            "REQUEST_URI": "",
            "SERVER_SOFTWARE": "krait/" + krait.__version__,
            "krait.request_id": "",
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": "http",
            "wsgi.input": EmptyBody(),
            "wsgi.input_terminated": True,
            "wsgi.errors": self.errors,
            "wsgi.file_wrapper": FileWrapper,
            "wsgi.multithread": settings["multithread"],
            "wsgi.multiprocess": settings["multiprocess"],
            "wsgi.run_once": False,
        }

    def describe(self) -> str:
        if not self.running:
            return f"lane {self.number}, idle"
        return f"lane {self.number}, request {self.request_id}"

    def run(self) -> None:
        """Serve until the server closes the link. Ends the process when the link breaks."""
        self.ident = get_ident()
        try:
            self._serve()
        except (ProtocolError, OSError) as error:
            give_up(error)
        except BaseException as error:  # a lane must not vanish from a process that goes on
            import traceback  # noqa: PLC0415

            give_up("internal error: " + "".join(traceback.format_exception(error)))

    def _serve(self) -> None:
        receive = self.link.receive
        accept = self.inbox.accept
        queue = self.inbox.queue
        answers = self.answers
        clock = perf_counter_ns
        handle = self._handle
        while (messages := receive()) is not None:
            self.mark = clock()
            accept(messages)
            while queue:
                handle(queue.popleft())
                # Also true when one request alone took longer: its answer must not wait for others.
                if queue and clock() - self.mark > HOLD_NS:
                    self.flush()
            if answers:
                self.flush()
            if self.late:
                self.late = False
                self.late_ns += clock() - self.mark

    def _handle(self, message: Message) -> None:
        """Run one request; its final message is in `answers` afterwards, or sent."""
        _, id, block, method, path, query, uri, request_id, body = message
        if self.answers and method not in SAFE_METHODS:
            # Behind an unanswered request the server takes an unsafe one for not begun.
            self.flush()
        environ = self.blocks.get(block)
        environ = self._decode(block) if environ is None else environ.copy()
        environ["REQUEST_METHOD"] = method
        environ["PATH_INFO"] = path
        environ["QUERY_STRING"] = query
        environ["REQUEST_URI"] = uri
        environ["krait.request_id"] = self.request_id = request_id
        streams = self.inbox.streams
        if body:
            environ["wsgi.input"] = BytesIO(body)
        if streams[id] is not None and not self._prepare(id, body, environ):
            return
        exchange = Exchange(self, id)
        result = None
        try:
            self.running = id
            result = self.application(environ, exchange.start_response)
            kind = type(result)
            if (
                (kind is list or kind is tuple)
                and len(result) == 1
                and exchange.status is not None
                and not exchange.sent
            ):
                data = result[0]
                if type(data) is bytes and (size := len(data)) <= self.chunk_bytes:
                    self.running = 0
                    if self.cancelled:
                        self.settle()
                    self.answers.append((RESPONSE, id, exchange.status, exchange.headers, data))
                    exchange.finished = True
                    del streams[id]
                    if self.input is not None:
                        self._end_input()
                    if size > SMALL_BYTES:
                        self._hold(size)
                    return
            exchange.run(result)
        except ProtocolError as error:
            give_up(error)
        except BaseException as error:
            try:
                self._fail(exchange, error)
            except krait.RequestTimeout as late:  # before _fail could hide
                self._fail(exchange, late)
        close = getattr(result, "close", None)
        if close is not None:
            self._close(close)

    def _hold(self, size: int) -> None:
        """Account for a large answer that is held; send when there is enough."""
        self.held_bytes += size
        if self.held_bytes >= HOLD_BYTES:
            self.flush()

    def _prepare(self, id: int, body: bytes | None, environ: dict[str, Any]) -> bool:
        """For a request that has a Stream. False when it need not run any more."""
        stream = self.inbox.stream(id)
        if stream.aborted:
            self.finish((ERROR, id, "the client went away before the request began"))
            return False
        if body is None:
            self.input = environ["wsgi.input"] = StreamedBody(self, stream, self.request_window)
        return True

    def _end_input(self) -> None:
        """With the final message the server discards the rest of the body."""
        if self.input is not None:
            self.input.end()
            self.input = None

    def _fail(self, exchange: Exchange, error: BaseException) -> None:
        self.hide()
        if exchange.finished:
            self.log_failure(error)
        elif isinstance(error, GoneError) and exchange.sent:
            self.finish((END, exchange.id))
            exchange.finished = True
        else:
            exchange.fail(describe(error))

    def _close(self, close: Any) -> None:
        self.before_cleanup()
        try:
            close()
        except BaseException as error:
            self.log_failure(error)

    def _decode(self, block: bytes) -> dict[str, Any]:
        """The environ of a block that is not remembered; remembers it when that pays."""
        decoded = decode_block(block)
        environ = self.environ.copy()
        if self.blocks_pause:
            self.blocks_pause -= 1
            environ.update(decoded)
            return environ
        if len(self.blocks) >= BLOCKS_MAX:
            self.blocks.clear()
            # Fewer than half of the requests found their block: such clients do not come back.
            if self.requests - self.blocks_since < 2 * BLOCKS_MAX:
                self.blocks_pause = BLOCKS_PAUSE
            self.blocks_since = self.requests
        for name, value in decoded.items():
            environ[intern(name)] = value
        self.blocks[block] = environ
        return environ.copy()

    def finish(self, message: Message) -> None:
        """The final message of the request: for the server it is over."""
        self.running = 0
        if self.cancelled:
            self.settle()
        self.answers.append(message)
        del self.inbox.streams[message[1]]
        if self.input is not None:
            self._end_input()

    def finish_file(self, id: int) -> None:
        """The server has taken the file over: no message follows."""
        self.running = 0
        if self.cancelled:
            self.settle()
        self.late = True
        self.late_count += 1
        del self.inbox.streams[id]
        self._end_input()

    def before_cleanup(self) -> None:
        """The answer is complete, but application code goes on: the client need not wait for it."""
        if not self.inbox.queue:
            if self.answers:
                self.flush()
                self.mark = perf_counter_ns()  # the time of sending is not the application's
            self.late = True

    def flush(self) -> None:
        """Send the finished answers."""
        if self.errors.unfinished:
            self.errors.flush()
        answers = self.answers
        now = perf_counter_ns()
        count = len(answers) + self.late_count
        answers.insert(0, (SPENT, now - self.mark + self.late_ns, count))
        self.mark = now
        self.late_ns = self.late_count = self.held_bytes = 0
        self.requests += count
        self.link.send(answers)
        answers.clear()

    def send_piece(self, message: Message) -> None:
        """Send a message now, behind what is held."""
        if self.answers:
            self.flush()
        self.link.send([message])

    def stream(self, id: int) -> Stream:
        return self.inbox.stream(id)

    def drain_link(self) -> None:
        """Take what has arrived, without waiting."""
        link = self.link
        while (messages := link.poll()) is not None:
            self.inbox.accept(messages)

    def await_credit(self, stream: Stream) -> None:
        """Wait, in the middle of the worker's own code, until more may be sent."""
        if self.answers:
            self.flush()
        while not stream.credit and not stream.aborted:
            self._await_link()

    def await_body(self, stream: Stream) -> None:
        """Wait, in the middle of application code, for a piece of the body or its end."""
        self.hide()
        try:
            if self.answers:
                self.flush()
            while not stream.chunks and not stream.ended:
                if stream.aborted:
                    raise GoneError("the client went away before the request body was complete")
                self._await_link()
        finally:
            self.show()

    def _await_link(self) -> None:
        """Wait for the server; raises RequestTimeout when it is due.

        Hidden: an exception that is set on a thread may arrive in code of Python's that swallows
        it, such as an import's. `cancelled` can't get lost, and the wait is short.
        """
        self.link.wait()
        if self.due():
            self.show()
        self.drain_link()

    def grant_body(self, stream: Stream, count: int) -> None:
        """Let the server send more of the body."""
        self.hide()
        stream.window += count
        self.send_piece((BODY_CREDIT, abs(self.running), count))
        self.show()

    def await_file(self, stream: Stream) -> None:
        """Wait for the server's answer to FILE; it comes without the client's doing."""
        while stream.file_done is None:
            messages = self.link.receive()
            if messages is None:
                raise ProtocolError("the link ended while a request was in progress")
            self.inbox.accept(messages)

    def log(self, level: str, *lines: str) -> None:
        self.control.log(level, lines, self.request_id)

    def log_failure(self, error: BaseException) -> None:
        """For an error behind the final message, which can't be answered any more."""
        self.log("error", describe(error))
