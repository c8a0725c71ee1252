"""Several event loops over fewer workers: every loop's clients are served, in fair turns."""

import os
import selectors
import signal
from contextlib import ExitStack

import pytest

from client import get, raw, read_until
from serving import PROBE

CLIENTS = 8  # dealt to the loops in turn
ANSWERS = 160
BEGIN = b"HTTP/1.1 200 OK\r\n"


class Client:
    """A kept-alive connection that asks again as soon as it is answered."""

    def __init__(self, number, sock):
        self.number = number
        self.sock = sock
        self.answered = 0

    def ask(self):
        path = f"/count-slowly?id={self.number}-{self.answered}"
        self.sock.sendall(f"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n".encode())

    def hear(self):
        head, _, body = read_until(self.sock, b"\r\n\r\n").partition(b"\r\n\r\n")
        assert head.startswith(BEGIN), head
        (length,) = [
            int(line.split(b":")[1])
            for line in head.split(b"\r\n")
            if line.lower().startswith(b"content-length:")
        ]
        while len(body) < length:
            body += self.sock.recv(length - len(body))
        self.answered += 1


def ask_until_answered(clients, answers, during=lambda answered: None):
    """All clients ask at once and again, until `answers` answers have come; no more after it."""
    answered = 0
    with selectors.DefaultSelector() as selector:
        for client in clients:
            selector.register(client.sock, selectors.EVENT_READ, client)
            client.ask()
        while answered < answers + len(clients):
            ready = selector.select(timeout=20)
            assert ready, [client.answered for client in clients]
            for key, _ in ready:
                key.data.hear()
                answered += 1
                during(answered)
                if answered <= answers:
                    key.data.ask()


@pytest.fixture
def clients(krait):
    with ExitStack() as sockets:

        def connect(server):
            get(server, "/")
            return [Client(n, sockets.enter_context(raw(server))) for n in range(CLIENTS)]

        yield connect


def test_clients_of_a_loop_without_lanes_get_their_turn(krait, clients):
    server = krait(PROBE, "--workers", "1", "--loops", "2")
    asking = clients(server)
    ask_until_answered(asking, ANSWERS)
    counts = [client.answered for client in asking]
    assert min(counts) * 2 >= max(counts), counts


def test_killed_worker_leaves_no_loop_without_an_answer(krait, clients):
    server = krait(PROBE, "--workers", "1", "--loops", "2")
    (worker,) = server.worker_pids()

    def kill(answered):
        if answered == ANSWERS // 4:
            os.kill(worker, signal.SIGKILL)

    ask_until_answered(clients(server), ANSWERS // 2, during=kill)
    assert server.worker_pids() != [worker]
