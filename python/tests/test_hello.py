"""The shortest way of a request, one by one and in batches."""

from __future__ import annotations

from server import Message, Server, request

HELLO = """
def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"Hello " + environ["PATH_INFO"].encode("latin-1")]
"""


def test_one_request_is_answered() -> None:
    with Server(HELLO) as server:
        assert server.outcome[:1] == (10,)
        assert server.outcome[1]["application"] == "webapp:app"
        assert server.outcome[1]["pid"] == server.process.pid
        answer = ("200 OK", [("Content-Type", "text/plain")], b"Hello /x")
        assert server.get("/x") == answer
        assert server.stop() == (0, "", "")


def test_held_answers_are_sent_before_an_unsafe_request_begins() -> None:
    source = HELLO.replace("[b", "[environ['wsgi.input'].read() + b")
    with Server(source) as server:
        server.lane.send(
            request(1), request(2, method="HEAD"), request(3, body=None, method="POST")
        )
        assert [message[1] for message in server.lane.frame()[1:]] == [1, 2]
        server.lane.send((3, 3, b"", True))
        assert server.lane.next()[1] == 3
        server.lane.send(*[request(id, method="POST") for id in range(1, 6)])
        for id in range(1, 6):
            assert [message[1] for message in server.lane.frame()[1:]] == [id]


def test_the_answers_of_a_frame_share_a_frame_that_begins_with_spent() -> None:
    with Server(HELLO) as server:
        server.lane.send(*[request(id, f"/{id}") for id in range(1, 65)])
        answers: list[Message] = []
        while len(answers) < 64:
            spent, *finals = server.lane.frame()
            assert spent[0] == 27
            assert spent[1] > 0
            assert spent[2] == len(finals)
            answers += finals
        assert [answer[1] for answer in answers] == list(range(1, 65))
        assert [answer[4] for answer in answers] == [b"Hello /%d" % id for id in range(1, 65)]
        assert server.lane.frames < 16
